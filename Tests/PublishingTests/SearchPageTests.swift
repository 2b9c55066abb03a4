import Files
import Notes
import Testing

@testable import Publishing
@testable import Search

/// The search page, and what is in its index.
struct SearchPageTests {
  private static let configuration = """
    -- outloud.yml --
    title: Work
    url: https://ada.example/sub/path/
    language: en

    """

  @Test func `a site with a note has a search page that knows its index`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/2026-01-02-a.md --
        ---
        project: Atlas
        lang: sv
        ---
        # A “title”
        Text.
        -- notes/b.md --
        Undated.
        """
    ).build()
    let page = result["search/index.html"]
    let script = try #require(result.files.keys.first { $0.hasPrefix("theme/search.") })
    #expect(script.wholeMatch(of: /theme\/search\.[0-9a-f]{16}\.js/) != nil)
    #expect(page.contains("<script src=\"/sub/path/\(script)\" defer></script>"))
    #expect(page.contains("<link rel=\"canonical\" href=\"https://ada.example/sub/path/search/\">"))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(!result["sitemap.xml"].contains("search"))
    let tables = result.files.keys.filter { $0.hasPrefix("search/table-") }
    let table = try #require(tables.first)
    #expect(page.contains("data-search=\"/sub/path/\(table)\""))
    #expect(result["index.html"].contains("<a href=\"/sub/path/search/\">Search</a>"))
    #expect(result["index.html"].count(of: "<script") == 1)
    #expect(result["index.html"].contains("<script type=\"application/ld+json\">"))

    let files = result.files.keys.filter { $0.hasPrefix("search/") && !$0.hasSuffix("html") }
    #expect(files.count == 3)
    let entries = try #require(files.first { $0.hasPrefix("search/entries-") })
    #expect(
      result[entries] == """
        [["A “title”","/sub/path/a/","2026-01-02","2 January 2026","Atlas","sv"],
        ["B","/sub/path/b/"]]

        """)
    let words = try #require(files.first { $0.hasPrefix("search/words-") })
    #expect(
      result[table] == """
        {"count":2,"listSize":32,
        "words":[["2","\(words.dropFirst(7))"]],
        "entries":["\(entries.dropFirst(7))"]}

        """)
  }

  @Test func `without a note there is nothing to search`() async throws {
    let result = try await TestSite(Self.configuration + "-- pages/about.md --\nMe.\n").build()
    #expect(!result.files.keys.contains { $0.hasPrefix("search/") })
    #expect(!result["index.html"].contains("/search/"))
  }

  /// The words of every findable, with the number of steps that each is worth.
  private func words(_ text: String) async throws -> [(title: String, steps: [String: Int])] {
    let site = TestSite(Self.configuration + text)
    let reading = await SiteReader(site.folder, history: NoHistory(), options: .init()).read()
    let publication = try #require(
      Publication.make(of: reading, in: site.folder, for: .public, now: 1_795_392_000).publication)
    let portfolio = publication.portfolio
    let words = Words(theme: "ledger", own: [])
    let strings = Strings(words.table(in: portfolio.configuration.language))
    return Findable.all(of: portfolio).map { findable in
      var counter = WordCounter()
      findable.read(into: &counter, portfolio, strings)
      counter.finish(entry: 0)
      let part = IndexPart(counter)
      let steps = part.words.map { word in
        (String(decoding: part.bytes(of: word), as: UTF8.self), Int(word.first.steps))
      }
      return (findable.title, Dictionary(uniqueKeysWithValues: steps))
    }
  }

  @Test func `a note is found by its title, topics, project, status, people, facts and text`()
    async throws
  {
    let found = try await words(
      """
      -- notes/ward/2026-03-02-a.md --
      ---
      tags: [Café]
      project: Atlas
      status: shipped
      stuck_on: permission
      next: celebrate
      asks: [reviewer]
      people:
        - {name: Ingrid, did: helped, consent: 2026-01-01}
        - {name: Nameless, did: helped}
      needs: secretneed
      ---
      # Title
      ## Heading
      Some *emph*asised text with a [link](https://elsewhere.example/) and `code_span`.
      ![A drawing](drawing.png)
      -- notes/ward/drawing.png --
      1
      """)
    let steps = try #require(found.first).steps
    #expect(steps["title"] ?? 0 >= 10)
    for label in ["cafe", "ward", "atlas", "shipped", "ingrid", "heading"] {
      #expect((6...9).contains(steps[label] ?? 0), "\(label)")
    }
    for word in [
      "permission", "celebrate", "reviewer", "emphasised", "text", "link", "code", "span",
      "drawing",
      "march", "2026",
    ] {
      #expect((1...5).contains(steps[word] ?? 0), "\(word)")
    }
    for word in ["nameless", "secretneed", "elsewhere", "example", "href", "em", "png"] {
      #expect(steps[word] == nil, "\(word)")
    }
  }

  @Test func `updates of a log are found by themselves, and the log by what stands around them`()
    async throws
  {
    let found = try await words(
      """
      -- notes/2026-01-01-log.md --
      # The log
      Before.
      ## 2026-01-02: Inner
      First update.
      ## 2026-01-03
      Second update.
      ## Afterwards
      Behind.
      ## 2099-01-01
      Tomorrow.
      """)
    #expect(found.map(\.title) == ["The log", "The log: Inner", "The log"])
    #expect(found[0].steps["second"] != nil && found[0].steps["first"] == nil)
    #expect(found[1].steps["inner"] ?? 0 >= 10 && found[1].steps["first"] != nil)
    #expect(found[1].steps["log"] ?? 0 < 10)
    #expect(found[2].steps["before"] != nil && found[2].steps["behind"] != nil)
    #expect(found[2].steps["first"] == nil && found[2].steps["second"] == nil)
    #expect(found.allSatisfy { $0.steps["tomorrow"] == nil })
  }
}
