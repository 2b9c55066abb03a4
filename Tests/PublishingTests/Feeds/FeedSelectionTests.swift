import Notes
import Testing

@testable import Publishing

/// Which entries a feed holds, in which order, and what they are known by.
struct FeedSelectionTests {
  private static let configuration = "-- outloud.yml --\nurl: https://a.example/\n"

  /// A site whose feeds say an entry a line.
  private func entries(_ path: String, _ result: TestSite.Result) -> [String] {
    result[path].matches(of: /<link>([^<]*)<\/link>\n<guid/).map { String($0.output.1) }
  }

  private static func note(_ name: String, _ matter: String = "") -> String {
    "-- notes/\(name).md --\n---\n\(matter)\n---\nx\n"
  }

  @Test func `each project and topic has feeds of its own`() async throws {
    let result = try await TestSite(
      Self.configuration + Self.note("2026-01-01-a", "project: Atlas\ntags: [Ünder ground]")
        + Self.note("2026-01-02-b", "project: Atlas\nfeed: false")
        + Self.note("2026-01-03-c", "tags: [ünder ground]")
    ).build()
    #expect(entries("feed.xml", result) == ["https://a.example/c/", "https://a.example/a/"])
    #expect(entries("projects/atlas/feed.xml", result) == ["https://a.example/a/"])
    #expect(
      entries("topics/ünder-ground/feed.xml", result) == [
        "https://a.example/c/", "https://a.example/a/",
      ])
    #expect(
      result["topics/ünder-ground/feed.xml"].contains(
        "<atom:link href=\"https://a.example/topics/%C3%BCnder-ground/feed.xml\""))
    for folder in ["", "projects/atlas/", "topics/ünder-ground/"] {
      for name in ["feed.xml", "atom.xml", "feed.json"] {
        #expect(!result["\(folder)\(name)"].isEmpty)
      }
    }
    #expect(!result.files.keys.contains { $0.hasPrefix("years/") && !$0.hasSuffix(".html") })
  }

  @Test func `notes of one day keep their order, a second apart`() async throws {
    let result = try await TestSite(
      Self.configuration + Self.note("2026-01-01-a") + Self.note("2026-01-01-b")
        + Self.note("2026-01-01-c") + Self.note("2026-01-02-d")
    ).build()
    let times = result["feed.xml"].matches(of: /<pubDate>([^<]*)</).map { String($0.output.1) }
    #expect(
      times == [
        "Fri, 02 Jan 2026 00:00:00 GMT", "Thu, 01 Jan 2026 00:00:02 GMT",
        "Thu, 01 Jan 2026 00:00:01 GMT", "Thu, 01 Jan 2026 00:00:00 GMT",
      ])
    #expect(
      entries("feed.xml", result)
        == ["d", "a", "b", "c"].map { "https://a.example/\($0)/" })
    // The pages say the same second.
    #expect(result["a/index.html"].contains("value=\"2026-01-01T00:00:02Z\""))
    #expect(result["index.html"].contains("value=\"2026-01-01T00:00:02Z\""))
  }

  @Test func `a log that was published later came out then, all of it`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/log.md --
        ---
        published: 2026-03-01
        ---
        ## 2026-01-01

        One.

        ## 2026-03-02

        Two.
        """
    ).build()
    let times = result["feed.xml"].matches(of: /<pubDate>([^<]*)</).map { String($0.output.1) }
    #expect(times == ["Mon, 02 Mar 2026 00:00:00 GMT", "Sun, 01 Mar 2026 00:00:00 GMT"])
  }

  @Test func `ids outlive names and domains, in every format`() async throws {
    func ids(_ text: String) async throws -> Set<String> {
      let result = try await TestSite(text).build()
      let matches = ["feed.xml", "atom.xml", "feed.json", "archive.xml"].flatMap { path in
        result[path].matches(of: /urn:uuid:[0-9a-f-]{36}/).map { String($0.output) }
      }
      #expect(matches.count == 8)
      return Set(matches)
    }
    let log = "\n---\n## 2026-01-01\n\nx\n\n## 2026-01-02: Title\n\ny\n"
    let first = try await ids(
      Self.configuration + "-- notes/a.md --\n---\nid: x\ntitle: A\(log)")
    let moved = try await ids(
      "-- outloud.yml --\nurl: https://b.example/c/\n-- notes/d/b.md --\n---\nid: x\nslug: e\(log)")
    #expect(first.count == 2)
    #expect(first == moved)
  }

  @Test(arguments: [
    ("https://old.example/?p=1", true), ("tag:old.example,2020:1", true), ("2020:1", false),
    ("note: one", false), ("a", false), ("6F9619FF-8B86-D011-B42D-00CF4FC964FF", false),
  ])
  func `an id is kept where it is a URI`(id: String, isKept: Bool) async throws {
    let result = try await TestSite(
      Self.configuration + Self.note("2026-01-01-a", "id: \"\(id)\"")
    ).build()
    let written = isKept ? id : "urn:uuid:\(NoteID.uuid(of: id))"
    #expect(result["atom.xml"].contains("<id>\(written)</id>"))
  }

  @Test func `no title is taken for HTML`() async throws {
    let result = try await TestSite(
      Self.configuration
        + Self.note("2026-01-01-a", #"title: "<b>Bold</b> & &amp; ]]> a < b R&D \u202Eעברית""#)
    ).build()
    let title =
      "&lt;\u{2060}b&gt;Bold&lt;\u{2060}/b&gt; &amp; &amp;\u{2060}amp; ]]&gt; a &lt; b R&amp;D \u{202E}עברית"
    #expect(result["feed.xml"].contains("<title>\(title)</title>\n<link>https://a.example/a/"))
    #expect(result["atom.xml"].contains("<title>\(title)</title>\n<id>urn"))
  }

  @Test func `no address in a feed leaves out the scheme`() async throws {
    let result = try await TestSite(
      Self.configuration + "-- notes/2026-01-01-a.md --\n[b](//b.example/x) `a=\"//c`"
    ).build()
    for name in ["feed.xml", "atom.xml"] {
      #expect(result[name].contains("<a href=\"https://b.example/x\">"))
      #expect(result[name].contains("a=&quot;//c"))
    }
  }

  @Test func `pages make the site's feeds known, projects and topics their own`() async throws {
    let result = try await TestSite(
      Self.configuration + Self.note("2026-01-01-a", "project: Atlas\ntags: [x]")
    ).build()
    func links(_ path: String) -> [String] {
      result[path].matches(of: /rel="alternate" type="([^"]*)" title="([^"]*)" href="([^"]*)"/)
        .map { "\($0.output.1) \($0.output.2) \($0.output.3)" }
    }
    let site = [
      "application/rss+xml Notes https://a.example/feed.xml",
      "application/atom+xml Notes (Atom) https://a.example/atom.xml",
      "application/feed+json Notes (JSON) https://a.example/feed.json",
    ]
    #expect(links("index.html") == site)
    #expect(links("years/2026/index.html") == site)
    #expect(links("404.html") == site)
    #expect(
      links("topics/x/index.html") == site + [
        "application/rss+xml x · Notes https://a.example/topics/x/feed.xml",
        "application/atom+xml x · Notes (Atom) https://a.example/topics/x/atom.xml",
        "application/feed+json x · Notes (JSON) https://a.example/topics/x/feed.json",
      ])
    #expect(links("projects/atlas/index.html").count == 6)
    #expect(links("a/index.html") == site)
    #expect(
      links("subscribe/index.html").suffix(2) == [
        "application/atom+xml Notes, everything https://a.example/archive.xml",
        "text/x-opml Notes https://a.example/feeds.opml",
      ])
  }
}
