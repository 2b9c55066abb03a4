import Foundation
import Testing

@testable import Publishing

struct StructuredDataTests {
  private static let site = """
    -- outloud.yml --
    url: https://a.example/sub/
    title: Notes
    author:
      name: Ada
      note: Counts.
      photo: /ada.jpg
      links: [https://code.example/ada, https://social.example/@ada]
    timezone: Europe/Paris
    -- static/ada.jpg --
    x
    -- pages/about.md --
    I am Ada.
    -- notes/2026-01-05-a.md --
    ---
    title: It works </script><b>
    project: Atlas
    tags: [x]
    updated: 2026-01-07
    lang: fr
    ---
    Du texte.
    -- notes/2026-01-04-b.md --
    ---
    title: Below a topic
    tags: [x]
    ---
    x
    -- notes/2026-01-03-c.md --
    Below a year.
    -- notes/loose.md --
    # Undated

    x

    """

  /// The nodes of a page's graph.
  private func graph(_ path: String, _ text: String = site) async throws -> [[String: Any]] {
    let page = try await TestSite(text).build()[path]
    let match = page.firstMatch(of: /<script type="application\/ld\+json">(.*?)<\/script>/)
    let data = Data(String(try #require(match, "\(path) has none").output.1).utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object["@context"] as? String == "https://schema.org")
    return try #require(object["@graph"] as? [[String: Any]])
  }

  private func trail(_ graph: [[String: Any]]) -> [String] {
    let list = graph.last?["itemListElement"] as? [[String: Any]] ?? []
    return list.map { "\($0["position"] ?? "") \($0["name"] ?? "") \($0["item"] ?? "")" }
  }

  @Test func `a note is a posting of its author's`() async throws {
    let graph = try await graph("a/index.html")
    let post = try #require(graph.first)
    #expect(post["@type"] as? String == "BlogPosting")
    #expect(post["headline"] as? String == "It works </script><b>")
    #expect(post["url"] as? String == "https://a.example/sub/a/")
    #expect(post["datePublished"] as? String == "2026-01-05T00:00:00+01:00")
    #expect(post["dateModified"] as? String == "2026-01-07T00:00:00+01:00")
    #expect(post["inLanguage"] as? String == "fr")
    #expect(post["keywords"] as? [String] == ["x"])
    #expect(post["image"] as? String == "https://a.example/sub/card.png")
    #expect((post["author"] as? [String: String])?["name"] == "Ada")
    #expect((post["author"] as? [String: String])?["url"] == "https://a.example/sub/")
    #expect(
      trail(graph) == [
        "1 Notes https://a.example/sub/", "2 Projects https://a.example/sub/projects/",
        "3 Atlas https://a.example/sub/projects/atlas/",
        "4 It works </script><b> https://a.example/sub/a/",
      ])
  }

  @Test func `a note without a project lies below its topic, or its year`() async throws {
    #expect(
      trail(try await graph("b/index.html")).dropFirst() == [
        "2 Topics https://a.example/sub/topics/", "3 x https://a.example/sub/topics/x/",
        "4 Below a topic https://a.example/sub/b/",
      ])
    #expect(
      trail(try await graph("c/index.html")).dropFirst().first
        == "2 2026 https://a.example/sub/years/2026/")
  }

  @Test(arguments: ["index.html", "about/index.html"])
  func `home and about are about the author`(path: String) async throws {
    let page = try #require(try await graph(path).first)
    #expect(page["@type"] as? String == "ProfilePage")
    #expect(page["dateCreated"] as? String == "2026-01-03T00:00:00+01:00")
    #expect(page["dateModified"] as? String == "2026-01-05T00:00:00+01:00")
    let person = try #require(page["mainEntity"] as? [String: Any])
    #expect(person["@type"] as? String == "Person")
    #expect(person["name"] as? String == "Ada")
    #expect(person["alternateName"] as? String == "@ada@social.example")
    #expect(person["description"] as? String == "Counts.")
    #expect(person["image"] as? String == "https://a.example/sub/ada.jpg")
    #expect(
      person["sameAs"] as? [String] == ["https://code.example/ada", "https://social.example/@ada"])
  }

  @Test(arguments: [
    ("projects/atlas/index.html", "CollectionPage"), ("topics/x/index.html", "CollectionPage"),
    ("years/2026/index.html", "CollectionPage"), ("projects/index.html", "CollectionPage"),
    ("undated/index.html", "CollectionPage"),
    ("subscribe/index.html", "WebPage"),
  ])
  func `lists are collections`(path: String, type: String) async throws {
    #expect(try await graph(path).first?["@type"] as? String == type)
  }

  @Test func `an undated note is no posting, and where nobody is named no page is about anyone`()
    async throws
  {
    let bare = "-- outloud.yml --\nurl: https://a.example/\n-- notes/a.md --\n# A\n\nx\n"
    #expect(try await graph("a/index.html", bare).first?["@type"] as? String == "WebPage")
    #expect(try await graph("index.html", bare).first?["@type"] as? String == "CollectionPage")
    let page = try await TestSite(bare).build()["a/index.html"]
    #expect(!page.contains("h-entry"))
    #expect(page.contains("<meta property=\"og:type\" content=\"website\">"))
  }

  @Test func `what search engines are to leave out says nothing`() async throws {
    #expect(!(try await TestSite(Self.site).build()["404.html"].contains("ld+json")))
  }
}
