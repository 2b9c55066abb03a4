import Dates
import Notes

// What each kind of page shows. A page is a value that knows where to look; what it says is worked
// out when a template asks.

/// The home page, or one of those that go on where it ends.
struct HomePage: Sendable {
  let frame: Frame
  /// What stands at the top of the first page.
  let now: NoteLink?
  let stuck: [NoteLink]
  let rhythm: RhythmView?
  let pinned: [EntryView]
  let years: [YearGroup]
  /// Notes without a date, where there are no others.
  let undated: [UndatedNote]
  let pager: Pager
}

/// The page of a note, or a standing page.
///
/// It is a class because its template asks it for so much: nothing is copied for an answer.
final class NotePage: Sendable {
  let frame: Frame
  let note: PublishedNote
  /// The note as lists show it; nil for an undated one.
  let entry: EntryView?
  let topics: [ThreadLink]
  let strings: Strings
  /// The entries before and after it, in the timeline and in its project.
  let inTime: EntryPair?
  let inProject: EntryPair?

  init(
    frame: Frame, note: PublishedNote, entry: EntryView?, topics: [ThreadLink], strings: Strings,
    inTime: EntryPair?, inProject: EntryPair?
  ) {
    self.frame = frame
    self.note = note
    self.entry = entry
    self.topics = topics
    self.strings = strings
    self.inTime = inTime
    self.inProject = inProject
  }

  var portfolio: Portfolio { frame.portfolio }
  var content: NoteContent { NoteContent(note: note, portfolio: portfolio, strings: strings) }

  var backlinks: [Backlink] {
    portfolio.backlinks(to: note).map { Backlink(note: $0, portfolio: portfolio, strings: strings) }
  }

  /// The notes that closed what this one left open.
  var solvedBy: [NoteLink] {
    portfolio.ties.closers(of: note).map {
      NoteLink($0, portfolio, strings, wasStuck: note.isStuck)
    }
  }

  /// The notes whose open ends this one closed.
  var solves: [NoteLink] {
    portfolio.ties.closed(by: note).map {
      NoteLink($0, portfolio, strings, wasStuck: $0.isStuck)
    }
  }
}

/// A note that links to the one whose page this is.
struct Backlink: Sendable {
  let note: PublishedNote
  let portfolio: Portfolio
  let strings: Strings
}

/// The entries after and before a note: one of them at least.
struct EntryPair: Sendable {
  let newer: EntryView?
  let older: EntryView?
}

/// The page of a project, a topic or a year.
struct ThreadPage: Sendable {
  let frame: Frame
  let thread: Thread
  let strings: Strings
  /// The entries of this page, in the order in which it shows them.
  let entries: [EntryView]
  let years: [YearGroup]
  /// Of a project, the entries with which it changes its status, oldest first; on the first page.
  let changes: [EntryView]
  /// Notes without a date; on the last page only.
  let undated: [UndatedNote]
  let pager: Pager

  var first: Moment? { thread.entries.last.map { frame.portfolio.entries[$0].date } }
  var latest: Moment? { thread.entries.first.map { frame.portfolio.entries[$0].date } }
}

/// The list of all notes without a date.
struct UndatedPage: Sendable {
  let frame: Frame
  let notes: [UndatedNote]
}

struct UndatedNote: Sendable {
  let note: PublishedNote
  let portfolio: Portfolio
}

/// The list of all projects, or of all topics.
struct IndexPage: Sendable {
  let frame: Frame
  let threads: [ThreadView]
}

struct ThreadView: Sendable {
  let thread: Thread
  let portfolio: Portfolio
  let strings: Strings

  var status: Status? { portfolio.status(of: thread) }
  var first: Moment? { thread.entries.last.map { portfolio.entries[$0].date } }
  var latest: Moment? { thread.entries.first.map { portfolio.entries[$0].date } }
}

/// The page where a reader searches.
struct SearchPage: Sendable {
  let frame: Frame
  /// The link to the table of the index.
  let table: String
}

/// A page that says nothing but what its template says.
struct PlainPage: Sendable {
  let frame: Frame
}

/// A page at an old address that leads to the new one.
struct RedirectPage: Sendable {
  let frame: Frame
  let target: String
}

/// Which page of several this is.
struct Pager: Sendable {
  let number: Int
  let count: Int
  /// The neighbours' addresses; nil at either end.
  let previous: String?
  let next: String?
}
