import Testing

@testable import Publishing

/// What an author puts at the address of a page that would be made.
struct OwnPageTests {
  private static let others = """
    -- notes/2026-01-02-a.md --
    ---
    project: Atlas
    tags: [maps]
    people: [{name: Bo Ek, consent: 2026-01-01}]
    ---
    # A
    -- notes/b.md --
    # Undated

    """

  @Test(arguments: ["search", "subscribe", "people", "projects", "topics", "undated"])
  func `a page of the author's own stands in the place of a made one`(name: String) async throws {
    for file in ["notes/\(name).md", "pages/\(name).md"] {
      let result = try await TestSite(Self.others + "-- \(file) --\n# Mine\nMy own words.\n")
        .build()
      #expect(!result.report.contains("address-twice"))
      #expect(result["\(name)/index.html"].contains("My own words."))
      #expect(result["index.html"].contains("href=\"/\(name)/\""))
    }
    let page = "<title>My own file</title>"
    let result = try await TestSite(Self.others + "-- static/\(name)/index.html --\n\(page)\n")
      .build()
    #expect(result["\(name)/index.html"] == page + "\n")
  }

  @Test func `without the search page there is no index`() async throws {
    let result = try await TestSite("-- notes/search.md --\nFind me.\n").build()
    #expect(!result.files.keys.contains { $0.hasPrefix("search/") && !$0.hasSuffix(".html") })
  }

  @Test func `a page that holds the author's notes has its address to itself`() async throws {
    let result = try await TestSite(Self.others + "-- notes/topics/maps.md --\nMine.\n").build()
    #expect(
      result.report.contains("the address “/topics/maps/” is taken by the page of the topic “maps”")
    )
  }
}
