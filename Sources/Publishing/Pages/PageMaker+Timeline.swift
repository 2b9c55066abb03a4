import Notes
import Templates

/// The timeline, and what gathers entries of it: projects, topics, years.
extension PageMaker {
  var home: [Page] {
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
          undated: entries.isEmpty ? portfolio.undated.prefix(pageSize).map(undatedNote) : [],
          pager: pager("", number, of: count))
      }
    }
  }

  private var rhythm: RhythmView? {
    guard portfolio.configuration.show.contains(.rhythm) else { return nil }
    return Rhythm(portfolio.entries).map { RhythmView(rhythm: $0, strings: strings) }
  }

  var threads: [Page] {
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
      place.hasPrefix("years/") ? [] : [place.hasPrefix("projects/") ? projectList : topicList]
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

  var indexes: [Page] {
    [
      index("projects", Self.byNewestEntry(portfolio.projects), theme.projects),
      index("topics", portfolio.topics, theme.topics),
    ].compactMap(\.self)
  }

  /// What is under way stands above what is over, and what has no date below.
  private static func byNewestEntry(_ projects: [Thread]) -> [Thread] {
    projects.enumerated()
      .sorted { a, b in
        (a.element.entries.first ?? .max, a.offset) < (b.element.entries.first ?? .max, b.offset)
      }
      .map(\.element)
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
}
