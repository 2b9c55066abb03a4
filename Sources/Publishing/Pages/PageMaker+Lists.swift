import Notes
import Templates

/// Pages made for the reader's convenience, and those that stand where something was.
extension PageMaker {
  var undated: [Page] {
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

  func undatedNote(_ note: PublishedNote) -> UndatedNote {
    UndatedNote(note: note, portfolio: portfolio)
  }

  var search: [Page] {
    guard let searchFiles else { return [] }
    let route = Route.page("search")
    return [
      page(route, .generated("the search page"), .hidden, theme.search) { [self] in
        SearchPage(
          frame: Frame(
            portfolio, route, title: strings["search"], isHidden: true,
            canonical: portfolio.addresses.url(route)),
          table: portfolio.href(searchFiles.value.table))
      }
    ]
  }

  /// Those who helped, or were helped, and have agreed to be named.
  var people: [Page] {
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
  var subscribe: [Page] {
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

  var notFound: Page {
    let route = Route.file("404.html")
    return page(route, .generated("the page for what is not found"), .hidden, theme.notFound) {
      [self] in
      PlainPage(
        frame: Frame(portfolio, route, title: strings["page_not_found"], isHidden: true))
    }
  }

  /// Pages that say that something was taken down, and nothing of what it was.
  var gone: [Page] {
    portfolio.goneRoutes.map { route in
      page(route, .generated("an address of \(GoneList.fileName)"), .hidden, theme.gone) {
        [self] in
        PlainPage(frame: Frame(portfolio, route, title: strings["page_gone"], isHidden: true))
      }
    }
  }

  /// A page at each old address that leads to the new one.
  var redirects: [Page] {
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
}
