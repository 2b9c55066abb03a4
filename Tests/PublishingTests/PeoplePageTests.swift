import Testing

@testable import Publishing

/// The page of those who have agreed to be named, and of nobody else.
struct PeoplePageTests {
  private static let site = TestSite(
    """
    -- outloud.yml --
    title: Work
    url: https://ada.example/
    author: Ada
    language: en
    -- people.yml --
    Zoe Lind: {url: "https://zoe.example/", consent: 2026-01-01}
    Later Larsen: 2031-01-01
    -- notes/2026-02-01-first.md --
    ---
    people:
      - {name: zoe lind, did: helped}
      - {name: Bo Ek, did: was-helped, consent: 2026-02-01}
      - Sam Okafor
      - {name: Later Larsen, did: helped}
    ---
    # The first
    -- notes/2026-03-01-second.md --
    ---
    people:
      - {name: Zoe Lind, did: helped}
      - {name: Zoe Lind, did: helped}
      - {name: Zoe Lind, did: was-helped}
      - {name: Bo Ek, url: "https://bo.example/"}
    ---
    # The second
    -- notes/2026-04-01-held.md --
    ---
    visibility: private
    people: [{name: Kim Private, consent: 2026-01-01}]
    ---
    # Held
    """)

  @Test func `whoever has agreed stands there with their notes, newest first`() async throws {
    let result = try await Self.site.build()
    let page = result["people/index.html"]
    let bo = try #require(page.firstRange(of: "Bo Ek"))
    let zoe = try #require(page.firstRange(of: "<a href=\"https://zoe.example/\">Zoe Lind</a>"))
    #expect(bo.lowerBound < zoe.lowerBound)
    // The other note was written without the consent of Bo Ek, so no address of theirs is known.
    #expect(!page.contains("https://bo.example/"))
    let notesOfZoe = page[zoe.upperBound...]
    #expect(String(notesOfZoe).count(of: "href=\"/second/\"") == 2)
    let second = try #require(notesOfZoe.firstRange(of: "href=\"/second/\""))
    let first = try #require(notesOfZoe.firstRange(of: "href=\"/first/\""))
    #expect(second.lowerBound < first.lowerBound)
    #expect(String(page[..<zoe.lowerBound]).count(of: "href=\"/second/\"") == 0)
    #expect(result["index.html"].contains("<a href=\"/people/\">People</a>"))
    #expect(result["sitemap.xml"].contains("<loc>https://ada.example/people/</loc>"))
  }

  @Test(arguments: ["Sam", "Okafor", "Larsen", "Kim", "Private"])
  func `nobody else is named anywhere`(name: String) async throws {
    for (path, text) in try await Self.site.build().files {
      #expect(!text.contains(name) && !path.contains(name.lowercased()), "\(path)")
    }
  }

  @Test func `without anybody there is no page and no link to one`() async throws {
    let result = try await TestSite(
      "-- notes/a.md --\n---\npeople: [Sam Okafor]\n---\nWith somebody.\n"
    ).build()
    #expect(result.files["people/index.html"] == nil)
    #expect(!result["index.html"].contains("/people/"))
  }
}
