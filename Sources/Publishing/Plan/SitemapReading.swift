import Text

/// What the sitemap of a published site says: its pages with their dates, or other sitemaps.
///
/// It comes from elsewhere, so nothing is taken but addresses below that of the site.
struct SitemapReading {
  private(set) var pages: [Route: String?] = [:]
  private(set) var parts: [String] = []
  /// Whether it lists other sitemaps, and no pages.
  let isIndex: Bool
  /// How many pages or sitemaps it lists, those of other sites among them.
  private(set) var count = 0

  /// `sites` are the addresses below which pages are the site's, each with `/` at its end. Nil for what
  /// is no sitemap, or no whole one.
  init?(_ bytes: [UInt8], below sites: [String]) {
    guard let root = Self.root(of: bytes) else { return nil }
    isIndex = root == "sitemapindex"
    let entry = isIndex ? "sitemap" : "url"
    for block in Self.blocks(of: entry, in: bytes, 0..<bytes.count) {
      count += 1
      guard let address = Self.text(of: "loc", in: bytes, block),
        let site = sites.first(where: address.hasPrefix)
      else { continue }
      guard !isIndex else {
        parts.append(address)
        continue
      }
      guard let path = String(address.dropFirst(site.count)).percentDecoded else { continue }
      pages[Route(path: path)] = .some(Self.text(of: "lastmod", in: bytes, block))
    }
  }

  /// The name of the first element, if it is one of a sitemap and its end is there.
  private static func root(of bytes: [UInt8]) -> String? {
    var index = 0
    while let start = bytes.offset(of: Ascii.less, from: index) {
      guard start + 1 < bytes.count else { return nil }
      // A declaration, a comment, or instructions: what they hold is not looked at.
      if [Ascii.question, UInt8(ascii: "!")].contains(bytes[start + 1]) {
        let mark = bytes[(start + 1)...].starts(with: "!--".utf8) ? "-->" : ">"
        let rest = start..<bytes.count
        guard let end = bytes.offset(of: Array(mark.utf8)[...], in: rest) else { return nil }
        index = end
        continue
      }
      let tag = bytes[(start + 1)...].prefix { $0 != Ascii.greater }
      let name = tag.prefix { 0x61...0x7A ~= $0 }
      guard ["urlset", "sitemapindex"].contains(where: { name.elementsEqual($0.utf8) }) else {
        return nil
      }
      let isEmpty = tag.last == Ascii.slash
      let close = Array("</".utf8) + name + [Ascii.greater]
      guard isEmpty || bytes.offset(of: close[...], in: tag.endIndex..<bytes.count) != nil else {
        return nil
      }
      return String(decoding: name, as: UTF8.self)
    }
    return nil
  }

  /// What stands between the tags of elements without attributes, which is how sitemaps are written.
  private static func blocks(
    of name: String, in bytes: [UInt8], _ range: Range<Int>
  ) -> [Range<Int>] {
    let (open, close) = (Array("<\(name)>".utf8)[...], Array("</\(name)>".utf8)[...])
    var blocks: [Range<Int>] = []
    var index = range.lowerBound
    while let start = bytes.offset(of: open, in: index..<range.upperBound) {
      let inside = start + open.count
      guard let end = bytes.offset(of: close, in: inside..<range.upperBound) else { break }
      blocks.append(inside..<end)
      index = end + close.count
    }
    return blocks
  }

  private static func text(of name: String, in bytes: [UInt8], _ block: Range<Int>) -> String? {
    blocks(of: name, in: bytes, block).first.map { range in
      plain(String(decoding: bytes[range], as: UTF8.self))
    }
  }

  private static func plain(_ text: String) -> String {
    guard text.utf8.contains(Ascii.ampersand) else { return text.trimmed }
    let references = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"),
      ("&amp;", "&"),
    ]
    return references.reduce(text.trimmed) { $0.replacing($1.0, with: $1.1) }
  }
}
