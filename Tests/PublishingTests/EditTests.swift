import Testing

@testable import Publishing

/// What an edit of one note changes in the output: exactly these files, and no other.
struct EditTests {
  /// Three notes of two projects and three topics in two years; pages are so short that the home
  /// page has two.
  private static let site = TestSite(
    """
    -- outloud.yml --
    url: https://a.example/
    topics_from_folders: false
    page_size: 2
    -- notes/2025-05-05-old.md --
    ---
    id: n-old
    project: Boat
    tags: [wood]
    ---
    # Old

    The oldest, of another project.
    -- notes/2026-01-01-first.md --
    ---
    id: n-first
    project: Atlas
    tags: [maps]
    ---
    # First

    The first.
    -- notes/2026-02-02-second.md --
    ---
    id: n-second
    project: Atlas
    tags: [maps, ink]
    ---
    # Second

    The second.
    """)

  private struct Difference {
    let changed: [String]
    let added: [String]
    let removed: [String]

    init(from old: TestSite.Result, to new: TestSite.Result) {
      let (old, new) = (Self.named(old.files), Self.named(new.files))
      changed = old.keys.filter { new[$0] != nil && new[$0] != old[$0] }.sorted()
      added = new.keys.filter { old[$0] == nil }.sorted()
      removed = old.keys.filter { new[$0] == nil }.sorted()
    }

