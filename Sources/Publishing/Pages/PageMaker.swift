import Dates
import Notes
import Parallel
import Problems
import Templates
import Text

/// Makes the pages of a portfolio in a theme.
///
/// It is a class because every page holds it until it is rendered.
final class PageMaker: Sendable {
  private let portfolio: Portfolio
  private let theme: Theme
  private let searchFiles: SearchFiles?
  /// The present, which decides what is still so.
  private let today: CivilDate
  /// The timeline.
  private let views: [EntryView]
  /// What the pages of a project's notes make known.
  private let projectFeeds: [String: [FeedLink]]
  private let neighbours: Neighbours

  /// Without `searchFiles` there is no search page.
  init(
    _ portfolio: Portfolio, _ theme: Theme, _ searchFiles: SearchFiles?, on today: CivilDate
  ) {
    self.portfolio = portfolio
    self.theme = theme
    self.searchFiles = searchFiles
    projectFeeds = portfolio.projectFeeds
    self.today = today
    let changes = portfolio.statusChanges
    let neighbours = Neighbours(portfolio)
    self.neighbours = neighbours
    views = Array(portfolio.entries.indices).concurrentMap { index in
      let entry = portfolio.entries[index]
      return EntryView(
        entry, portfolio, theme.strings, changesStatus: changes.contains(index),
        isNewest: neighbours.newestPlace(of: entry.note) == index)
    }
  }

  var pages: [Page] {
    home + notes + standingPages + unlisted + threads + lists + redirects + gone
      + [notFound]
  }

  /// Pages with addresses of their own choice. Where the author has made a page of the same address,
  /// that one stands there.
  private var lists: [Page] {
    (indexes + undated + people + search + subscribe).filter { !portfolio.isTaken($0.route) }
  }

  private var strings: Strings { theme.strings }

  private func view(_ index: Int) -> EntryView { views[index] }

  // MARK: - Timeline

  private var home: [Page] {
    let pageSize = portfolio.configuration.pageSize
    let count = max(1, (portfolio.entries.count + pageSize - 1) / pageSize)
    return (1...count).map { number in
      let route = Self.route("", page: number)
      return page(route, .generated("the home page"), .listed(changed: newest), theme.home) {
        [self] in
        let entries = views.page(number, of: pageSize)
        let isFirst = number == 1
        let present = isFirst ? Present(portfolio, on: today) : nil
        return HomePage(
          frame: Frame(
            portfolio, route, title: isFirst ? nil : title(page: number),
            description: isFirst && portfolio.configuration.description != nil
              ? nil : Self.description(entries),
            subject: isFirst ? aboutAuthor ?? .collection : .collection),
          now: present?.now.map { NoteLink($0, portfolio, strings, date: $0.updated ?? $0.date) },
          stuck: (present?.stuck ?? []).map {
            NoteLink($0, portfolio, strings, summary: $0.stuckOn)
          },
          rhythm: isFirst ? rhythm : nil,
          pinned: isFirst ? portfolio.pinned.map(view) : [],
          years: entries.grouped(portfolio, strings),
          pager: pager("", number, of: count))
      }
    }
  }

  private var rhythm: RhythmView? {
    guard portfolio.configuration.show.contains(.rhythm) else { return nil }
    return Rhythm(portfolio.entries).map { RhythmView(rhythm: $0, strings: strings) }
  }

  private var threads: [Page] {
    let projects = portfolio.projects.flatMap { thread in
      pages(
        of: thread, "the page of the project “\(thread.name)”", theme.project, oldestFirst: true)
    }
    let topics = portfolio.topics.flatMap { thread in
      pages(of: thread, "the page of the topic “\(thread.name)”", theme.topic, oldestFirst: false)
    }
    let years = portfolio.years.flatMap { thread in
      pages(of: thread, "the page of the year \(thread.name)", theme.year, oldestFirst: false)
    }
    return projects + topics + years
  }

