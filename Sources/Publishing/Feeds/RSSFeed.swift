import Notes
import Text

/// RSS 2.0.
///
/// The order of elements and the use of `dc:creator` follow what the W3C feed validator asks for.
extension Feed {
  func writeRSS(to xml: inout ByteWriter) {
    let configuration = portfolio.configuration
    xml.append(
      """
      <?xml version="1.0" encoding="utf-8"?>
      <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
      xmlns:content="http://purl.org/rss/1.0/modules/content/" \
      xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel>

      """)
    xml.append(element: "title", subject.title.feedTitle)
    xml.append(element: "link", portfolio.addresses.url(subject.home))
    xml.append(element: "description", description.feedTitle)
    xml.append(element: "language", configuration.language)
    if let newest = items.first {
      xml.append(element: "lastBuildDate", newest.entry.published.rss)
    }
    xml.append("<atom:link href=\"")
    xml.append(xml: url(.rss))
    xml.append("\" rel=\"self\" type=\"application/rss+xml\"/>\n")
    for item in items { append(item, to: &xml) }
    xml.append("</channel>\n</rss>\n")
  }

  private func append(_ item: FeedItem, to xml: inout ByteWriter) {
    xml.append("<item>\n")
    xml.append(element: "title", item.title)
    xml.append(element: "link", item.url)
    xml.append(element: "guid", attributes: " isPermaLink=\"false\"", item.guid)
    xml.append(element: "pubDate", item.entry.published.rss)
    if let author = portfolio.configuration.author.name {
      xml.append(element: "dc:creator", author)
    }
    for topic in item.topics { xml.append(element: "category", topic.name.feedTitle) }
    if let status = item.entry.note.status {
      xml.append(
        element: "category", attributes: " domain=\"\(FeedItem.statusScheme)\"",
        status.word.feedTitle)
    }
    xml.append(element: "description", html: item.summary)
    xml.append("<content:encoded>")
    xml.append(characterData: item.html)
    xml.append("</content:encoded>\n</item>\n")
  }
}

extension FeedItem {
  /// What tells a status from a topic among the categories of an item.
  static let statusScheme = "urn:outloud:status"
}
