import Testing

@testable import Publishing

struct RedirectionTests {
  private static let site = """
    -- outloud.yml --
    url: https://a.example/sub/
    redirects:
      /old/: /a/
      /index.xml: /feed.xml
      /away: https://b.example/x y
    -- notes/2026-01-01-a.md --
    ---
    aliases: [/2019/ä b/, old.html]
    ---
    x

    """

  @Test func `hosts that know redirects find them in one file`() async throws {
    let result = try await TestSite(Self.site).build()
    #expect(
      result["_redirects"] == """
        /sub/2019/%C3%A4%20b/ /sub/a/ 301
        /sub/old.html /sub/a/ 301
        /sub/old/ /sub/a/ 301
        /sub/index.xml /sub/feed.xml 301
        /sub/away/ https://b.example/x%20y 301

        """)
    #expect(result["index.xml/index.html"].contains("0; url=https://a.example/sub/feed.xml\""))
    #expect(result["old.html"].contains("0; url=https://a.example/sub/a/\""))
  }

  @Test func `the author's own file stays, and without redirects there is none`() async throws {
    let own = try await TestSite(Self.site + "-- static/_redirects --\n/x /y").build()
    #expect(own["_redirects"] == "/x /y")
    let none = try await TestSite("-- notes/2026-01-01-a.md --\nx").build()
    #expect(none.files["_redirects"] == nil)
  }
}
