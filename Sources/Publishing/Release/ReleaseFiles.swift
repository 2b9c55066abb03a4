import Files
import Notes
import Pictures
import Problems
import Text

/// The pictures and other files that go with a note, and what becomes of each.
struct ReleaseFiles {
  private(set) var files: [Release.ReleasedFile] = []
  private(set) var steps: [Release.Step] = []
  /// Of what stays private and has a copy.
  private(set) var entries: [PublishedCopies.Entry] = []
  /// The same while a copy is being replaced.
  private(set) var entriesBefore: [PublishedCopies.Entry] = []
  private(set) var problems: [Problem] = []

  private let desk: ReleaseDesk
  /// Whether the note's original stays, which shows them still.
  private let keepsOriginal: Bool
  /// The names of the files that other private notes show.
  private let shared: Set<String>

  /// No file is larger, in bytes.
  static let limit = 256 * 1_048_576

  init(_ desk: ReleaseDesk, _ draft: ReleaseDraft, _ used: [(source: String, target: String)]) {
    self.desk = desk
    keepsOriginal = draft.keepsOriginal
    let others = desk.site.notes.filter {
      SiteLayout.isPrivate($0.path) && $0.path != draft.note.path
    }
    shared = others.namesOfFiles
    for (source, target) in used {
      do throws(FileError) {
        try add(source, target)
      } catch {
        problems.append(.unreadableFile(error.path, error))
      }
    }
  }

  private mutating func add(_ source: String, _ target: String) throws(FileError) {
    let bytes = try desk.folder.read(source, limit: Self.limit)
    let format = PictureFormat(of: bytes, at: source)
    let clean = format.flatMap { try? CleanPicture(bytes, as: $0) }
    let wanted = clean?.bytes ?? bytes
    if format == nil, !desk.site.standIns.places(in: bytes).isEmpty {
      problems.append(.nameInFile(target))
    }
    let stays = keepsOriginal || wanted != bytes || shared.contains(source.lastPart)
    let digest = SHA256.hexadecimal(wanted)
    let standing =
      desk.folder.kind(target) == nil ? nil : try desk.folder.read(target, limit: Self.limit)
    var digests = [digest]
    var way = Release.ReleasedFile.Way.copies
    if standing == wanted {
      way = .isThere
      if !stays { steps.append(.remove(source)) }
    } else if let standing {
      let old = SHA256.hexadecimal(standing)
      let entry = desk.copies.entry(copy: target)
      guard let entry, entry.digests.contains(old) else {
        problems.append(
          entry == nil ? .publishTaken(source, by: target) : .publishChanged(source, target, nil))
        return
      }
      digests.append(old)
      steps.append(.replace(target, with: wanted))
    } else if stays {
      steps.append(.place(wanted, at: target))
    } else {
      way = .moves
      steps.append(.move(source, to: target))
    }
    files.append(
      .init(source: source, target: target, way: way, removed: clean?.removed ?? []))
    guard stays else { return }
    entries.append(.init(original: source, copy: target, digests: [digest]))
    entriesBefore.append(.init(original: source, copy: target, digests: digests))
  }
}

extension [Note] {
  /// The names of files that these notes refer to. Names alone, as links of notes that are held back
  /// are not followed: a file too many that stays is better than one that is missing.
  var namesOfFiles: Set<String> {
    var names: Set<String> = []
    for note in self {
      let links = (note.whole ?? note.open).document.links.map(\.destination)
      for text in links + [note.matter.image].compactMap(\.self) {
        let bare = String(text.prefix { $0 != "#" && $0 != "?" && $0 != "|" })
        names.insert((bare.percentDecoded ?? bare).lastPart)
      }
    }
    return names
  }
}

extension String {
  /// The name of a file, without its folders.
  var lastPart: String { split(separator: "/").last.map(String.init) ?? self }
}

extension Problem {
  fileprivate static func nameInFile(_ path: String) -> Problem {
    Problem(
      .leakStandIn, file: path,
      "a name for which \(StandInFile.path) has other words stands in this file",
      hint: "take it out there, and look at the file’s properties too")
  }
}
