import Templates

/// The page that explains feeds.
extension Shapes {
  var subscribe: Shape<SubscribePage> {
    Shape<SubscribePage>("page about feeds")
      .object("site", "The feeds of the whole site.", Self.followable) { $0.site }
      .list("projects", "The projects with their feeds.", Self.followable) {
        $0.views(of: $0.portfolio.projects)
      }
      .list("topics", "The topics with their feeds.", Self.followable) {
        $0.views(of: $0.portfolio.topics)
      }
      .text("archive_url", "The whole address of the feed with everything, in short.") {
        $0.portfolio.addresses.url(Archive.route)
      }
      .text("opml_url", "The whole address of the file with all feeds.") {
        $0.portfolio.addresses.url(OPML.route)
      }
      .merging(frame) { $0.frame }
  }

  private static var followable: Shape<FollowableView> {
    Shape<FollowableView>("what can be followed")
      .text("name", "Its name.") { $0.name }
      .text("href", "The link to its page.") { $0.portfolio.addresses.href($0.subject.home) }
      .text("rss_url", "The whole address of its RSS feed.") { $0.url(.rss) }
      .text("atom_url", "The whole address of its Atom feed.") { $0.url(.atom) }
      .text("json_url", "The whole address of its JSON feed.") { $0.url(.json) }
  }
}