  private func pages(
    of thread: Thread, _ name: String, _ program: Program<ThreadPage>, oldestFirst: Bool
  ) -> [Page] {
    let pageSize = portfolio.configuration.pageSize
    let count = max(1, (thread.entries.count + pageSize - 1) / pageSize)
    let entries = oldestFirst ? thread.entries.reversed() : thread.entries
    let changed = lastChange(thread.entries)
    let place = String(thread.route.path.dropLast())
    let trail =
      place.hasPrefix("years/") ? [] : [list(place.hasPrefix("projects/") ? "projects" : "topics")]
    let feeds = trail.isEmpty ? [] : portfolio.links(to: portfolio.followable(thread))
    return (1...count).map { number in
      let route = Self.route(place, page: number)
      return page(route, .generated(name), .listed(changed: changed), program) { [self] in
        let views = entries.page(number, of: pageSize).map(view)
        return ThreadPage(
          frame: Frame(
            portfolio, route,
            title: number == 1 ? thread.name : "\(thread.name), \(title(page: number))",
            description: Self.description(views, thread.undated), subject: .collection,
            trail: trail, feeds: feeds),
          thread: thread, strings: strings, entries: views,
          years: views.grouped(portfolio, strings),
          changes: oldestFirst && number == 1 ? changes(of: thread) : [],
          undated: number == count ? thread.undated.map(undatedNote) : [],
          pager: pager(place, number, of: count))
      }
    }
  }

  /// The first of the entries with which a project changes its status, and the last: no
  /// more than a glance takes in.
  private func changes(of project: Thread) -> [EntryView] {
    let changes = project.entries.reversed().map(view).filter(\.changesStatus)
    return changes.count > 24 ? [changes[0]] + changes.suffix(23) : changes
  }

  private var indexes: [Page] {
    [
      index("projects", portfolio.projects, theme.projects),
      index("topics", portfolio.topics, theme.topics),
    ].compactMap(\.self)
  }

  private func index(_ place: String, _ threads: [Thread], _ program: Program<IndexPage>) -> Page? {
    guard !threads.isEmpty else { return nil }
    let route = Route.page(place)
    return page(route, .generated("the list of \(place)"), .listed(changed: newest), program) {
      [self] in
      IndexPage(
        frame: Frame(
          portfolio, route, title: strings[place], description: Self.list(threads.map(\.name)),
          subject: .collection),
        threads: threads.map { ThreadView(thread: $0, portfolio: portfolio, strings: strings) })
    }
  }

  // MARK: - Notes

  private var notes: [Page] { portfolio.notes.map { notePage($0, theme.note) } }

  private var standingPages: [Page] { portfolio.pages.map { notePage($0, theme.page) } }

  /// Pages that nothing leads to, and that lead to no others of their kind.
  private var unlisted: [Page] {
    portfolio.unlisted.map { notePage($0, $0.role == .page ? theme.page : theme.note) }
  }

  private func notePage(_ note: PublishedNote, _ program: Program<NotePage>) -> Page {
    let route = Route.page(note.location)
    let changed = note.lastChange
    let isListed = note.canonical == nil && note.presence == .listed
    let listing = isListed ? Page.Listing.listed(changed: changed?.isoDate) : .hidden
    return page(route, .note(note.path), listing, program) { [self] in
      let entry = neighbours.place(of: note).map(view) ?? entry(of: note)
      let topics = entry?.topics ?? portfolio.topicLinks(of: note)
      return NotePage(
        frame: Frame(
          portfolio, route, title: note.title.text,
          description: note.summary.isEmpty ? nil : note.summary.cut(to: 160),
          isHidden: note.presence == .unlisted,
          canonical: note.presence == .unlisted ? nil : note.canonical,
          subject: subject(of: note, entry?.entry, topics), trail: trail(to: note, topics),
          feeds: note.role == .note ? note.project.flatMap { projectFeeds[$0] } ?? [] : []),
        note: note, entry: entry, topics: topics, strings: strings,
        inTime: pair(neighbours.inTime(of: note)), inProject: pair(neighbours.inProject(of: note)))
    }
  }

