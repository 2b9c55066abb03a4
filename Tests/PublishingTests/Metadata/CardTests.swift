import Files
import Testing

@testable import Publishing

struct CardTests {
  private static let configuration = "-- outloud.yml --\nurl: https://a.example/sub/\n"

  /// A plain PNG picture of a size, in steps of 256 points.
  private static func png(_ width: Int, _ height: Int) -> [UInt8] {
    var png = PNG(width: 256 * width, height: 256 * height)
    png.palette = [0xFFFFFF]
    return png.encoded(
      rows: Array(repeating: Array(repeating: 0, count: 64 * width), count: 256 * height))
  }

  /// What the page of the note says of its picture, without `og:image`.
  private func card(_ note: String, _ files: [String: [UInt8]] = [:]) async throws -> [String] {
    var site = TestSite(Self.configuration + "-- notes/w/2026-01-01-a.md --\n" + note)
    for (path, bytes) in files { site.folder.files[path] = bytes }
    return try await site.build()["w/a/index.html"]
      .matches(of: /"(?:og:image|twitter:card)([a-z:]*)" content="([^"]*)"/)
      .map { "\($0.output.1) \($0.output.2)" }
  }

  @Test func `it is the first picture of the text that is large enough`() async throws {
    let text = "![small](s.png) ![drawn](d.svg) ![a \"cat\"](c.png) ![later](l.png)"
    let card = try await card(
      text,
      [
        "notes/w/s.png": Self.png(1, 1), "notes/w/c.png": Self.png(4, 3),
        "notes/w/l.png": Self.png(4, 3),
        "notes/w/d.svg": Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8),
      ])
    #expect(
      card == [
        " https://a.example/sub/w/c.png", ":width 1024", ":height 768", ":alt a “cat”",
        " summary_large_image",
      ])
  }

  @Test func `the one of the front matter goes first`() async throws {
    #expect(
      try await card(
        "---\nimage: s.png\ntitle: A & B\n---\n![c](c.png)",
        ["notes/w/s.png": Self.png(1, 1), "notes/w/c.png": Self.png(4, 3)])
        == [
          " https://a.example/sub/w/s.png", ":width 256", ":height 256", ":alt A &amp; B",
          " summary",
        ])
    #expect(
      try await card("---\nimage: /i/s.png\ntitle: A\n---\nx", ["static/i/s.png": [1]])
        == [" https://a.example/sub/i/s.png", ":alt A", " summary_large_image"])
    #expect(
      try await card("---\nimage: https://b.example/s.png\ntitle: A\n---\nx").first
        == " https://b.example/s.png")
  }

  @Test(arguments: ["x", "---\nimage: d.svg\n---\nx", "---\nimage: gone.png\n---\nx"])
  func `a note without one has the site's`(note: String) async throws {
    #expect(
      try await card(
        note, ["notes/w/d.svg": Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8)]) == [
          " https://a.example/sub/card.png", ":width 1200", ":height 630", ":alt Notes",
          " summary_large_image",
        ])
  }

  @Test func `the site's is drawn in its accent, unless it has its own`() async throws {
    let drawn = CardPicture(accent: "#102030").render()
    #expect(drawn.starts(with: Self.png(4, 3)[..<16]))
    #expect(drawn.count < 8_000)
    // Signature, IHDR, then the length and name of PLTE, and three colours.
    #expect(Array(drawn[33 + 8 + 9..<33 + 8 + 12]) == [0x10, 0x20, 0x30])
    let own = try await TestSite(
      Self.configuration + "-- static/card.png --\nmine\n-- notes/2026-01-01-a.md --\nx"
    ).build()
    #expect(own["card.png"] == "mine\n")
    #expect(!own["a/index.html"].contains("og:image:width"))
  }
}
