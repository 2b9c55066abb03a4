/// What one can follow: the site, or a project or topic of it. Its feeds stand beside its page.
struct Followable: Sendable {
  let title: String
  /// The page that shows what the feeds bring.
  let home: Route

  func route(_ format: FeedFormat) -> Route { format.route(below: home) }
}

extension Portfolio {
  var followable: Followable { Followable(title: configuration.title, home: Route(path: "")) }

  func followable(_ thread: Thread) -> Followable { followable(thread.name, at: thread.route) }

  private func followable(_ name: String, at home: Route) -> Followable {
    Followable(title: "\(name) · \(configuration.title)", home: home)
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

extension Portfolio {
  /// The feeds of each project, by the names that notes give it.
  var projectFeeds: [String: [FeedLink]] {
    projectLinks.mapValues { links(to: followable($0.name, at: $0.route)) }
  }
}
