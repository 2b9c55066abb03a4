/// What one can follow: the site, or a project or topic of it. Its feeds stand beside its page.
struct Followable: Sendable {
  let title: String
  /// The page that shows what the feeds bring.
  let home: Route

  func route(_ format: FeedFormat) -> Route { format.route(below: home) }
}

extension Portfolio {
  var followable: Followable { Followable(title: configuration.title, home: Route(path: "")) }

  func followable(_ thread: Thread) -> Followable {
    Followable(title: "\(thread.name) · \(configuration.title)", home: thread.route)
  }

  /// Everything that can be followed: the site, its projects, its topics.
  var followables: [Followable] { [followable] + (projects + topics).map(followable) }
}

/// A feed as a page makes it known to browsers and feed readers.
struct FeedLink: Sendable {
  let title: String
  let url: String
  let mediaType: String
}

extension Portfolio {
  func links(to followable: Followable) -> [FeedLink] {
    FeedFormat.allCases.map { format in
      FeedLink(
        title: format == .rss ? followable.title : "\(followable.title) (\(format.name))",
        url: addresses.url(followable.route(format)), mediaType: format.mediaType)
    }
  }
}
