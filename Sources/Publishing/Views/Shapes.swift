import Dates
import Notes
import Templates

/// Every value that a template can use, by kind of page.
///
/// What is the same on every page is known by the time a theme is bound, and becomes part of its
/// programs.
struct Shapes: Sendable {
  /// What all pages have.
  let frame: Shape<Frame>
  private let strings: Strings
  private let searchScript: Route

  init(strings: Strings, portfolio: Portfolio, styleSheet: Route, searchScript: Route) {
    self.strings = strings
    self.searchScript = searchScript
    frame = Self.frame(of: portfolio, strings, styleSheet)
  }

  var home: Shape<HomePage> {
    Shape<HomePage>("home page")
      .object("now", "The page called `now`, while it is no older than 90 days.", Self.noteLink) {
        $0.now
      }
      .list(
        "stuck", "The newest notes that are stuck and not closed, no older than 90 days.",
        Self.noteLink
      ) { $0.stuck }
      .object("rhythm", "The last 52 weeks, where the site shows them.", Self.rhythm) {
        $0.rhythm
      }
      .list("pinned", "The pinned notes; on the first page only.", Self.entry) {
        $0.pinned.map { ListedEntry($0) }
      }
      .list("years", "The timeline, by year and month, newest first.", Self.year) { $0.years }
      .list(
        "undated", "The first notes without a date, where there are no others.", Self.undatedNote
      ) { $0.undated }
      .object("pager", "Which page of the timeline this is.", Self.pager) { $0.pager }
      .merging(frame) { $0.frame }
  }

  var note: Shape<NotePage> {
    Shape<NotePage>("note page")
      .html("content", "The text, without the heading that says the title.") { $0.content }
      .list(
        "contents", "The headings of a long note, for a table of contents.", Self.contentsLine
      ) { $0.content.contents }
      .text("text_language", "The language of the text, where that is not the site's.") {
        $0.note.language
      }
      .text("text_direction", "Which way that is written: `ltr` or `rtl`.") { page in
        page.note.language.map { Direction(language: $0).rawValue }
      }
      .object("entry", "The note as lists show it; not for an undated note.", Self.entry) {
        $0.entry.map { ListedEntry($0) }
      }
      .flag("is_log", "Whether the note has dated updates.") { !$0.note.updates.isEmpty }
      .text("updated", "The day of the last substantial change, for a `time` element.") {
        $0.note.updated?.html
      }
      .text("updated_text", "The same in words.") { page in
        page.note.updated.map { page.strings.date($0) }
      }
      .text("role", "What the author was in the project.") { $0.note.authorRole }
      .object("project", "The project it belongs to.", Self.link) {
        $0.portfolio.targets(of: $0.note).project
      }
      .list("topics", "Its topics.", Self.link) { $0.topics }
      .text("stuck_on", "What blocks the work.") { $0.note.stuckOn }
      .texts("asks", "The help that is wanted.") { $0.note.asks }
      .texts("offers", "The help that is offered.") { $0.note.offers }
      .text("next", "The next step.") { $0.note.next }
      .list("solved_by", "The notes that closed what this one left open.", Self.noteLink) {
        $0.solvedBy
      }
      .list("solves", "The notes whose open ends this one closed.", Self.noteLink) { $0.solves }
      .list("people", "Who helped, or was helped.", Self.person) { page in
        page.note.people.map { PersonView(person: $0, strings: page.strings) }
      }
      .text("license", "Under which licence the note may be used.") { $0.note.license }
      .list("backlinks", "The notes that link to it, newest first.", Self.backlink) {
        $0.backlinks
      }
      .object("in_time", "The entries before and after it in the timeline.", Self.pair) {
        $0.inTime
      }
      .object("in_project", "The entries before and after it in its project.", Self.pair) {
        $0.inProject
      }
      .merging(frame) { $0.frame }
  }

  var thread: Shape<ThreadPage> {
    Shape<ThreadPage>("page of a project, a topic or a year")
      .text("name", "The name of the project or topic, or the year.") { $0.thread.name }
      .number("count", "How many entries it has.") { $0.thread.count }
      .text("status", "The project's status: the last that a note of it gave.") {
        $0.frame.portfolio.status(of: $0.thread)?.word
      }
      .phrase("status_text", "The same in the theme's words.") { page in
        page.strings.phrase(for: page.frame.portfolio.status(of: page.thread))
      }
      .text("first", "The date of its oldest entry, for a `time` element.") { $0.first?.html }
      .text("first_text", "The same in words.") { page in
        page.first.map { page.strings.date($0) }
      }
      .text("latest", "The date of its newest entry, for a `time` element.") { $0.latest?.html }
      .text("latest_text", "The same in words.") { page in
        page.latest.map { page.strings.date($0) }
      }
      .list(
        "changes", "The entries with which a project changes its status; on its first page only.",
        Self.entry
      ) { $0.changes.map { ListedEntry($0) } }
      .list("entries", "The entries of this page; of a project, oldest first.", Self.entry) {
        $0.entries.map { ListedEntry($0) }
      }
      .list("years", "The same by year and month.", Self.year) { $0.years }
      .list("undated", "Its notes without a date.", Self.undatedNote) { $0.undated }
      .object("pager", "Which page of several this is.", Self.pager) { $0.pager }
      .merging(frame) { $0.frame }
  }

  var undated: Shape<UndatedPage> {
    Shape<UndatedPage>("page of undated notes")
      .list("undated", "The notes without a date, by address.", Self.undatedNote) { $0.notes }
      .merging(frame) { $0.frame }
  }

  var index: Shape<IndexPage> {
    Shape<IndexPage>("list of projects or topics")
      .list("threads", "The projects or topics.", Self.threadView) { $0.threads }
      .merging(frame) { $0.frame }
  }

  var search: Shape<SearchPage> {
    let script = searchScript
    let language = strings.isBorrowed("search_found") ? Words.fallback : ""
    return Shape<SearchPage>("search page")
      .text("search_index", "The link to the index, for the script.") { $0.table }
      .text("search_script", "The link to the script.") { $0.frame.portfolio.href(script) }
      .text("search_language", "The language of what the script says, where it is not the page's.")
    {
      _ in language
    }
      .merging(frame) { $0.frame }
  }

  var plain: Shape<PlainPage> {
    Shape<PlainPage>("page without matter of its own").merging(frame) { $0.frame }
  }

  var redirect: Shape<RedirectPage> {
    Shape<RedirectPage>("page that leads elsewhere")
      .text("target", "The address it leads to.") { $0.target }
      .merging(frame) { $0.frame }
  }
}
