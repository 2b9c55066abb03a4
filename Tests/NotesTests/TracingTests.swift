import Dates
import Testing

@testable import Notes

/// What `git log -z --name-status` prints, newest first, read back to where files came from.
struct TracingTests {
  private func additions(_ log: String, of paths: String..., below prefix: String = "") -> [String:
    String]
  {
    var tracing = Tracing(paths: paths, prefix: prefix)
    tracing.read(Array(log.replacing("|", with: "\0").utf8))
    return tracing.additions.mapValues(\.rfc3339)
  }

  @Test func `a file is followed through renames to the commit that added it`() {
    let log = """
      \u{1}2025-03-03T00:00:00Z|
      R090|b.md|c.md|\u{1}2025-02-02T00:00:00Z|
      R100|a.md|b.md|\u{1}2025-01-01T00:00:00+02:00|
      A|a.md|A|other.md|
      """
    #expect(additions(log, of: "c.md") == ["c.md": "2025-01-01T00:00:00+02:00"])
  }

  @Test func `a name that is used again is another file`() {
    let log = """
      \u{1}2025-03-03T00:00:00Z|
      A|a.md|\u{1}2025-02-02T00:00:00Z|
      R100|a.md|b.md|\u{1}2025-01-01T00:00:00Z|
      A|a.md|
      """
    #expect(
      additions(log, of: "a.md", "b.md")
        == ["a.md": "2025-03-03T00:00:00Z", "b.md": "2025-01-01T00:00:00Z"])
  }

  @Test func `a merge that adds a file counts, and a prefix is taken off`() {
    let log = "\u{1}2025-03-03T00:00:00Z|\nAA|site/a.md|MM|site/b.md|"
    #expect(additions(log, of: "a.md", "b.md", below: "site/") == ["a.md": "2025-03-03T00:00:00Z"])
  }

  @Test(arguments: [
    "", "\u{1}", "\u{1}2025-01-01T00:00:00Z|\nA", "R100|a.md", "|||", "\u{1}never|\nA|a.md|",
  ])
  func `a log that is cut off says less, and nothing breaks`(log: String) {
    #expect(additions(log, of: "a.md").isEmpty)
  }
}
