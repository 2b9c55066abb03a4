import Dates
import Files
import Notes
import Problems
import Text

/// What it takes to take a page down: files that move to the private folder, copies of what is there
/// that go, and the address that is recorded as gone.
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
  /// The public copies of originals that are in the private folder: they are removed, the note last.
  package let removals: [PublishedCopies.Entry]
  /// Its pictures that other notes show too, and that stay.
  package let shared: [String]
  /// What is to be recorded, below the site's root: the page's address, and those that led to it.
  private let goneAddresses: [String]
  private let day: CivilDate
  private let zone: Zone

  /// With `forgetting`, the address is not recorded. `copies` are those whose originals are there.
  package init(
    of note: PublishedNote, in publication: Publication, _ site: Site, now: Int, forgetting: Bool,
    copies: PublishedCopies = .none
  ) {
    let portfolio = publication.portfolio
    title = note.title.text
    let isOpen = note.presence == .listed
    let route = note.route
    address = isOpen ? portfolio.href(route) : nil
    goneAddresses =
      isOpen && !forgetting
      ? ([route] + note.aliases.map(Route.page)).map { "/" + $0.path.percentEncodedPath } : []
    let pictures = Set(portfolio.targets(of: note).companions)
    let others = (site.notes + site.pages).filter { $0.path != note.path }.namesOfFiles
    let own = pictures.filter { !others.contains($0.lastPart) }
    shared = pictures.subtracting(own).sorted()
    let layout = site.layout
    let files = own.sorted() + [note.path]
    removals = files.compactMap { copies.entry(copy: $0) }
    moves = files.filter { copies.entry(copy: $0) == nil }.map {
      Move(from: $0, to: "\(SiteLayout.privateNotesFolder)/\(Self.place(of: $0, layout))")
    }
    day = Moment(instant: now, in: site.configuration.zone).date
    zone = site.configuration.zone
  }

  private static func place(of path: String, _ layout: SiteLayout) -> String {
    [layout.notesFolder, SiteLayout.pagesFolder].lazy.compactMap(path.path(below:)).first ?? path
  }

  /// Does it, in a site's folder. What is in the way of a file stops it before anything is changed.
  package func apply(in root: String) throws(RetractionFailure) {
    let lock: FileLock?
    do throws(FileError) {
      lock = try PrivateFolder.lock(in: root)
    } catch {
      throw RetractionFailure(problems: [.retractStopped(error)])
    }
    defer { lock?.remove() }
    let taken = moves.filter { move in
      let (from, to) = ("\(root)/\(move.from)", "\(root)/\(move.to)")
      return Disk.kind(to) != nil && !Disk.isSame(from, to)
    }
    guard taken.isEmpty else {
      throw RetractionFailure(problems: taken.map { .retractTaken($0) })
    }
    let changed = removals.filter { !isUnchanged($0, in: root) }
    guard changed.isEmpty else {
      throw RetractionFailure(problems: changed.map { .retractChanged($0) })
    }
    if !goneAddresses.isEmpty { try record(in: "\(root)/\(GoneList.fileName)") }
    do throws(FileError) {
      if !moves.isEmpty { try PrivateFolder.make(in: root) }
      for move in moves {
        try Disk.moveFile("\(root)/\(move.from)", toFree: "\(root)/\(move.to)")
      }
      for entry in removals { try Disk.removeFile("\(root)/\(entry.copy)") }
    } catch {
      throw RetractionFailure(problems: [.retractStopped(error)])
    }
    // Last: a record of a copy that is gone harms nothing.
    if !removals.isEmpty { try forgetCopies(in: root) }
  }

  /// Takes what was removed out of the record, as that is by now.
  private func forgetCopies(in root: String) throws(RetractionFailure) {
    let folder = DiskFolder(root)
    let (copies, problems) = PublishedCopies.read(in: folder)
    guard !problems.hasErrors else { throw RetractionFailure(problems: problems) }
    var left = copies.existing(in: folder)
    left.remove(copies: Set(removals.map(\.copy)))
    do throws(FileError) {
      try Disk.replace("\(root)/\(PublishedCopies.path)", with: left.bytes)
    } catch {
      throw RetractionFailure(problems: [.retractStopped(error)])
    }
  }

  /// Whether a copy says what was published.
  private func isUnchanged(_ entry: PublishedCopies.Entry, in root: String) -> Bool {
    guard let bytes = try? Disk.read("\(root)/\(entry.copy)") else { return false }
    return entry.digests.contains(SHA256.hexadecimal(bytes))
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

  fileprivate static func retractChanged(_ entry: PublishedCopies.Entry) -> Problem {
    Problem(
      .publishChanged, file: entry.copy,
      "it is no longer the copy of “\(entry.original)” that was published, and would be lost",
      hint: "bring what it says into the original, or move it out of the way yourself")
  }

  fileprivate static func retractStopped(_ error: FileError) -> Problem {
    Problem(
      .outputWrite, "“\(error.path)” could not be changed: \(error.explanation)",
      hint: "do it again when that is mended; nothing is lost")
  }
}
