import Testing
import Trials

@testable import Publishing

/// What a server answers when it is asked for a sitemap.
struct SitemapFuzzTests {
  private static let site = "https://a.example/"

  private static let pieces = Pieces([
    "<?xml version=\"1.0\"?>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "<urlset>", "</urlset>", "<url>",
    "</url>",
    "<loc>", "</loc>", "<lastmod>", "</lastmod>", "<sitemap>", "</sitemap>", "<sitemapindex>",
    "&amp;", "&b;", "&",
    "&#x41;", "<![CDATA[", "]]>", "<!--", "-->", site, "https://b.example/", "https://a.example",
    "http://a.example/",
    "a/", "../", "%2e%2e/", "%00", "%FF", "//", "\n", " ", "2026-11-22", "é", "\u{202E}", "\0",
    "<url><loc>\(site)a/</loc></url>", "<sitemap><loc>\(site)b.xml</loc></sitemap>",
    "<sitemap><loc>file:///etc/passwd</loc></sitemap>",
    "<url><loc>\(site)</loc><lastmod>2026</lastmod></url>",
  ])

  @Test func `whatever a sitemap says, nothing is fetched but what lies below the site`() {
    let fault = Trials.fuzz("sitemaps") { random in
      let text = Self.pieces.text(1...30, &random)
      let root = random.one(of: ["", "<urlset>", "<sitemapindex>"])
      let whole = root + text + root.replacing("<", with: "</")
      guard let reading = SitemapReading(Array(whole.utf8), below: [Self.site]) else { return nil }
      let strangers = reading.parts.filter { !$0.hasPrefix(Self.site) }
      return strangers.isEmpty ? nil : "\(text.debugDescription): \(strangers)"
    }
    #expect(fault == nil)
  }
}
