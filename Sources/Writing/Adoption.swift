import Dates
import Files
import Notes
import Problems
import Text

/// What it takes to write the ids and dates of notes into their files, where they only follow from a
/// file's place, its name or its history so far.
///
/// The id of a note is the one that feed readers know it by already, so that nothing is delivered
/// twice. Private notes are left alone, as nobody follows them.
package struct Adoption: Sendable {
  /// What is to become of one file.
  package struct Change: Hashable, Sendable {
    package let path: String
    package let id: String?
    package let date: Moment?
    let old: [UInt8]
    let new: [UInt8]

    /// The lines that are not the same before and after.
    package var difference: (removed: [String], added: [String]) {
      func lines(_ bytes: [UInt8]) -> [Substring] {
        String(decoding: bytes.withPlainNewlines, as: UTF8.self)
          .split(separator: "\n", omittingEmptySubsequences: false)
      }
      var (before, after) = (lines(old)[...], lines(new)[...])
      while let first = before.first, first == after.first {
        before.removeFirst()
        after.removeFirst()
      }
      while let last = before.last, last == after.last {
        before.removeLast()
        after.removeLast()
      }
      return (before.map(String.init), after.map(String.init))
    }
  }

  /// In the order of their paths.
  package let changes: [Change]
  /// The notes whose date nobody knows.
  package let undated: [String]
  /// What stands in the way; then nothing is changed at all.
  package let problems: [Problem]

  /// `taken` are the ids that other notes have.
  package init(
    of site: Site, in folder: some Folder, taken: Set<String>,
    using generator: inout some RandomNumberGenerator
  ) {
    var taken = taken
    var changes: [Change] = []
    var problems: [Problem] = []
    let notes = site.notes.filter { !SiteLayout.isPrivate($0.path) }
    for note in notes {
      do throws(Problem) {
        let change = try Self.change(note, in: folder, &taken, using: &generator)
        if let change { changes.append(change) }
      } catch {
        problems.append(error)
      }
    }
    self.changes = changes
    self.problems = problems
    undated = notes.filter { $0.date == nil && !$0.isLog }.map(\.path)
  }

  private static func change(
    _ note: Note, in folder: some Folder, _ taken: inout Set<String>,
    using generator: inout some RandomNumberGenerator
  ) throws(Problem) -> Change? {
    let old: [UInt8]
    do throws(FileError) {
      old = try folder.read(note.path, limit: SourceFile.sizeLimit)
    } catch {
      throw .unreadable(note.path, error)
    }
    var edit = try FrontMatterEdit(old, path: note.path)
    var id: String?
    if note.matter.id == nil {
      let known = NoteID.ofPlace(note.location)
      // An unlisted note stands at an address made of its id, and one that followed from its place
      // could be guessed. Nor can two notes be known by one id.
      let isOwn = note.visibility != .unlisted && !taken.contains(known)
      let new = isOwn ? known : NoteID.mint(using: &generator, avoiding: taken)
      taken.insert(new)
      try edit.set("id", to: .text(new))
      id = new
    }
    var date: Moment?
    if let found = note.date, !note.isLog, !FrontMatterEdit.dateKeys.contains(where: edit.has) {
      try edit.set("date", to: .date(found))
      date = found
    }
    guard edit.bytes != old else { return nil }
    return Change(path: note.path, id: id, date: date, old: old, new: edit.bytes)
  }

  /// Writes all files of a site's folder, each whole or not at all. What can be known to be in the way
  /// stops it before the first.
  package func apply(in root: String) throws(AdoptionFailure) {
    let protected = changes.filter { Disk.isProtected("\(root)/\($0.path)") }
    guard protected.isEmpty else {
      throw AdoptionFailure(problems: protected.map { .readOnly($0.path) }, written: 0)
    }
    for (number, change) in changes.enumerated() {
      let file = "\(root)/\(change.path)"
      do throws(FileError) {
        guard try Disk.read(file, limit: SourceFile.sizeLimit) == change.old else {
          throw FileError(.write, file, .changed)
        }
        try Disk.replace(file, with: change.new)
      } catch {
        throw AdoptionFailure(problems: [.notWritten(error)], written: number)
      }
    }
  }
}

/// Why files were not written, and how many had been before.
package struct AdoptionFailure: Error {
  package let problems: [Problem]
  package let written: Int
}

extension Problem {
  fileprivate static func readOnly(_ path: String) -> Problem {
    Problem(
      .fileReadOnly, file: path, "this file may not be written, and nothing was changed",
      hint: "let it be written (chmod u+w), or give the note its id and date yourself")
  }
}
