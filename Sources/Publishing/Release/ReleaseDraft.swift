import Dates
import Files
import Notes
import Problems
import Text

/// A note with what would be published of it, before anyone has looked at the site with it.
struct ReleaseDraft: Sendable {
  let note: Note
  let reach: Reach
  /// Where the public text will lie; the note's own place for one that stays there.
  let target: String
  let text: PublicNoteText
  let id: String
  /// What earlier publications have recorded.
  let entries: [PublishedCopies.Entry]
  /// What stands at the target now, where it is another file than the note.
  let standing: [UInt8]?
  /// Whether the original stays, beside its copy.
  let keepsOriginal: Bool

  var isInPlace: Bool { target == note.path }
  /// What has been recorded of a copy where this one will lie.
  var entry: PublishedCopies.Entry? { entries.first { $0.copy == target } }
  /// Copies at other places, which this one follows.
  var formerCopies: [PublishedCopies.Entry] { entries.filter { $0.copy != target } }
}

extension ReleaseDesk {
  /// `id` is for a note that has none.
  func draft(
    _ note: Note, for reach: Reach, id: String
  ) throws(ReleaseRefusal) -> ReleaseDraft {
    let ahead = aheadProblems(of: note)
    guard ahead.isEmpty else { throw ReleaseRefusal(problems: ahead) }
    let entries = copies.entries(of: note.path, id: note.matter.id)
    let place = try place(of: note, for: reach, entries)
    let bytes = try contents(of: note.path)
    let isOther = place.path != note.path
    let standing =
      isOther && folder.kind(place.path) == .file ? try contents(of: place.path) : nil
    let id = note.matter.id ?? entries.first?.id ?? id
    let text: PublicNoteText
    let former = try formerCopy(of: entries)
    let copy = entries.isEmpty ? nil : standing ?? former
    do throws(Problem) {
      let terms = PublicNoteText.Terms(
        reach: reach, today: today, id: id,
        earlier: copy.flatMap(earlier))
      text = try PublicNoteText(of: note, bytes, site.standIns, terms)
    } catch {
      throw ReleaseRefusal(problems: [error])
    }
    let isHere = note.path != place.path || reach == .coach
    if !isHere, text.isRedacted { throw ReleaseRefusal(problems: [.publishRedacted(note.path)]) }
    let draft = ReleaseDraft(
      note: note, reach: reach, target: place.path, text: text, id: id, entries: entries,
      standing: standing,
      keepsOriginal: isOther && (text.isRedacted || place.isRenamed || !entries.isEmpty))
    try refuseChanges(in: draft)
    return draft
  }

  private func aheadProblems(of note: Note) -> [Problem] {
    let matter = note.matter
    let moments = [
      ("embargo", matter.embargo), ("date", note.date), ("published", matter.published),
    ]
    return moments.compactMap { key, moment in
      guard let moment, moment.instant > now else { return nil }
      return .publishAhead(note.path, key: key, moment.isoDate)
    }
  }

  /// Where a note's public text lies, and whether a name has left its path.
  private func place(
    of note: Note, for reach: Reach, _ entries: [PublishedCopies.Entry]
  ) throws(ReleaseRefusal) -> (path: String, isRenamed: Bool) {
    let isPrivate = SiteLayout.isPrivate(note.path)
    guard reach != .coach else {
      guard isPrivate else { throw ReleaseRefusal(problems: [.publishNotPrivate(note.path)]) }
      return (note.path, false)
    }
    guard isPrivate else { return (note.path, false) }
    guard let path = publicPath(of: note.path) else {
      throw ReleaseRefusal(problems: [.publishPath(note.path)])
    }
    let isRenamed = path != publicPath(ofPrivate: note.path)
    // An address that is published stays, unless a name stands in it.
    let standing = entries.map(\.copy).first { copy in
      folder.kind(copy) == .file && site.standIns.places(in: Array(copy.utf8)).isEmpty
    }
    return (standing ?? path, isRenamed)
  }

  /// Where a private file belongs among those that are published; nil where a name stands in its path
  /// that cannot be replaced.
  func publicPath(of path: String) -> String? {
    site.standIns.redacted(path: publicPath(ofPrivate: path))
  }

  private func publicPath(ofPrivate path: String) -> String {
    let place = path.path(below: SiteLayout.privateNotesFolder) ?? path
    return notesFolder.isEmpty ? place : "\(notesFolder)/\(place)"
  }

  /// Where notes are published. A site whose first note this is gets the usual folder.
  private var notesFolder: String {
    let isNew =
      site.configuration.notesFolder == nil
      && site.notes.allSatisfy { SiteLayout.isPrivate($0.path) }
    return site.layout.notesFolder.isEmpty && isNew
      ? SiteLayout.usualNotesFolder : site.layout.notesFolder
  }

