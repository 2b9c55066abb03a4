import Notes
import Problems
import Testing

@testable import Publishing

/// What a note says between `:::private` and `:::` never leaves its author's machine.
struct PrivateBlockTests {
  /// Each line that begins with `§` belongs to a private block.
  private static let text = """
    -- outloud.yml --
    url: https://a.example/
    -- notes/2026-01-02-a.md --
    §:::private
    §# Quibble
    §
    §quibble quibble
    §:::
    # Seen

    The first words.
    §:::private quibble
    §![quibble](quibble.png) [dead](quibble-gone.md#quibble) [[Quibble]]
    §
    §<script>quibble()</script>
    §
    §[^q]: quibble
    §[label]: quibble.md "quibble"
    §
    §## Quibble
    §:::

    ## Seen

    A footnote[^q] and a [label] and [a dead link](gone.md).

    - one
    §- :::private
    §  quibble
    §
    §  - quibble
    §  :::
    - two

    > said
    § > :::private
    § > quibble
    §quibble

    ## Seen
    -- notes/2026-01-03-log.md --
    # A log

    ## 2026-01-04

    §:::private
    §## 2026-01-05: quibble
    §
    §- 14:05 quibble
    §:::
    - Done
    §:::private
    §quibble
    -- notes/2026-01-05-b.md --
    [to the log](2026-01-03-log.md)
    -- pages/about.md --
    Me.
    §::: {.private}
    §quibble
    §:::
    -- notes/quibble.png --
    quibble
    """

  private static let with = TestSite(text.replacing("§", with: ""))
  private static let without = TestSite(
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("§") }.joined(separator: "\n"))

  @Test func `no byte of the output tells of it`() async throws {
    let result = try await Self.with.build()
    #expect(result["a/index.html"].contains("The first words."))
    for (path, text) in result.files {
      #expect(!path.lowercased().contains("quibble"), "\(path)")
      #expect(!text.lowercased().contains("quibble"), "\(path)")
    }
    #expect(!result.report.contains("quibble("))
    #expect(!result.report.contains("notes/quibble"))
  }

  @Test func `deleting it changes nothing`() async throws {
    let (with, without) = (try await Self.with.build(), try await Self.without.build())
    #expect(!without.files.isEmpty)
    #expect(with.files == without.files)
    let codes = { (result: TestSite.Result) in
      result.problems.map(\.code.rawValue).filter { $0 != "private-unended" }
    }
    #expect(codes(with) == codes(without))
  }

  @Test func `problems name the lines of the whole file`() async throws {
    let broken = try await Self.with.build().problems.filter { $0.code == .linkBroken }
    let lines = Self.text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.firstIndex(of: "-- notes/2026-01-02-a.md --"))
    let dead = try #require(lines.firstIndex { $0.contains("gone.md).") })
    #expect(broken.map(\.place?.line) == [dead - first])
    #expect(broken.first?.excerpt?.contains("[a dead link](gone.md)") == true)
  }

  @Test func `its author alone sees it`() async throws {
    let reading = await SiteReader(Self.with.folder, history: NoHistory(), options: .init()).read()
    for audience in [Audience.public, .coach, .me, .named("internal")] {
      let (publication, _) = Publication.make(
        of: reading, in: Self.with.folder, for: audience, now: 1_795_392_000)
      let page = try #require(publication?.files.first { $0.path == "a/index.html" }).contents()
      let isSeen = String(decoding: page, as: UTF8.self).contains("<div class=\"private\">")
      #expect(isSeen == (audience == .me), "\(audience)")
    }
  }
}
