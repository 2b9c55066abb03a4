import Problems
import Testing

@testable import Publishing

/// Footnotes go with what refers to them.
struct FootnoteTests {
  /// Each line that begins with `§` belongs to an update that lies ahead; `now` is 23 November 2026.
  private static func log(_ order: [String]) -> String {
    let updates = [
      "seen": "## 2026-11-20\n\nSeen[^shown] and both[^both].\n",
      "ahead": "§## 2026-12-24\n§\n§Quibble[^quibble], and both[^both] too[^nested].\n§",
    ]
    return "-- outloud.yml --\nurl: https://a.example/\n-- notes/log.md --\n# A log\n\n"
      + order.compactMap { updates[$0] }.joined(separator: "\n")
        + """

        [^shown]: The footnote that is shown.
        [^quibble]: quibble quibble
        [^both]: For both.
        [^nested]: More quibble[^inner].
        [^inner]: The innermost quibble.
        """
  }

  @Test(arguments: [["seen", "ahead"], ["ahead", "seen"]])
  func `an update that lies ahead shows no footnote, and hides none of the others`(
    order: [String]
  ) async throws {
    let text = Self.log(order)
    let with = try await TestSite(text.replacing("§", with: "")).build()
    let without = try await TestSite(
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.hasPrefix("§") }.joined(separator: "\n")
    ).build()
    for (path, file) in with.files {
      #expect(!file.contains("uibble"), "\(path)")
      #expect(!file.contains("both-2"), "\(path)")
    }
    let page = with["log/index.html"]
    #expect(page.contains("The footnote that is shown."))
    #expect(page.contains("For both."))
    #expect(page.contains(">2</a></sup>"))
    for format in ["feed.xml", "atom.xml", "feed.json"] {
      #expect(with[format].contains("The footnote that is shown."), "\(format)")
    }
    #expect(page == without["log/index.html"])
  }

  @Test func `each update of a log has its own footnotes`() async throws {
    let result = try await TestSite(
      Self.log(["ahead", "seen"]).replacing("§", with: "").replacing(
        "2026-12-24", with: "2026-11-19")
    ).build()
    let page = result["log/index.html"]
    #expect(page.count(of: "class=\"footnotes\"") == 2)
    #expect(page.count(of: "For both.") == 2)
    #expect(page.count(of: "The innermost quibble.") == 1)
    #expect(page.count(of: "id=\"fn-2026-11-20-both\"") == 1)
    #expect(page.count(of: "id=\"fn-2026-11-19-both\"") == 1)
  }

  @Test func `a footnote that only a private block refers to is not shown`() async throws {
    let result = try await TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      -- notes/2026-01-02-a.md --
      Seen[^shown].

      :::private
      Hidden[^quibble].
      :::

      [^quibble]: quibble quibble
      [^shown]: Shown.
      """
    ).build()
    #expect(result["a/index.html"].contains("Shown."))
    for (path, file) in result.files { #expect(!file.contains("uibble"), "\(path)") }
  }
}