  private func contents(of path: String) throws(ReleaseRefusal) -> [UInt8] {
    do throws(FileError) {
      return try folder.read(path, limit: SourceFile.sizeLimit)
    } catch {
      throw ReleaseRefusal(problems: [.unreadableFile(path, error)])
    }
  }

  private func formerCopy(
    of entries: [PublishedCopies.Entry]
  ) throws(ReleaseRefusal) -> [UInt8]? {
    guard let entry = entries.first(where: { folder.kind($0.copy) == .file }) else { return nil }
    return try contents(of: entry.copy)
  }

  private func earlier(_ copy: [UInt8]) -> PublicNoteText.Earlier? {
    guard let edit = try? FrontMatterEdit(copy, path: "") else { return nil }
    func moment(_ key: String) -> Moment? {
      edit.text(key).flatMap { try? Moment(parsing: $0, in: site.configuration.zone) }
    }
    return .init(date: moment("date"), published: moment("published"))
  }

  /// A copy is overwritten only if it is what was published, or becomes what it is already.
  private func refuseChanges(in draft: ReleaseDraft) throws(ReleaseRefusal) {
    let new = draft.text.bytes
    if let standing = draft.standing, standing != new {
      guard let entry = draft.entry else {
        throw ReleaseRefusal(problems: [.publishTaken(draft.note.path, by: draft.target)])
      }
      guard entry.digests.contains(SHA256.hexadecimal(standing)) else {
        let difference = LineDifference(from: standing, to: new)
        throw ReleaseRefusal(
          problems: [.publishChanged(draft.note.path, draft.target, difference)])
      }
    }
    for former in draft.formerCopies where folder.kind(former.copy) == .file {
      let old = try contents(of: former.copy)
      guard former.digests.contains(SHA256.hexadecimal(old)) else {
        let difference = LineDifference(from: old, to: new)
        throw ReleaseRefusal(
          problems: [.publishChanged(draft.note.path, former.copy, difference)])
      }
    }
  }
}

/// Where two texts first differ, as a few lines of each.
struct LineDifference: Sendable {
  let line: Int
  let old: [String]
  let new: [String]

  private static let shown = 4

  init(from old: [UInt8], to new: [UInt8]) {
    let (a, b) = (Self.lines(old), Self.lines(new))
    let same = zip(a, b).prefix { $0 == $1 }.count
    let end = zip(a.dropFirst(same).reversed(), b.dropFirst(same).reversed())
      .prefix { $0 == $1 }.count
    line = same + 1
    self.old = Array(a[same..<a.count - end].prefix(Self.shown))
    self.new = Array(b[same..<b.count - end].prefix(Self.shown))
  }

  private static func lines(_ text: [UInt8]) -> [String] {
    let lines = Lines(text)
    return (1...lines.count).map { lines.text(ofLine: $0) }
  }
}

extension Problem {
  fileprivate static func publishAhead(_ path: String, key: String, _ day: String) -> Problem {
    Problem(
      .publishHeld, file: path, "its “\(key)” is \(day), and nothing is published before",
      hint: "wait, or change “\(key)”")
  }

  fileprivate static func publishNotPrivate(_ path: String) -> Problem {
    Problem(
      .publishNotHere, file: path,
      "a note for your coach lies in \(SiteLayout.privateNotesFolder)/, and this one does not",
      hint: "take it back first: outloud retract “\(path)”")
  }

  fileprivate static func publishRedacted(_ path: String) -> Problem {
    Problem(
      .publishNotHere, file: path,
      "something in this note is not to be published, so it may not stand here",
      hint: "move it to \(SiteLayout.privateNotesFolder)/, and publish it from there")
  }

  fileprivate static func publishPath(_ path: String) -> Problem {
    Problem(
      .redactionObstacle, file: path, "a name in the file’s path cannot be replaced",
      hint: "rename the file")
  }

  static func publishTaken(_ path: String, by other: String) -> Problem {
    Problem(
      .publishTaken, file: path, "there is a “\(other)” already, and nothing was changed",
      hint: "rename one of the two")
  }

  static func publishChanged(
    _ path: String, _ copy: String, _ difference: LineDifference?
  ) -> Problem {
    let lines = difference.map { difference in
      difference.old.map { Problem.Note("- \($0)", file: copy, line: difference.line) }
        + difference.new.map { Problem.Note("+ \($0)", file: path) }
    }
    return Problem(
      .publishChanged, file: path,
      "“\(copy)” has been changed since it was published, and would be overwritten",
      hint: "bring the change into the original, then delete the copy and publish again",
      notes: lines ?? [])
  }

  static func unreadableFile(_ path: String, _ error: FileError) -> Problem {
    Problem(.fileUnreadable, file: path, "the file could not be read: \(error.explanation)")
  }
}
