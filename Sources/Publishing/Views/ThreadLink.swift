/// A link to the page of a project, a topic or a year.
final class ThreadLink: Sendable {
  let name: String
  let route: Route
  let href: String

  init(name: String, route: Route, href: String) {
    self.name = name
    self.route = route
    self.href = href
  }
}

extension Portfolio {
  func projectLink(of note: PublishedNote) -> ThreadLink? {
    note.project.flatMap { projectLinks[$0] }
  }

  /// Each topic once, however often and however spelt a note names it.
  func topicLinks(of note: PublishedNote) -> [ThreadLink] {
    let names = note.topics(withFolders: configuration.topicsFromFolders)
    var links: [ThreadLink] = []
    links.reserveCapacity(names.count)
    for name in names {
      guard let link = topicLinks[name], !links.contains(where: { $0.href == link.href }) else {
        continue
      }
      links.append(link)
    }
    return links
  }
}
