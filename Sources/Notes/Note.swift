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
  /// What everyone may read of it: nothing of its private blocks.
  package let open: Rendition
  /// The same with the private blocks, for the author alone; nil without any.
  package let whole: Rendition?
  /// Reads `open` anew without some of its sections, by their places; nil for a note without updates.
  private let leavingOut: (@Sendable (Set<Int>) -> Rendition)?
  /// When the work happened; nil for an undated note.
  package let date: Moment?
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

  /// What a note's text comes to.
  package struct Rendition: Sendable {
    package let document: Document
    package let title: Title
    package let updates: [Update]
    /// The sections that are parts of a note by their heading, and have nothing below it yet.
    package let emptyParts: Set<Int>
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
    open: Rendition, whole: Rendition?, leavingOut: (@Sendable (Set<Int>) -> Rendition)?,
    date: Moment?, linesBeforeText: Int, leaks: [Problem],
    mentions: [Mention]
  ) {
    self.path = path
    self.role = role
    self.location = location
    self.folders = folders
    self.matter = matter
    self.open = open
    self.whole = whole
    self.leavingOut = leavingOut
    self.date = date
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

  /// What everyone may read of it by a moment, in seconds since 1970: nothing of updates that lie
  /// ahead, whatever else in the text refers to them.
  package func open(by now: Int) -> Rendition {
    let ahead = open.updates.filter { $0.date.instant > now }
    guard !ahead.isEmpty, let leavingOut else { return open }
    return leavingOut(Set(ahead.map(\.section)))
  }

  package var isLog: Bool { !open.updates.isEmpty }

  /// The same note with the date that was found for it.
  func dated(_ date: Moment) -> Note {
    Note(
      path: path, role: role, location: location, folders: folders, matter: matter,
      open: open, whole: whole, leavingOut: leavingOut, date: date,
      linesBeforeText: linesBeforeText, leaks: leaks,
      mentions: mentions)
  }
}
