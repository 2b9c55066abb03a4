import Notes
import Testing

@testable import Publishing

struct SitemapTests {
  @Test func `what search engines should know is listed, with the day of its last change`()
    async throws
  {
    let result = try await TestSite(
      """
      -- outloud.yml --
      url: https://a.example/sub/
      redirects: {/old/: /a/}
      -- notes/a.md --
      ---
      date: 2014
      published: 2026-01-05
      tags: [x]
      ---
      x
      -- notes/2026-01-03-b.md --
      ---
      updated: 2026-02-01
      canonical: https://b.example/
      ---
      x
      """
    ).build()
    let rows = result["sitemap.xml"].matches(
      of: /<loc>https:\/\/a.example\/sub\/([^<]*)<\/loc>\n(?:<lastmod>([^<]*)<)?/)
    #expect(
      rows.map { "\($0.output.1) \($0.output.2 ?? "")" } == [
        " 2026-01-05", "a/ 2026-01-05", "subscribe/ 2026-01-05", "topics/ 2026-01-05",
        "topics/x/ 2026-01-05", "years/2014/ 2026-01-05", "years/2026/ 2026-01-03",
      ])
  }

  @Test func `above 50,000 pages it is an index of several`() throws {
    let pages = (0...Sitemap.limit).map { number in
      Page(.page("n\(number)"), .generated("a page"), .listed(changed: nil)) { _ in }
    }
    let made = Sitemap(pages, Addresses(.local)).pages
    #expect(made.map(\.route.path) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"])
    let texts = try made.map { String(decoding: try $0.file.contents(), as: UTF8.self) }
    #expect(texts[0].count(of: "<sitemap>") == 2)
    #expect(texts[0].contains("<loc>http://localhost:8080/sitemap-2.xml</loc>"))
    #expect(texts[1].count(of: "<url>") == 50_000)
    #expect(texts[2].count(of: "<url>") == 1)
  }
}
