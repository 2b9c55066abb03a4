import Dates
import Markdown
import Problems

/// One Markdown file, read: what its author said about it, and its rendered text.
///
/// A note is nobody's to see yet. Only the gate in `Publishing` decides that. It is a class because
/// it goes through many hands: a copy of so many values costs more than a reference.
package final class Note: Sendable {
  /// Relative to the site's folder.
  package let path: String
  package let role: Role
  /// Where its page belongs below the site's root, unless its front matter says otherwise:
  /// `ward/roster`, without the date prefix of the file's name.
  package let location: String
  /// The folders it lies in, outermost first.
  package let folders: [String]
  package let matter: FrontMatter
  package let document: Document
  package let title: Title
  /// When the work happened; nil for an undated note.
  package let date: Moment?
  package let updates: [Update]
  /// Where the text starts in the file, as the number of lines before it.
  package let linesBeforeText: Int
  /// What should not be published of it, in its file and its path.
  package let leaks: [Problem]
  /// Where people are named, who may not have agreed to it.
  package let mentions: [Mention]

  package enum Role: Sendable {
    /// An entry of the timeline.
    case note
    /// A standing page.
    case page
  }

  /// What a note is called, and who says so.
  package struct Title: Hashable, Sendable {
    package enum Source: Sendable { case frontMatter, heading, fileName, firstWords }

    package let text: String
    package let source: Source
  }

  /// A dated section of a log.
  package struct Update: Sendable {
    package let date: Moment
    package let title: String?
    /// The anchor of its heading, unique in the note.
    package let anchor: String
    /// The index of its section in the document.
    package let section: Int
    package let line: Int
  }

  init(
    path: String, role: Role, location: String, folders: [String], matter: FrontMatter,
    document: Document, title: Title, date: Moment?, updates: [Update], linesBeforeText: Int,
    leaks: [Problem], mentions: [Mention]
  ) {
    self.path = path
    self.role = role
    self.location = location
    self.folders = folders
    self.matter = matter
    self.document = document
    self.title = title
    self.date = date
    self.updates = updates
    self.linesBeforeText = linesBeforeText
    self.leaks = leaks
    self.mentions = mentions
  }

  /// Who may see it: what its front matter says, but in the private folder never more than a coach,
  /// and elsewhere everyone where it says nothing.
  package var visibility: Visibility {
    guard SiteLayout.isPrivate(path) else { return matter.visibility ?? .public }
    return matter.visibility == .coach ? .coach : .private
  }

  package var isLog: Bool { !updates.isEmpty }

  /// The same note with the date that was found for it.
  func dated(_ date: Moment) -> Note {
    Note(
      path: path, role: role, location: location, folders: folders, matter: matter,
      document: document, title: title, date: date, updates: updates,
      linesBeforeText: linesBeforeText, leaks: leaks, mentions: mentions)
  }
}
