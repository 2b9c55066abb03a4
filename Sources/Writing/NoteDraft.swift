import Dates
import Files
import Notes
import Problems
import Text

/// A note that is about to become a file.
///
///     let draft = NoteDraft(
///       id: NoteID.mint(using: &generator), title: "The cache", date: day,
///       fields: [.init("project", .text("Atlas"))], text: "It forgets.\n")
///     let path = try draft.create(in: root, notesFolder: "notes")
package struct NoteDraft: Sendable {
  package var id: String
  package var title: String?
  /// When the work happened. The file's name begins with it if it is as exact as a day.
  package var date: Moment?
  /// What its front matter says besides, in this order.
  package var fields: [FrontMatterValue.Entry]
  /// What stands below the front matter.
  package var text: String
  /// A line at the top of the front matter that is for its author alone: nothing of it is ever
  /// published.
  package var comment: String?
  /// Words for the name of its file, where it has no title.
  package var nameWords: String?

  package init(
    id: String, title: String? = nil, date: Moment? = nil, fields: [FrontMatterValue.Entry] = [],
    text: String
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.fields = fields
    self.text = text
  }

  /// The whole file.
  package func bytes() throws(Problem) -> [UInt8] {
    let comment = comment.map { "# \($0.asOneLine)\n" } ?? ""
    var edit = try FrontMatterEdit(
      Array("---\n\(comment)---\n\(text)".utf8), path: "\(name).md")
    try edit.set("id", to: .text(id))
    if let title { try edit.set("title", to: .text(title)) }
    if let date { try edit.set("date", to: .date(date)) }
    for field in fields { try edit.set(field.key, to: field.value) }
    return edit.bytes
  }

  /// Of its file, without the ending.
  package var name: String {
    let words = (title ?? nameWords).map(FileName.slug) ?? ""
    let stem = words.isEmpty || words == "index" ? "note" : words
    guard let date, date.precision >= .day else { return stem }
    return "\(date.isoDate)-\(stem)"
  }

  /// Writes the file anew at a path of the site's folder, where an earlier state of it is.
  package func replace(_ path: String, in root: String) throws(Problem) {
    let bytes = try bytes()
    do throws(FileError) {
      try Disk.replace("\(root)/\(path)", with: bytes)
    } catch {
      throw .notWritten(error)
    }
  }

  /// Makes the file below the private notes of a site, in a folder of them, under a name that is free
  /// there and where it would be published; says which, from the site's folder. Nothing is ever
  /// overwritten, whoever writes at the same time.
  package func create(
    in root: String, folder: String = "", notesFolder: String
  ) throws(Problem) -> String {
    let bytes = try bytes()
    let below = folder.isEmpty ? "" : "\(folder)/"
    let published = notesFolder.isEmpty ? below : "\(notesFolder)/\(below)"
    do throws(FileError) {
      try PrivateFolder.make(in: root, notes: folder)
      var number = 1
      while true {
        let file = number == 1 ? "\(name).md" : "\(name)-\(number).md"
        let path = "\(SiteLayout.privateNotesFolder)/\(below)\(file)"
        number += 1
        guard Disk.kind("\(root)/\(published)\(file)") == nil,
          Disk.kind("\(root)/\(path)") == nil
        else { continue }
        do throws(FileError) {
          try Disk.place(bytes, at: "\(root)/\(path)")
          return path
        } catch {
          guard error.isTaken else { throw error }
        }
      }
    } catch {
      throw .notWritten(error)
    }
  }
}

extension Problem {
  static func notWritten(_ error: FileError) -> Problem {
    Problem(
      .outputWrite, "“\(error.path)” could not be written: \(error.explanation)",
      hint: "do it again when that is mended; nothing is lost")
  }
}
