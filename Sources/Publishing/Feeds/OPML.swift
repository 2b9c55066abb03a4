import Text

/// The site's own feeds in one file that feed readers import: OPML 2.0, where names are HTML.
struct OPML: Sendable {
  let portfolio: Portfolio
  let strings: Strings

  static let route = Route.file("feeds.opml")
  static let mediaType = "text/x-opml"

  var page: Page { Page(Self.route, .generated("the list of feeds"), .hidden, write: write) }

  var link: FeedLink {
    FeedLink(
      title: portfolio.configuration.title, url: portfolio.addresses.url(Self.route),
      mediaType: Self.mediaType)
  }

  private func write(to xml: inout ByteWriter) {
    xml.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<opml version=\"2.0\">\n<head>\n")
    xml.append(element: "title", html: portfolio.configuration.title)
    if let name = portfolio.configuration.author.name {
      xml.append(element: "ownerName", html: name)
    }
    xml.append("</head>\n<body>\n")
    append(portfolio.followable, called: portfolio.configuration.title, to: &xml)
    append(portfolio.projects, below: strings["projects"], to: &xml)
    append(portfolio.topics, below: strings["topics"], to: &xml)
    xml.append("</body>\n</opml>\n")
  }

  private func append(_ threads: [Thread], below heading: String, to xml: inout ByteWriter) {
    guard !threads.isEmpty else { return }
    xml.append("<outline text=\"")
    xml.append(html: heading)
    xml.append("\">\n")
    for thread in threads {
      append(portfolio.followable(thread), called: thread.name, to: &xml)
    }
    xml.append("</outline>\n")
  }

  private func append(_ subject: Followable, called name: String, to xml: inout ByteWriter) {
    xml.append("<outline type=\"rss\" text=\"")
    xml.append(html: name)
    xml.append("\" title=\"")
    xml.append(html: subject.title)
    xml.append("\" xmlUrl=\"")
    xml.append(xml: portfolio.addresses.url(subject.route(.rss)))
    xml.append("\" htmlUrl=\"")
    xml.append(xml: portfolio.addresses.url(subject.home))
    xml.append("\"/>\n")
  }
}
