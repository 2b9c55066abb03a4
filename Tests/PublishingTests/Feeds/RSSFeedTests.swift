import Notes
import Testing

@testable import Publishing

struct RSSFeedTests {
  private static let configuration = """
    -- outloud.yml --
    url: https://a.example/
    title: Notes & <more>
    author: Ada
    feed_items: 3

    """

  @Test func `an item has all that feed readers ask for, in their order`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/a.md --
        ---
        id: n-abc
        title: Array<T> & "more"
        date: 2026-01-05T23:30:00-02:00
        tags: [r&d]
        ---
        First *words*.

        `]]>` and [a link](#x).
        """
    ).build()
    #expect(
      result["feed.xml"] == """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel>
        <title>Notes &amp; &lt;\u{2060}more&gt;</title>
        <link>https://a.example/</link>
        <description>Notes &amp; &lt;\u{2060}more&gt;</description>
        <language>en</language>
        <lastBuildDate>Tue, 06 Jan 2026 01:30:00 GMT</lastBuildDate>
        <atom:link href="https://a.example/feed.xml" rel="self" type="application/rss+xml"/>
        <item>
        <title>Array&lt;\u{2060}T&gt; &amp; &quot;more&quot;</title>
        <link>https://a.example/a/</link>
        <guid isPermaLink="false">\(GUID.uri("n-abc"))</guid>
        <pubDate>Tue, 06 Jan 2026 01:30:00 GMT</pubDate>
        <dc:creator>Ada</dc:creator>
        <category>r&amp;d</category>
        <description>First words.</description>
        <content:encoded><![CDATA[<p>First <em>words</em>.</p>
        <p><code>]]&gt;</code> and <a href="https://a.example/a/#x">a link</a>.</p>
        ]]></content:encoded>
        </item>
        </channel>
        </rss>

        """)
  }

  @Test func `an id outlives the name and the domain`() async throws {
    func guid(_ text: String) async throws -> String {
      let feed = try await TestSite(text).build()["feed.xml"]
      let match = feed.firstMatch(of: /isPermaLink="false">([^<]*)</)
      return String(try #require(match).output.1)
    }
    let first = try await guid(
      "-- outloud.yml --\nurl: https://a.example/\n-- notes/2026-01-01-a.md --\n---\nid: x\n---\nx")
    let moved = try await guid(
      "-- outloud.yml --\nurl: https://b.example/c\n-- notes/d/2026-02-02-b.md --\n---\nid: x\n---\ny"
    )
    #expect(first == moved)
    #expect(first.hasPrefix("urn:uuid:"))

    let bare = try await guid(
      "-- outloud.yml --\nurl: https://a.example/\n-- notes/2026-01-01-a.md --\nx")
    let bareMoved = try await guid(
      "-- outloud.yml --\nurl: https://b.example/\n-- notes/2026-03-03-a.md --\n---\nslug: z\n---\ny"
    )
    #expect(bare == bareMoved)
    #expect(bare != first)
    let imported = try await guid(
      "-- outloud.yml --\nurl: https://a.example/\n-- notes/2026-01-01-a.md --\n---\nid: \"https://old.example/?p=1\"\n---\nx"
    )
    #expect(imported == "https://old.example/?p=1")
  }

  @Test func `thirty backfilled notes leave the feed as it is`() async throws {
    let base = Self.configuration + "-- notes/2026-01-01-a.md --\nx\n"
    let older = (0..<30).map { number in
      "-- notes/old-\(number).md --\n---\ndate: \(1985 + number)\nfeed: false\n---\nx\n"
    }
    let with = try await TestSite(base + older.joined()).build()
    #expect(try await TestSite(base).build()["feed.xml"] == with["feed.xml"])
    #expect(with["years/1990/index.html"].contains("/old-5/"))
  }

  @Test func `the feed holds the newest, and nothing older than the Web`() async throws {
    var text = Self.configuration + "-- notes/1989-12-31-old.md --\nx\n"
    for day in 1...2 { text += "-- notes/2026-01-0\(day)-n\(day).md --\nx\n" }
    let few = try await TestSite(text).build()["feed.xml"]
    #expect(few.count(of: "<item>") == 2)
    for day in 3...5 { text += "-- notes/2026-01-0\(day)-n\(day).md --\nx\n" }
    let many = try await TestSite(text).build()["feed.xml"]
    #expect(many.count(of: "<item>") == 3)
    #expect(many.contains("/n5/") && many.contains("/n3/") && !many.contains("/n2/"))
  }

  @Test func `what was published later than it happened is new to followers`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/2026-01-05-a.md --
        x
        -- notes/b.md --
        ---
        date: 2014
        published: 2026-01-06
        ---
        x
        """
    ).build()
    let links = result["feed.xml"].matches(of: /<link>([^<]*)<\/link>\n<guid/).map { $0.output.1 }
    #expect(links == ["https://a.example/b/", "https://a.example/a/"])
    #expect(result["index.html"].contains("datetime=\"2014\""))
  }

  @Test func `what XML cannot hold is left out of the feed`() async throws {
    let result = try await TestSite(
      Self.configuration + "-- notes/2026-01-01-a.md --\none\u{1}two \u{FFFE}three\u{8}"
    ).build()
    #expect(result["feed.xml"].contains("<description>onetwo three</description>"))
    #expect(result["feed.xml"].contains("<p>onetwo three</p>"))
  }
}

extension GUID {
  fileprivate static func uri(_ id: String) -> String { "urn:uuid:\(NoteID.uuid(of: id))" }
}