    /// The parts of the search index have names that go by their contents: here, by what they are.
    private static func named(_ files: [String: String]) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: files.map {
          ($0.key.replacing(/^(search\/[a-z]+)-.*/) { $0.1 }, $0.value)
        })
    }
  }

  private func edit(
    _ change: (inout TestSite) throws -> Void
  ) async throws -> (Difference, old: TestSite.Result, new: TestSite.Result) {
    let old = try await Self.site.build()
    var site = Self.site
    try change(&site)
    let new = try await site.build()
    #expect(!old.files.isEmpty && !new.files.isEmpty)
    return (Difference(from: old, to: new), old, new)
  }

  private func guids(_ feed: String) -> [String] {
    feed.matches(of: /<guid[^>]*>([^<]*)</).map { String($0.1) }
  }

  @Test func `another text changes its page, its lists and its feeds`() async throws {
    let (difference, old, new) = try await edit { site in
      site.folder.files["notes/2026-02-02-second.md"] = Array(
        "---\nid: n-second\nproject: Atlas\ntags: [maps, ink]\n---\n# Second\n\nAnother text.\n"
          .utf8)
    }
    #expect(
      difference.changed == [
        "archive.xml", "atom.xml", "feed.json", "feed.xml", "index.html",
        "projects/atlas/atom.xml", "projects/atlas/feed.json", "projects/atlas/feed.xml",
        "projects/atlas/index.html", "search/index.html", "search/table", "search/words",
        "second/index.html", "topics/ink/atom.xml", "topics/ink/feed.json",
        "topics/ink/feed.xml", "topics/maps/atom.xml", "topics/maps/feed.json",
        "topics/maps/feed.xml",
      ])
    #expect(difference.added == [])
    #expect(difference.removed == [])
    #expect(guids(old["feed.xml"]) == guids(new["feed.xml"]))
  }

  @Test func `a deleted note leaves its page, its lists, its neighbours and its feeds`()
    async throws
  {
    let (difference, old, new) = try await edit { site in
      site.folder.files["notes/2026-02-02-second.md"] = nil
    }
    #expect(
      difference.changed == [
        "archive.xml", "atom.xml", "feed.json", "feed.xml", "feeds.opml", "first/index.html",
        "index.html", "projects/atlas/atom.xml", "projects/atlas/feed.json",
        "projects/atlas/feed.xml", "projects/atlas/index.html", "projects/index.html",
        "search/entries", "search/index.html", "search/table", "search/words", "sitemap.xml",
        "subscribe/index.html", "topics/index.html", "topics/maps/atom.xml",
        "topics/maps/feed.json", "topics/maps/feed.xml", "topics/maps/index.html",
        "years/2026/index.html",
      ])
    #expect(difference.added == [])
    #expect(
      difference.removed == [
        "page/2/index.html", "second/index.html", "topics/ink/atom.xml", "topics/ink/feed.json",
        "topics/ink/feed.xml", "topics/ink/index.html",
      ])
    #expect(Array(guids(old["feed.xml"]).dropFirst()) == guids(new["feed.xml"]))
  }

  @Test func `a renamed note moves, and is the same to who follows it`() async throws {
    let (difference, old, new) = try await edit { site in
      let path = "notes/2026-02-02-second.md"
      site.folder.files["notes/2026-02-02-renamed.md"] = site.folder.files[path]
      site.folder.files[path] = nil
    }
    #expect(
      difference.changed == [
        "archive.xml", "atom.xml", "feed.json", "feed.xml", "first/index.html", "index.html",
        "projects/atlas/atom.xml", "projects/atlas/feed.json", "projects/atlas/feed.xml",
        "projects/atlas/index.html", "search/entries", "search/index.html", "search/table",
        "sitemap.xml", "topics/ink/atom.xml", "topics/ink/feed.json", "topics/ink/feed.xml",
        "topics/ink/index.html", "topics/maps/atom.xml", "topics/maps/feed.json",
        "topics/maps/feed.xml", "topics/maps/index.html", "years/2026/index.html",
      ])
    #expect(difference.added == ["renamed/index.html"])
    #expect(difference.removed == ["second/index.html"])
    #expect(guids(old["feed.xml"]) == guids(new["feed.xml"]))
    #expect(new["feed.xml"].contains("<link>https://a.example/renamed/</link>"))
  }

  @Test func `a note with another date moves in lists, and not in the addresses`() async throws {
    let (difference, old, new) = try await edit { site in
      let path = "notes/2026-01-01-first.md"
      site.folder.files["notes/2026-03-03-first.md"] = site.folder.files[path]
      site.folder.files[path] = nil
    }
    #expect(
      difference.changed == [
        "archive.xml", "atom.xml", "feed.json", "feed.xml", "first/index.html", "index.html",
        "old/index.html", "projects/atlas/atom.xml", "projects/atlas/feed.json",
        "projects/atlas/feed.xml", "projects/atlas/index.html", "projects/index.html",
        "search/entries", "search/index.html", "search/table", "search/words",
        "second/index.html", "sitemap.xml", "topics/maps/atom.xml", "topics/maps/feed.json",
        "topics/maps/feed.xml", "topics/maps/index.html", "years/2026/index.html",
      ])
    #expect(difference.added == [])
    #expect(difference.removed == [])
    #expect(guids(old["feed.xml"]).sorted() == guids(new["feed.xml"]).sorted())
    #expect(guids(old["feed.xml"]) != guids(new["feed.xml"]))
  }

  @Test func `a note that goes into another year takes pages with it`() async throws {
    let (difference, _, _) = try await edit { site in
      let path = "notes/2025-05-05-old.md"
      site.folder.files["notes/2024-05-05-old.md"] = site.folder.files[path]
      site.folder.files[path] = nil
    }
    #expect(
      difference.changed == [
        "404.html", "archive.xml", "atom.xml", "feed.json", "feed.xml", "first/index.html",
        "index.html", "old/index.html", "page/2/index.html", "projects/atlas/index.html",
        "projects/boat/atom.xml", "projects/boat/feed.json", "projects/boat/feed.xml",
        "projects/boat/index.html", "projects/index.html", "search/entries",
        "search/index.html", "search/table", "search/words", "second/index.html", "sitemap.xml",
        "subscribe/index.html", "topics/index.html", "topics/ink/index.html",
        "topics/maps/index.html", "topics/wood/atom.xml", "topics/wood/feed.json",
        "topics/wood/feed.xml", "topics/wood/index.html", "years/2026/index.html",
      ])
    #expect(difference.added == ["years/2024/index.html"])
    #expect(difference.removed == ["years/2025/index.html"])
  }

  @Test func `a touched file with the same words changes nothing`() async throws {
    let (difference, _, _) = try await edit { site in
      site.folder.files["notes/2026-01-01-first.md"]? += Array("\n\n".utf8)
    }
    #expect(difference.changed == [])
    #expect(difference.added == [] && difference.removed == [])
  }
}