  private func pair(_ places: Neighbours.Pair) -> EntryPair? {
    guard places.newer != nil || places.older != nil else { return nil }
    return EntryPair(newer: places.newer.map(view), older: places.older.map(view))
  }

  /// Where nobody is named, no page is about anyone.
  private var aboutAuthor: Frame.Subject? {
    portfolio.configuration.author.name == nil ? nil : .profile
  }

  private func subject(
    of note: PublishedNote, _ entry: Entry?, _ topics: [ThreadLink]
  ) -> Frame.Subject {
    guard note.role == .note else { return note.location == "about" ? aboutAuthor ?? .page : .page }
    guard let entry else { return .page }
    let changed = note.lastChange ?? entry.published
    return .article(
      Frame.Article(
        note: note, published: entry.published,
        modified: changed.instant > entry.published.instant ? changed : entry.published,
        topics: topics.map(\.name)))
  }

  /// A note lies below its project, else its first topic, else its year.
  private func trail(to note: PublishedNote, _ topics: [ThreadLink]) -> [Crumb] {
    guard note.role == .note else { return [] }
    if let project = portfolio.projectLink(of: note) {
      return [list("projects"), Crumb(name: project.name, route: project.route)]
    }
    if let topic = topics.first {
      return [list("topics"), Crumb(name: topic.name, route: topic.route)]
    }
    return note.date.map { date in
      [Crumb(name: String(date.date.year), route: .page("years/\(date.date.year)"))]
    } ?? []
  }

  private func list(_ place: String) -> Crumb { Crumb(name: strings[place], route: .page(place)) }

  /// What stands for a note on its page where the timeline has no entry of it: a log, or a
  /// standing page with a date.
  private func entry(of note: PublishedNote) -> EntryView? {
    guard let date = note.date else { return nil }
    let entry = Entry(note: note, update: nil, date: date)
    return EntryView(entry, portfolio, strings, changesStatus: false, isNewest: true)
  }

  private var undated: [Page] {
    guard !portfolio.undated.isEmpty else { return [] }
    let route = Route.page("undated")
    return [
      page(route, .generated("the list of undated notes"), .listed(changed: nil), theme.undated) {
        [self] in
        UndatedPage(
          frame: Frame(
            portfolio, route, title: strings["undated"],
            description: Self.list(portfolio.undated.map(\.title.text)), subject: .collection),
          notes: portfolio.undated.map(undatedNote))
      }
    ]
  }

  private func undatedNote(_ note: PublishedNote) -> UndatedNote {
    UndatedNote(note: note, portfolio: portfolio)
  }

  // MARK: - Odds and ends

  private var search: [Page] {
    guard let searchFiles else { return [] }
    let route = Route.page("search")
    return [
      page(route, .generated("the search page"), .hidden, theme.search) { [self] in
        SearchPage(
          frame: Frame(
            portfolio, route, title: strings["search"], isHidden: true,
            canonical: portfolio.addresses.url(route)),
          table: portfolio.href(searchFiles.table))
      }
    ]
  }

  /// Those who helped, or were helped, and have agreed to be named.
  private var people: [Page] {
    guard !portfolio.people.isEmpty else { return [] }
    let route = PeoplePage.route
    let changed = portfolio.people.flatMap { $0.helped + $0.wasHelped }.compactMap(\.lastChange)
      .max { $0.instant < $1.instant }
    return [
      page(
        route, .generated("the page of people"), .listed(changed: changed?.isoDate), theme.people
      ) { [self] in
        PeoplePage(
          frame: Frame(
            portfolio, route, title: strings["people"],
            description: Self.list(portfolio.people.map(\.name)), subject: .collection),
          strings: strings)
      }
    ]
  }

