import Testing

@testable import Publishing

struct ArchiveTests {
  private static let configuration = "-- outloud.yml --\nurl: https://a.example/\n"

  /// As many notes as asked for, a day apart from 1 January 2020 on.
  private static func notes(_ count: Int) -> String {
    (0..<count).map { number in
      let (year, day) = (2020 + number / 336, number % 336)
      let date = "\(year)-\(day / 28 + 1)-\(day % 28 + 1)"
      return "-- notes/n\(number).md --\n---\ndate: \(date)\n---\nx\n"
    }.joined()
  }

  private func links(_ text: String) -> [String] {
    text.matches(of: /<link rel="([a-z-]*)" href="https:\/\/a.example\/([^"]*)"\/>/)
      .map { "\($0.output.1) \($0.output.2)" }
  }

  @Test func `everything is there, in short, what followers did not get too`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/2026-01-02-a.md --
        A *text*.
        -- notes/b.md --
        ---
        date: 1987
        published: 2026-01-01
        feed: false
        ---
        Older than the Web.
        -- notes/c.md --
        ---
        date: 1985
        ---
        Older still.
        """
    ).build()
    let archive = result["archive.xml"]
    #expect(archive.count(of: "<entry>") == 3)
    #expect(!archive.contains("<content"))
    #expect(archive.contains("<summary type=\"html\">A text.</summary>"))
    #expect(
      archive.matches(of: /<published>([^<]*)</).map { String($0.output.1) } == [
        "2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z", "1990-01-01T00:00:00Z",
      ])
    // The page shows when it happened, and says when it came out.
    #expect(result["c/index.html"].contains("<time datetime=\"1985\">1985</time>"))
    #expect(result["feed.xml"].count(of: "<item>") == 1)
    #expect(links(archive) == [])
    #expect(!archive.contains("xmlns:fh"))
  }

  @Test func `full pages are split off, and stay as they are`() async throws {
    let few = try await TestSite(Self.configuration + Self.notes(500)).build()
    #expect(few["archive.xml"].count(of: "<entry>") == 500)
    #expect(few["archive-1.xml"].isEmpty)

    let more = try await TestSite(Self.configuration + Self.notes(1_001)).build()
    #expect(more["archive.xml"].count(of: "<entry>") == 1)
    #expect(links(more["archive.xml"]) == ["prev-archive archive-2.xml"])
    #expect(more["archive-1.xml"].count(of: "<entry>") == 500)
    #expect(more["archive-1.xml"].contains("<fh:archive/>"))
    #expect(
      links(more["archive-1.xml"]) == ["next-archive archive-2.xml", "current archive.xml"])
    #expect(
      links(more["archive-2.xml"])
        == ["prev-archive archive-1.xml", "next-archive archive.xml", "current archive.xml"])
    #expect(more["archive-1.xml"].contains("<updated>2021-06-24T00:00:00Z</updated>"))
    #expect(more["archive-1.xml"].contains("https://a.example/n0/"))
    #expect(more["archive-2.xml"].contains("https://a.example/n999/"))

    // What happened long ago comes out now, as backfill has it.
    let backfilled = (0..<30).map { number in
      "-- notes/old-\(number).md --\n---\ndate: \(1990 + number)\npublished: 2026-01-01\n---\nx\n"
    }
    let later = try await TestSite(
      Self.configuration + Self.notes(1_001) + backfilled.joined()
    ).build()
    #expect(later["archive-1.xml"] == more["archive-1.xml"])
    #expect(later["archive-2.xml"] == more["archive-2.xml"])
    #expect(later["archive.xml"].count(of: "<entry>") == 31)
  }
}
