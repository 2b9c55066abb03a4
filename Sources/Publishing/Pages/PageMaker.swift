import Dates
import Notes
import Parallel
import Problems
import Templates
import Text

/// Makes the pages of a portfolio in a theme.
struct PageMaker: Sendable {
  private let portfolio: Portfolio
  private let theme: Theme
  /// The timeline.
  private let views: [EntryView]

  init(_ portfolio: Portfolio, _ theme: Theme) {
    self.portfolio = portfolio
    self.theme = theme
    let changes = portfolio.statusChanges
    views = Array(portfolio.entries.indices).concurrentMap { index in
      EntryView(
        portfolio.entries[index], portfolio, theme.strings, changesStatus: changes.contains(index))
    }
  }

  var pages: [Page] {
    home + notes + standingPages + unlisted + threads + indexes + undated + redirects + [notFound]
  }

  private var strings: Strings { theme.strings }

  private func view(_ index: Int) -> EntryView { views[index] }

  // MARK: - Timeline

  private var home: [Page] {
    let pageSize = portfolio.configuration.pageSize
    let count = max(1, (portfolio.entries.count + pageSize - 1) / pageSize)
    return (1...count).map { number in
      let route = Self.route("", page: number)
      let newest = portfolio.entries.first?.date.isoDate
      return page(route, .generated("the home page"), .listed(changed: newest), theme.home) {
        let entries = views.page(number, of: pageSize)
        return HomePage(
          frame: Frame(portfolio, route, title: number == 1 ? nil : title(page: number)),
          pinned: number == 1 ? portfolio.pinned.map(view) : [],
          years: entries.grouped(portfolio, strings),
          pager: pager("", number, of: count))
      }
    }
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
    let changed = thread.entries.first.map { portfolio.entries[$0].date.isoDate }
    return (1...count).map { number in
      let place = String(thread.route.path.dropLast())
      let route = Self.route(place, page: number)
      return page(route, .generated(name), .listed(changed: changed), program) {
        let views = entries.page(number, of: pageSize).map(view)
        return ThreadPage(
          frame: Frame(
            portfolio, route,
            title: number == 1 ? thread.name : "\(thread.name), \(title(page: number))"),
          thread: thread, strings: strings, entries: views,
          years: views.grouped(portfolio, strings),
          undated: number == count ? thread.undated.map(undatedNote) : [],
          pager: pager(place, number, of: count))
      }
    }
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
    return page(route, .generated("the list of \(place)"), .listed(changed: nil), program) {
      IndexPage(
        frame: Frame(portfolio, route, title: strings[place]),
        threads: threads.map { ThreadView(thread: $0, portfolio: portfolio, strings: strings) })
    }
  }

  // MARK: - Notes

  private var notes: [Page] {
    let neighbours = Neighbours(portfolio.entries)
    return portfolio.notes.map { note in
      notePage(note, theme.note) {
        let (own, newer, older) = neighbours.of(note)
        return (own.map(view), newer.map(view), older.map(view))
      }
    }
  }

  private var standingPages: [Page] {
    portfolio.pages.map { page in notePage(page, theme.page) { (nil, nil, nil) } }
  }

  /// Pages that nothing leads to, and that lead to no others of their kind.
  private var unlisted: [Page] {
    portfolio.unlisted.map { note in
      notePage(note, note.role == .page ? theme.page : theme.note) { (nil, nil, nil) }
    }
  }

  private func notePage(
    _ note: PublishedNote, _ program: Program<NotePage>,
    entries: @escaping @Sendable () -> (own: EntryView?, newer: EntryView?, older: EntryView?)
  ) -> Page {
    let route = Route.page(note.location)
    let changed =
      (note.updated ?? note.updates.map(\.date).max { $0.instant < $1.instant } ?? note.date)?
      .isoDate
    let isListed = note.canonical == nil && note.presence == .listed
    let listing = isListed ? Page.Listing.listed(changed: changed) : .hidden
    return page(route, .note(note.path), listing, program) {
      let (own, newer, older) = entries()
      let entry = own ?? entry(of: note)
      return NotePage(
        frame: Frame(
          portfolio, route, title: note.title.text,
          description: note.summary.isEmpty ? nil : note.summary.cut(to: 160),
          language: note.language, isHidden: note.presence == .unlisted,
          canonical: note.canonical),
        note: note, entry: entry, topics: entry?.topics ?? portfolio.topicLinks(of: note),
        strings: strings, newer: newer, older: older)
    }
  }

  /// What stands for a note on its page where the timeline has no entry of it: a log, or a
  /// standing page with a date.
  private func entry(of note: PublishedNote) -> EntryView? {
    guard let date = note.date else { return nil }
    let entry = Entry(note: note, update: nil, date: date)
    return EntryView(entry, portfolio, strings, changesStatus: false)
  }

  private var undated: [Page] {
    guard !portfolio.undated.isEmpty else { return [] }
    let route = Route.page("undated")
    return [
      page(route, .generated("the list of undated notes"), .listed(changed: nil), theme.undated) {
        UndatedPage(
          frame: Frame(portfolio, route, title: strings["undated"]),
          notes: portfolio.undated.map(undatedNote))
      }
    ]
  }

  private func undatedNote(_ note: PublishedNote) -> UndatedNote {
    UndatedNote(note: note, portfolio: portfolio)
  }

  // MARK: - Odds and ends

  private var notFound: Page {
    let route = Route.file("404.html")
    return page(route, .generated("the page for what is not found"), .hidden, theme.notFound) {
      PlainPage(
        frame: Frame(portfolio, route, title: strings["page_not_found"], isHidden: true))
    }
  }

  /// A page at each old address that leads to the new one.
  private var redirects: [Page] {
    let aliases = (portfolio.notes + portfolio.pages).flatMap { note in
      note.aliases.map { alias in
        redirect(
          from: alias, to: portfolio.addresses.url(.page(note.location)), .note(note.path),
          title: note.title.text)
      }
    }
    let configured = portfolio.configuration.redirects.map { redirect in
      let isElsewhere = redirect.to.contains("://")
      let target = isElsewhere ? redirect.to : portfolio.addresses.url(.page(redirect.to))
      return self.redirect(
        from: redirect.from, to: target, .generated("a redirect of outloud.yml"), title: target)
    }
    return aliases + configured
  }

  private func redirect(
    from place: String, to target: String, _ origin: Page.Origin, title: String
  ) -> Page {
    let route = Route.page(place)
    return page(route, origin, .hidden, theme.redirect) {
      RedirectPage(
        frame: Frame(portfolio, route, title: title, isHidden: true, canonical: target),
        target: target)
    }
  }

  // MARK: - Parts

  private func page<Subject: Sendable>(
    _ route: Route, _ origin: Page.Origin, _ listing: Page.Listing, _ program: Program<Subject>,
    _ subject: @escaping @Sendable () -> Subject
  ) -> Page {
    Page(route, origin, listing) { () throws(Problem) in
      let (bytes, problem) = program.render(subject())
      if let problem { throw problem }
      return bytes
    }
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

extension RandomAccessCollection {
  /// One page of a list, counted from 1.
  fileprivate func page(_ number: Int, of size: Int) -> [Element] {
    Array(dropFirst((number - 1) * size).prefix(size))
  }
}