  /// The page that explains the feeds.
  private var subscribe: [Page] {
    let route = SubscribePage.route
    return [
      page(route, .generated("the page about feeds"), .listed(changed: newest), theme.subscribe) {
        [self] in
        let others =
          Archive(of: portfolio, strings).links
          + [OPML(portfolio: portfolio, strings: strings).link]
        return SubscribePage(
          frame: Frame(
            portfolio, route, title: strings["subscribe"],
            description: strings["subscribe_description"], feeds: others),
          strings: strings)
      }
    ]
  }

  private var notFound: Page {
    let route = Route.file("404.html")
    return page(route, .generated("the page for what is not found"), .hidden, theme.notFound) {
      [self] in
      PlainPage(
        frame: Frame(portfolio, route, title: strings["page_not_found"], isHidden: true))
    }
  }

  /// Pages that say that something was taken down, and nothing of what it was.
  private var gone: [Page] {
    portfolio.goneRoutes.map { route in
      page(route, .generated("an address of \(GoneList.fileName)"), .hidden, theme.gone) {
        [self] in
        PlainPage(frame: Frame(portfolio, route, title: strings["page_gone"], isHidden: true))
      }
    }
  }

  /// A page at each old address that leads to the new one.
  private var redirects: [Page] {
    portfolio.redirections.map { redirection in
      let url =
        switch redirection.target {
        case .here(let route): portfolio.addresses.url(route)
        case .elsewhere(let url): url
        }
      return page(redirection.from, redirection.origin, .hidden, theme.redirect) { [self] in
        RedirectPage(
          frame: Frame(
            portfolio, redirection.from, title: redirection.title, isHidden: true, canonical: url),
          target: url)
      }
    }
  }

  // MARK: - Parts

  private func page<Subject: Sendable>(
    _ route: Route, _ origin: Page.Origin, _ listing: Page.Listing, _ program: Program<Subject>,
    _ subject: @escaping @Sendable () -> Subject
  ) -> Page {
    Page(route, origin, listing) { () throws(Problem) in
      let (bytes, problem) = program.render(subject())
      if let problem { throw problem.met(by: origin) }
      return bytes
    }
  }

  private var newest: String? {
    portfolio.newestFirst.first.map { portfolio.entries[$0].published.isoDate }
  }

  /// When the last of some entries came out.
  private func lastChange(_ places: [Int]) -> String? {
    places.map { portfolio.entries[$0].published }.max { $0.instant < $1.instant }?.isoDate
  }

  /// What a list is about, in the words of its entries.
  private static func description(
    _ entries: [EntryView], _ undated: [PublishedNote] = []
  ) -> String {
    // More would be cut off.
    list(entries.prefix(10).map(\.label) + undated.prefix(10).map(\.title.text))
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(20).joined(separator: " · ").cut(to: 160)
  }

  private func title(page number: Int) -> String { "\(strings["page"]) \(number)" }

  private func pager(_ place: String, _ number: Int, of count: Int) -> Pager {
    func link(_ number: Int) -> String? {
      (1...count).contains(number)
        ? portfolio.addresses.href(Self.route(place, page: number)) : nil
    }
    return Pager(number: number, count: count, previous: link(number - 1), next: link(number + 1))
  }

  /// The first page has the place itself, the others `page/2` and so on below it.
  private static func route(_ place: String, page number: Int) -> Route {
    guard number > 1 else { return .page(place) }
    return .page(place.isEmpty ? "page/\(number)" : "\(place)/page/\(number)")
  }
}

extension Problem {
  /// With the note, or the page, in making which it showed.
  fileprivate func met(by origin: Page.Origin) -> Problem {
    switch origin {
    case .note(let path): adding(Problem.Note("met in the page of this note", file: path))
    case .generated(let words): adding(Problem.Note("met in \(words)"))
    }
  }
}

extension RandomAccessCollection {
  /// One page of a list, counted from 1.
  fileprivate func page(_ number: Int, of size: Int) -> [Element] {
    Array(dropFirst((number - 1) * size).prefix(size))
  }
}
