import Testing

@testable import Publishing

struct SiteIconTests {
  private static let site = "-- outloud.yml --\nurl: https://a.example/sub/\n"
  private static let note = "-- notes/2026-01-01-a.md --\nx\n"

  @Test func `a site without an icon has its author's initials`() async throws {
    let result = try await TestSite(
      Self.site + "author: Ada B. Lovelace\naccent: \"#ffdd00\"\n" + Self.note
    ).build()
    let icon = result["favicon.svg"]
    #expect(icon.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\">"))
    #expect(
      icon.contains("<style>rect{fill:#ffdd00}text{fill:#111}@media (prefers-color-scheme:dark)"))
    #expect(icon.hasSuffix(">AL</text></svg>\n"))
    for path in ["index.html", "a/index.html", "404.html"] {
      #expect(
        result[path].contains(
          "<link rel=\"icon\" type=\"image/svg+xml\" href=\"/sub/favicon.svg\">"))
    }
    #expect(!result["sitemap.xml"].contains("favicon"))
  }

  @Test(arguments: [
    ("Ada", "T", "A"), ("ada lovelace", "T", "AL"), ("Ada (she/her)", "T", "A"),
    ("Åsa Öberg", "T", "ÅÖ"), ("山田 太郎", "T", "山太"), (nil, "my notes", "M"), ("", "a & b", "A"),
    (nil, "& more", "M"), (nil, "<3", "<"), (nil, "🎉 x", "X"),
  ])
  func `a monogram is the first letter of the first and the last name`(
    author: String?, title: String, letters: String
  ) {
    let monogram = Monogram(author: author, title: title, accent: nil)
    #expect(monogram.letters == letters)
    let drawing = String(decoding: monogram.drawing, as: UTF8.self)
    #expect(drawing.contains(letters == "<" ? ">&lt;</text>" : ">\(letters)</text>"))
  }

  @Test(arguments: [
    ("favicon.svg", "image/svg+xml"), ("favicon.png", "image/png"),
    ("favicon.ico", "image/vnd.microsoft.icon"),
  ])
  func `the author's own icon goes before it`(name: String, type: String) async throws {
    let result = try await TestSite(Self.site + Self.note + "-- static/\(name) --\nown").build()
    #expect(result.problems.isEmpty)
    #expect(result[name] == "own")
    #expect(result.files.keys.filter { $0.hasPrefix("favicon") } == [name])
    #expect(
      result["index.html"].contains("<link rel=\"icon\" type=\"\(type)\" href=\"/sub/\(name)\">"))
  }
}
