import Dates
import Notes

/// What every page shows around its own matter: the site, its navigation, and what the page says of
/// itself to machines.
final class Frame: Sendable {
  let portfolio: Portfolio
  let route: Route
  /// The whole address of the page.
  let url: String
  /// What the page is called; nil for the home page, which is called what the site is.
  let title: String?
  let description: String
  /// BCP 47; that of the site, whose words stand around every note.
  let language: String
  /// Whether search engines are asked to leave it out, as it is no address of its own.
  let isHidden: Bool
  /// Where the same text stands on another site, if its author says so.
  let canonical: String?
  /// What it is to search engines, and to those who show cards.
  let subject: Subject
  /// The pages between the home page and this one.
  let trail: [Crumb]
  /// The feeds that it makes known, beside the site's.
  let feeds: [FeedLink]

  enum Subject: Sendable {
    case page
    case collection
    /// A page about the author.
    case profile
    case article(Article)
  }

  /// A note with its date.
  struct Article: Sendable {
    let note: PublishedNote
    /// With the second and the zone, as `modified`.
    let published: String
    let modified: String
    let topics: [String]
  }

  init(
    _ portfolio: Portfolio, _ route: Route, title: String?, description: String? = nil,
    isHidden: Bool = false, canonical: String? = nil, subject: Subject = .page,
    trail: [Crumb] = [], feeds: [FeedLink] = []
  ) {
    self.portfolio = portfolio
    self.route = route
    url = portfolio.addresses.url(route)
    self.title = title
    let words = [description, portfolio.configuration.description].compactMap(\.self)
    self.description = words.first { !$0.isEmpty } ?? portfolio.configuration.title
    self.language = portfolio.configuration.language
    self.isHidden = isHidden || portfolio.audience != .public
    self.canonical = canonical
    self.subject = subject
    self.trail = trail
    self.feeds = feeds
  }

  var article: Article? {
    guard case .article(let article) = subject else { return nil }
    return article
  }

  /// The picture that stands for it; nil where that is the site's.
  var card: Card? { article.flatMap { portfolio.card(of: $0.note) } }
}

/// A page on the way from the home page to another.
struct Crumb: Sendable {
  let name: String
  /// The whole address.
  let url: String
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
      let route = page.route
      return NavigationLink(
        title: page.title.text, href: portfolio.href(route), isCurrent: route == self.route)
    }
  }
}
