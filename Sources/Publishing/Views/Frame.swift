import Notes

/// What every page shows around its own matter: the site, its navigation, and what the page says of
/// itself to machines.
final class Frame: Sendable {
  let portfolio: Portfolio
  let route: Route
  /// What the page is called; nil for the home page, which is called what the site is.
  let title: String?
  let description: String
  /// BCP 47; that of the site, whose words stand around every note.
  let language: String
  /// Whether search engines are asked to leave it out, as it is no address of its own.
  let isHidden: Bool
  /// Where the same text stands on another site, if its author says so.
  let canonical: String?

  init(
    _ portfolio: Portfolio, _ route: Route, title: String?, description: String? = nil,
    isHidden: Bool = false, canonical: String? = nil
  ) {
    self.portfolio = portfolio
    self.route = route
    self.title = title
    self.description = description ?? portfolio.configuration.description ?? ""
    self.language = portfolio.configuration.language
    self.isHidden = isHidden || portfolio.audience != .public
    self.canonical = canonical
  }
}

/// A link of the navigation.
struct NavigationLink: Sendable {
  let title: String
  let href: String
  let isCurrent: Bool
}

extension Frame {
  /// The standing pages, in the order of their addresses.
  var standingPages: [NavigationLink] {
    portfolio.pages.map { page in
      let route = Route.page(page.location)
      return NavigationLink(
        title: page.title.text, href: portfolio.href(route), isCurrent: route == self.route)
    }
  }
}
