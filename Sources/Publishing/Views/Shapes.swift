import Dates
import Notes
import Templates

/// Every value that a template can use, by kind of page.
///
/// What is the same on every page is known by the time a theme is bound, and becomes part of its
/// programs.
struct Shapes: Sendable {
  /// What all pages have.
  private let frame: Shape<Frame>

  init(strings: Strings, portfolio: Portfolio, styleSheet: Route) {
    frame = Self.frame(including: Self.site(strings, styleSheet), of: portfolio)
  }

  // MARK: - Pages

  var home: Shape<HomePage> {
    Shape<HomePage>("home page")
      .list("pinned", "The pinned notes; on the first page only.", Self.entry) { $0.pinned }
      .list("years", "The timeline, by year and month, newest first.", Self.year) { $0.years }
      .object("pager", "Which page of the timeline this is.", Self.pager) { $0.pager }
      .merging(frame) { $0.frame }
  }

  var note: Shape<NotePage> {
    Shape<NotePage>("note page")
      .html("content", "The text, without the heading that says the title.") { $0.content }
      .object("entry", "The note as lists show it; not for an undated note.", Self.entry) {
        $0.entry
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
        $0.portfolio.projectLink(of: $0.note)
      }
      .list("topics", "Its topics.", Self.link) { $0.topics }
      .text("stuck_on", "What blocks the work.") { $0.note.stuckOn }
      .texts("asks", "The help that is wanted.") { $0.note.asks }
      .texts("offers", "The help that is offered.") { $0.note.offers }
      .text("next", "The next step.") { $0.note.next }
      .list("people", "Who helped, or was helped.", Self.person) { page in
        page.note.people.map { PersonView(person: $0, strings: page.strings) }
      }
      .text("license", "Under which licence the note may be used.") { $0.note.license }
      .object("newer", "The entry after it in the timeline.", Self.entry) { $0.newer }
      .object("older", "The entry before it in the timeline.", Self.entry) { $0.older }
      .merging(frame) { $0.frame }
  }

