import Notes
import Text

/// RSS 2.0 with the full text of every entry, every address in it whole.
///
/// The order of elements and the use of `dc:creator` follow what the W3C feed validator asks for.
struct RSSFeed: Sendable {
  let portfolio: Portfolio
  let items: [FeedItem]
  let route: Route

  func render() -> [UInt8] {
    var xml: [UInt8] = []
    let configuration = portfolio.configuration
    xml.append(
      """
      <?xml version="1.0" encoding="utf-8"?>
      <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
      xmlns:content="http://purl.org/rss/1.0/modules/content/" \
      xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel>

      """)
    xml.append(element: "title", configuration.title)
    xml.append(element: "link", portfolio.addresses.url(Route(path: "")))
    xml.append(element: "description", configuration.description ?? configuration.title)
    xml.append(element: "language", configuration.language)
    if let newest = items.first {
      xml.append(element: "lastBuildDate", newest.entry.published.rss)
    }
    xml.append("<atom:link href=\"")
    xml.append(xml: portfolio.addresses.url(route))
    xml.append("\" rel=\"self\" type=\"application/rss+xml\"/>\n")
    for item in items { append(item, to: &xml) }
    xml.append("</channel>\n</rss>\n")
    return xml
  }

  private func append(_ item: FeedItem, to xml: inout [UInt8]) {
    xml.append("<item>\n")
    xml.append(element: "title", item.title)
    xml.append(element: "link", item.url)
    xml.append(element: "guid", attributes: " isPermaLink=\"false\"", item.guid)
    xml.append(element: "pubDate", item.entry.published.rss)
    if let author = portfolio.configuration.author.name {
      xml.append(element: "dc:creator", author)
    }
    for category in item.categories { xml.append(element: "category", category) }
    xml.append(element: "description", item.summary)
    xml.append("<content:encoded>")
    xml.append(characterData: item.html)
    xml.append("</content:encoded>\n</item>\n")
  }
}
