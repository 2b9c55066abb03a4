import Dates
import Files
import Notes
import Problems
import Text

/// What it takes to take a page down: files that move to the private folder, and the address that is
/// recorded as gone.
package struct Retraction: Sendable {
  package struct Move: Hashable, Sendable {
    package let from: String
    package let to: String
  }

  package let title: String
  /// Nil for an unlisted note, whose address is a secret.
  package let address: String?
  /// The note's pictures first, the note last: if this is ended on the way, it can be done again.
  package let moves: [Move]
  /// Its pictures that other notes show too, and that stay.
  package let shared: [String]
  /// What is to be recorded, below the site's root: the page's address, and those that led to it.
  private let goneAddresses: [String]
  private let day: CivilDate
  private let zone: Zone

  /// With `forgetting`, the address is not recorded.
  package init(
    of note: PublishedNote, in publication: Publication, _ site: Site, now: Int, forgetting: Bool
  ) {
    let portfolio = publication.portfolio
    title = note.title.text
    let isOpen = note.presence == .listed
    let route = Route.page(note.location)
    address = isOpen ? portfolio.href(route) : nil
    goneAddresses =
      isOpen && !forgetting
      ? ([route] + note.aliases.map(Route.page)).map { "/" + $0.path.percentEncodedPath } : []
    let pictures = Set(
      portfolio.destinations(of: note).compactMap(\.companion)
        + [portfolio.image(of: note)].compactMap(\.self))
    let others = Self.names(ofFilesIn: site.notes + site.pages, but: note.path)
    let own = pictures.filter { !others.contains(Self.name(of: $0)) }
    shared = pictures.subtracting(own).sorted()
    let layout = site.layout
    moves = (own.sorted() + [note.path]).map {
      Move(from: $0, to: "\(SiteLayout.privateNotesFolder)/\(Self.place(of: $0, layout))")
    }
    day = Moment(instant: now, in: site.configuration.zone).date
    zone = site.configuration.zone
  }

  /// The names of files that other notes refer to. Names alone, as links of notes that are held back
  /// are not followed: a picture too many that stays is better than one that is missing.
  private static func names(ofFilesIn notes: [Note], but path: String) -> Set<String> {
    var names: Set<String> = []
    for note in notes where note.path != path {
      let links = (note.whole ?? note.open).document.links.map(\.destination)
      for text in links + [note.matter.image].compactMap(\.self) {
        let bare = String(text.prefix { $0 != "#" && $0 != "?" && $0 != "|" })
        names.insert(name(of: bare.percentDecoded ?? bare))
      }
    }
    return names
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func place(of path: String, _ layout: SiteLayout) -> String {
    for folder in [layout.notesFolder, SiteLayout.pagesFolder]
    where !folder.isEmpty && path.hasPrefix(folder + "/") {
      return String(path.dropFirst(folder.count + 1))
    }
    return path
  }

  /// Does it, in a site's folder. What is in the way of a file stops it before anything is changed.
  package func apply(in root: String) throws(RetractionFailure) {
    let taken = moves.filter { Disk.kind("\(root)/\($0.to)") != nil }
    guard taken.isEmpty else {
      throw RetractionFailure(problems: taken.map { .retractTaken($0) })
    }
    if !goneAddresses.isEmpty { try record(in: "\(root)/\(GoneList.fileName)") }
    do throws(FileError) {
      for move in moves {
        try Disk.moveFile("\(root)/\(move.from)", toFree: "\(root)/\(move.to)")
      }
    } catch {
      throw RetractionFailure(problems: [.retractStopped(error)])
    }
  }

  private func record(in file: String) throws(RetractionFailure) {
    let old: [UInt8]
    var new: [UInt8]
    do throws(FileError) {
      old = Disk.kind(file) == nil ? [] : try Disk.read(file, limit: SourceFile.sizeLimit)
    } catch {
      throw RetractionFailure(problems: [.retractStopped(error)])
    }
    do throws(GoneListDamage) {
      new = old
      for address in goneAddresses {
        new = try GoneList.adding(address, on: day, to: new, zone: zone) ?? new
      }
    } catch {
      throw RetractionFailure(problems: error.problems)
    }
    guard new != old else { return }
    do throws(FileError) {
      try Disk.replace(file, with: new)
    } catch {
      throw RetractionFailure(problems: [.retractStopped(error)])
    }
  }
}

/// Why a page was not taken down.
package struct RetractionFailure: Error {
  package let problems: [Problem]
}

extension Problem {
  fileprivate static func retractTaken(_ move: Retraction.Move) -> Problem {
    Problem(
      .retractTaken, file: move.from, "there is a “\(move.to)” already, and nothing was changed",
      hint: "move one of the two elsewhere")
  }

  fileprivate static func retractStopped(_ error: FileError) -> Problem {
    Problem(
      .outputWrite, "“\(error.path)” could not be changed: \(error.explanation)",
      hint: "do it again when that is mended; nothing is lost")
  }
}