  var thread: Shape<ThreadPage> {
    Shape<ThreadPage>("page of a project, a topic or a year")
      .text("name", "The name of the project or topic, or the year.") { $0.thread.name }
      .number("count", "How many entries it has.") { $0.thread.count }
      .text("status", "The project's status: the last that a note of it gave.") {
        $0.frame.portfolio.status(of: $0.thread)?.word
      }
      .text("status_text", "The same in the theme's words.") { page in
        page.frame.portfolio.status(of: page.thread).map { page.strings.name(of: $0) }
      }
      .list("entries", "The entries of this page; of a project, oldest first.", Self.entry) {
        $0.entries
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

  var plain: Shape<PlainPage> {
    Shape<PlainPage>("page without matter of its own").merging(frame) { $0.frame }
  }

  var redirect: Shape<RedirectPage> {
    Shape<RedirectPage>("page that leads elsewhere")
      .text("target", "The address it leads to.") { $0.target }
      .merging(frame) { $0.frame }
  }

  // MARK: - What all pages have

  private static func frame(
    including site: Shape<Portfolio>, of portfolio: Portfolio
  ) -> Shape<Frame> {
    Shape<Frame>("page")
      .text("title", "What the page is called; empty on the home page.") { $0.title }
      .text("description", "What the page is about, for machines and search engines.") {
        $0.description
      }
      .text("language", "The language of the page, as in `en` or `pt-BR`.") { $0.language }
      .text("url", "The whole address of the page.") { $0.portfolio.addresses.url($0.route) }
      .text("canonical", "The address that search engines should know; empty for none.") { frame in
        frame.isHidden ? "" : frame.canonical ?? frame.portfolio.addresses.url(frame.route)
      }
      .flag("is_hidden", "Whether search engines are asked to leave the page out.") {
        $0.isHidden
      }
      .flag("is_home", "Whether it is the home page.") { $0.route.path.isEmpty }
      .list("standing_pages", "The standing pages, such as About.", navigationLink) {
        $0.standingPages
      }
      .including(site, of: portfolio)
  }

  private static func site(_ strings: Strings, _ styleSheet: Route) -> Shape<Portfolio> {
    Shape<Portfolio>("site")
      .text("site_title", "What the site is called.") { $0.configuration.title }
      .text("site_description", "What the site says of itself.") { $0.configuration.description }
      .text("home", "The link to the home page.") { $0.href(Route(path: "")) }
      .text("feed", "The link to the RSS feed.") { $0.href(.file("feed.xml")) }
      .text("feed_url", "The whole address of the RSS feed.") {
        $0.addresses.url(.file("feed.xml"))
      }
      .text("stylesheet", "The link to the theme's style sheet.") {
        $0.href(styleSheet)
      }
      .text("theme_folder", "The link to the folder of the theme's other files.") {
        $0.href(.file("\(Theme.folder)/"))
      }
      .text("icon", "The link to the site's icon: the author's own, or a monogram.") {
        $0.href($0.icon.route)
      }
      .text("icon_type", "The icon's media type, such as `image/svg+xml`.") { $0.icon.type }
      .text("accent", "The site's accent colour, such as `#0b6e4f`; empty for the theme's own.") {
        $0.configuration.accent
      }
      .object("author", "The person whose site it is.", author) { $0.configuration.author }
      .text("projects_link", "The link to the list of projects; empty without any.") {
        $0.projects.isEmpty ? "" : $0.href(.page("projects"))
      }
      .text("topics_link", "The link to the list of topics; empty without any.") {
        $0.topics.isEmpty ? "" : $0.href(.page("topics"))
      }
      .text("undated_link", "The link to the notes without a date; empty without any.") {
        $0.undated.isEmpty ? "" : $0.href(.page("undated"))
      }
      .list("all_years", "Every year that has entries, newest first.", link) { portfolio in
        portfolio.years.map { ThreadLink(name: $0.name, href: portfolio.href($0.route)) }
      }
      .constants("strings", "The theme's words in the site's language.", strings.texts)
  }

  // MARK: - Parts

  private static var author: Shape<Author> {
    Shape<Author>("author")
      .text("name", "The author's name.") { $0.name }
      .text("url", "The author's own address.") { $0.url }
      .text("note", "What the author says of themselves, in a line.") { $0.note }
      .list("links", "Where else the author can be found.", authorLink) { $0.links }
  }

  private static var authorLink: Shape<Author.Link> {
    Shape<Author.Link>("author's link")
      .text("name", "What the link says.") { $0.name }
      .text("href", "Where it leads.") { $0.url }
  }

  private static var navigationLink: Shape<NavigationLink> {
    Shape<NavigationLink>("link of the navigation")
      .text("name", "What the link says.") { $0.title }
      .text("href", "Where it leads.") { $0.href }
      .flag("is_current", "Whether it leads to this very page.") { $0.isCurrent }
  }

  private static var link: Shape<ThreadLink> {
    Shape<ThreadLink>("link")
      .text("name", "What the link says.") { $0.name }
      .text("href", "Where it leads.") { $0.href }
  }

  private static var entry: Shape<EntryView> {
    Shape<EntryView>("entry")
      .text("href", "The link to the entry.") { $0.href }
      .text("title", "Its title; empty where its first words have to serve.") { $0.title }
      .text("label", "What a link to it says: its title, or words that stand for it.") { $0.label }
      .text("date", "When the work happened, for a `time` element.") { $0.date }
      .text("date_text", "The same in words.") { $0.dateText }
      .text("day", "The day of the month; empty where only the month or year is known.") {
        $0.day
      }
      .text("time", "The time of day, such as 14:05; empty where only the day is known.") {
        $0.time
      }
      .text("summary", "The note in short, or its first words.") { $0.entry.summary }
      .text("status", "Where the work stands, such as `stuck`.") { $0.status }
      .text("status_text", "The same in the theme's words.") { $0.statusText }
      .flag("changes_status", "Whether the project changes its status with it.") {
        $0.changesStatus
      }
      .object("project", "The project it belongs to.", link) { $0.project }
      .list("topics", "Its topics.", link) { $0.topics }
      .flag("is_update", "Whether it is an update of a log.") { $0.entry.update != nil }
      .text("log", "Of an update: the title of its log.") {
        $0.entry.update == nil ? "" : $0.entry.note.title.text
      }
      .text("language", "The language of its note, where that is not the site's.") {
        $0.entry.note.language
      }
  }

  private static var undatedNote: Shape<UndatedNote> {
    Shape<UndatedNote>("undated note")
      .text("title", "Its title.") { $0.note.title.text }
      .text("href", "The link to it.") { $0.portfolio.addresses.href(.page($0.note.location)) }
      .text("summary", "The note in short, or its first words.") { $0.note.summary }
      .text("language", "The language of the note, where that is not the site's.") {
        $0.note.language
      }
  }

  private static var year: Shape<YearGroup> {
    Shape<YearGroup>("year")
      .text("year", "The year.") { String($0.year) }
      .text("href", "The link to the year's page.") { $0.href }
      .list("months", "Its months, newest first.", month) { $0.months }
  }

  private static var month: Shape<MonthGroup> {
    Shape<MonthGroup>("month")
      .text("name", "The name of the month; empty for entries of which only the year is known.") {
        $0.name
      }
      .text("date", "The month for a `time` element.") { $0.machine }
      .list("entries", "Its entries, newest first.", entry) { $0.entries }
  }

  private static var person: Shape<PersonView> {
    Shape<PersonView>("person")
      .text("name", "Their name, or “a colleague” for someone who has not agreed to be named.") {
        $0.person.name ?? $0.strings["colleague"]
      }
      .text("url", "Their own address.") { $0.person.url }
      .flag("was_helped", "Whether the author helped them, and not they the author.") {
        $0.person.did == .wasHelped
      }
  }

  private static var threadView: Shape<ThreadView> {
    Shape<ThreadView>("project or topic in a list")
      .text("name", "Its name.") { $0.thread.name }
      .text("href", "The link to its page.") { $0.portfolio.addresses.href($0.thread.route) }
      .number("count", "How many entries it has.") { $0.thread.count }
      .text("status", "The last status that a note of it gave, such as `stuck`.") {
        $0.status?.word
      }
      .text("status_text", "The same in the theme's words.") { view in
        view.status.map { view.strings.name(of: $0) }
      }
      .text("latest", "The date of its newest entry, for a `time` element.") {
        $0.latest?.html
      }
      .text("latest_text", "The same in words.") { view in
        view.latest.map { view.strings.date($0) }
      }
  }

  private static var pager: Shape<Pager> {
    Shape<Pager>("pager")
      .number("number", "The number of this page, counted from 1.") { $0.number }
      .number("count", "How many pages there are.") { $0.count }
      .flag("is_needed", "Whether there is more than one.") { $0.count > 1 }
      .text("previous", "The link to the page before; empty on the first.") { $0.previous }
      .text("next", "The link to the page after; empty on the last.") { $0.next }
  }
}

/// Someone in a note, as pages show them.
struct PersonView: Sendable {
  let person: PublishedPerson
  let strings: Strings
}

extension Strings {
  /// The theme's word for a status; the author's own for one that is not known.
  func name(of status: Status) -> String { texts["status_\(status.word)"] ?? status.word }
}
