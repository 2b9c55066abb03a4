import Text

/// What the sitemap of a published site says: its pages with their dates, or other sitemaps.
///
/// It comes from elsewhere, so nothing is taken but addresses below that of the site.
struct SitemapReading {
  private(set) var pages: [Route: String?] = [:]
  private(set) var parts: [String] = []

  /// `sites` are the addresses below which pages are the site's, each with `/` at its end.
  init(_ bytes: [UInt8], below sites: [String]) {
    let text = String(decoding: bytes, as: UTF8.self)
    for block in Self.texts(of: "url", in: text[...]) {
      guard let address = Self.texts(of: "loc", in: block).first.map(Self.plain),
        let site = sites.first(where: address.hasPrefix),
        let path = String(address.dropFirst(site.count)).percentDecoded
      else { continue }
      let date = Self.texts(of: "lastmod", in: block).first.map(Self.plain)
      pages[Route(path: path)] = .some(date)
    }
    for block in Self.texts(of: "sitemap", in: text[...]) {
      guard let address = Self.texts(of: "loc", in: block).first.map(Self.plain),
        sites.contains(where: address.hasPrefix)
      else { continue }
      parts.append(address)
    }
  }

  /// What stands between the tags of an element without attributes, which is how sitemaps are written.
  private static func texts(of name: String, in text: Substring) -> [Substring] {
    text.split(separator: "<\(name)>").dropFirst(text.hasPrefix("<\(name)>") ? 0 : 1).compactMap {
      piece in
      piece.firstRange(of: "</\(name)>").map { piece[..<$0.lowerBound] }
    }
  }

  private static func plain(_ text: Substring) -> String {
    let references = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"),
      ("&amp;", "&"),
    ]
    return references.reduce(String(text).trimmed) { $0.replacing($1.0, with: $1.1) }
  }
}
