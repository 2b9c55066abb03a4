import Problems
import Testing

@testable import Publishing

/// Where links lead that are written in less common ways, and where those that lead nowhere are
/// said to stand.
struct LinkPlaceTests {
  @Test(arguments: [
    ("| What |\n|------|\n| a |\n| [b](gone.md) |", 5, 7),
    ("| [a](gone.md) |\n|---|", 2, 7),
    ("> | a | b |\n> |---|---|\n> | c | [d](gone.md) |", 4, 13),
    ("Said[^a].\n\n[^a]: First.\n\n    Then [b](gone.md).", 6, 14),
    ("Said[^a].\n\n[^a]: See [b](gone.md).", 4, 15),
    ("See [b][c].\n\n[c]: gone.md", 2, 1),
    ("- one\n- two\n  and [b](gone.md)", 4, 11),
  ])
  func `a dead link is told where it stands`(text: String, line: Int, column: Int) async throws {
    let result = try await site("\n\(text)").build()
    let problems = result.problems.filter { $0.code == .linkBroken }
    #expect(problems.count == 1, "\(result.report)")
    #expect(result.report.contains("notes/2026-01-02-a.md:\(line):\(column): "), "\(result.report)")
  }

  @Test func `a note shown in another becomes a link to it`() async throws {
    let result = try await site("Look: ![[b]]").build()
    #expect(
      result["a/index.html"].contains("Look: <a href=\"/folder/b/\">b</a>"), "\(result.report)")
  }

  @Test func `the read-me file of a folder is linked like any note`() async throws {
    let result = try await site("See [the folder](folder/README.md).").build()
    #expect(result.report == "")
    #expect(
      result["a/index.html"].contains("See <a href=\"/folder/README/\">the folder</a>"),
      "\(result.files.keys.sorted())")
  }

  /// A slash and an accent on it are one character, and two letters of a path.
  @Test(arguments: [
    "[x](\u{301}d/\u{301}e.md)", "[x](\u{301}d/../\u{301}d/\u{301}e.md)",
    "[x](/\u{301}d/\u{301}e.md)", "[x](/notes/\u{301}d/\u{301}e.md)",
    "[[\u{301}e|x]]", "[[\u{301}d/\u{301}e|x]]", "[[./\u{301}d/\u{301}e|x]]",
  ])
  func `names that begin with an accent are found`(link: String) async throws {
    let result = try await TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      -- notes/2026-01-02-a.md --
      \(link)
      -- notes/\u{301}d/\u{301}e.md --
      ---
      date: 2026-01-04
      ---
      # E
      """
    ).build()
    #expect(result.report == "")
    #expect(result["a/index.html"].contains("/\">x</a>"), "\(result["a/index.html"])")
  }

  private func site(_ text: String) -> TestSite {
    TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      -- notes/2026-01-02-a.md --
      \(text)
      -- notes/folder/2026-01-03-b.md --
      # B
      -- notes/folder/README.md --
      ---
      date: 2026-01-04
      ---
      # The folder
      """)
  }
}
