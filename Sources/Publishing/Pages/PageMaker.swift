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
  /// The present, which decides what is still so.
  private let today: CivilDate
  /// The timeline.
  private let views: [EntryView]
  private let neighbours: Neighbours

  init(_ portfolio: Portfolio, _ theme: Theme, on today: CivilDate) {
    self.portfolio = portfolio
    self.theme = theme
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
        let isFirst = number == 1
        let present = isFirst ? Present(portfolio, on: today) : nil
        return HomePage(
          frame: Frame(portfolio, route, title: isFirst ? nil : title(page: number)),
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
    return page(route, .generated("the list of \(place)"), .listed(changed: nil), program) {
      IndexPage(
        frame: Frame(portfolio, route, title: strings[place]),
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
    let changed = (note.updated ?? note.latest)?.isoDate
    let isListed = note.canonical == nil && note.presence == .listed
    let listing = isListed ? Page.Listing.listed(changed: changed) : .hidden
    return page(route, .note(note.path), listing, program) {
      let entry = neighbours.place(of: note).map(view) ?? entry(of: note)
      return NotePage(
        frame: Frame(
          portfolio, route, title: note.title.text,
          description: note.summary.isEmpty ? nil : note.summary.cut(to: 160),
          isHidden: note.presence == .unlisted, canonical: note.canonical),
        note: note, entry: entry, topics: entry?.topics ?? portfolio.topicLinks(of: note),
        strings: strings, inTime: pair(neighbours.inTime(of: note)),
        inProject: pair(neighbours.inProject(of: note)))
    }
  }

  private func pair(_ places: Neighbours.Pair) -> EntryPair? {
    guard places.newer != nil || places.older != nil else { return nil }
    return EntryPair(newer: places.newer.map(view), older: places.older.map(view))
  }

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
