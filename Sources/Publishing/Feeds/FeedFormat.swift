/// The three ways in which a feed is written.
enum FeedFormat: String, Sendable, CaseIterable {
  case rss, atom, json

  var fileName: String {
    switch self {
    case .rss: "feed.xml"
    case .atom: "atom.xml"
    case .json: "feed.json"
    }
  }

  /// The feed of what a page shows stands beside that page.
  func route(below home: Route) -> Route { .file(home.path + fileName) }

  var mediaType: String {
    switch self {
    case .rss: "application/rss+xml"
    case .atom: "application/atom+xml"
    case .json: "application/feed+json"
    }
  }

  var name: String {
    switch self {
    case .rss: "RSS"
    case .atom: "Atom"
    case .json: "JSON"
    }
  }
}
