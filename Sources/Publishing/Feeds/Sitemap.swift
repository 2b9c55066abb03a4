import Parallel
import Text

/// The sitemap: exactly the pages that search engines should know. Above 50,000 of them, the
/// protocol asks for several files and an index.
struct Sitemap: Sendable {
  private let addresses: Addresses
  private let count: Int
  /// In the order of their addresses, which only the file itself needs.
  private let rows: Lazy<[Row]>

  private struct Row: Sendable {
    let route: Route
    let changed: String?
  }

  static let limit = 50_000

  init(_ pages: [Page], _ addresses: Addresses) {
    self.addresses = addresses
    let rows = pages.compactMap { page -> Row? in
      guard case .listed(let changed) = page.listing else { return nil }
      return Row(route: page.route, changed: changed)
    }
    count = rows.count
    self.rows = Lazy { rows.sorted { $0.route.path.precedesInBytes($1.route.path) } }
  }

  var pages: [Page] {
    let index = Route.file("sitemap.xml")
    guard count > Self.limit else { return [page(index) { write(0..<count, to: &$0) }] }
    let parts = stride(from: 0, to: count, by: Self.limit).map { start in
      (
        route: Route.file("sitemap-\(start / Self.limit + 1).xml"),
        range: start..<min(start + Self.limit, count)
      )
    }
    return [page(index) { writeIndex(of: parts.map(\.route), to: &$0) }]
      + parts.map { part in page(part.route) { write(part.range, to: &$0) } }
  }

  private func page(_ route: Route, _ write: @escaping OutputFile.Write) -> Page {
    Page(route, .generated("the sitemap"), .hidden, write: write)
  }

  private static let namespace = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
  private static let head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"

  private func write(_ range: Range<Int>, to xml: inout ByteWriter) {
    xml.append("\(Self.head)<urlset\(Self.namespace)>\n")
    for row in rows.value[range] {
      xml.append("<url>\n")
      xml.append(element: "loc", addresses.url(row.route))
      if let changed = row.changed { xml.append(element: "lastmod", changed) }
      xml.append("</url>\n")
    }
    xml.append("</urlset>\n")
  }

  private func writeIndex(of routes: [Route], to xml: inout ByteWriter) {
    xml.append("\(Self.head)<sitemapindex\(Self.namespace)>\n")
    for route in routes {
      xml.append("<sitemap>\n")
      xml.append(element: "loc", addresses.url(route))
      xml.append("</sitemap>\n")
    }
    xml.append("</sitemapindex>\n")
  }
}
