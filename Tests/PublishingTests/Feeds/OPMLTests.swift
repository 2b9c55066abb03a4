import Testing

@testable import Publishing

struct OPMLTests {
  @Test func `all feeds stand in one file`() async throws {
    let result = try await TestSite(
      """
      -- outloud.yml --
      url: https://a.example/sub/
      title: R&D
      author: Ada
      -- notes/2026-01-05-a.md --
      ---
      project: Atlas
      tags: [x]
      ---
      x
      """
    ).build()
    #expect(
      result["feeds.opml"] == """
        <?xml version="1.0" encoding="utf-8"?>
        <opml version="2.0">
        <head>
        <title>R&amp;amp;D</title>
        <ownerName>Ada</ownerName>
        </head>
        <body>
        <outline type="rss" text="R&amp;amp;D" title="R&amp;amp;D" xmlUrl="https://a.example/sub/feed.xml" htmlUrl="https://a.example/sub/"/>
        <outline text="Projects">
        <outline type="rss" text="Atlas" title="Atlas · R&amp;amp;D" xmlUrl="https://a.example/sub/projects/atlas/feed.xml" htmlUrl="https://a.example/sub/projects/atlas/"/>
        </outline>
        <outline text="Topics">
        <outline type="rss" text="x" title="x · R&amp;amp;D" xmlUrl="https://a.example/sub/topics/x/feed.xml" htmlUrl="https://a.example/sub/topics/x/"/>
        </outline>
        </body>
        </opml>

        """)
  }
}
