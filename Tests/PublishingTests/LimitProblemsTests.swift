import Testing

/// What is said where a text holds more than is read.
struct LimitProblemsTests {
  private static let start = """
    -- outloud.yml --
    url: https://a.example/
    -- notes/2026-01-01-a.md --
    ---
    title: A
    ---

    """

  private func report(_ text: String) async throws -> String {
    try await TestSite(Self.start + text).build().report
  }

  @Test func `quotes and lists that nest too deep`() async throws {
    let text = "words\n\n" + String(repeating: "> ", count: 100) + "> words"
    #expect(
      try await report(text) == """
        notes/2026-01-01-a.md:6:201: error: more than 100 quotes and lists are nested here [nesting-limit]
            6 | …> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > words
              |                                                                                  ^ put what is no Markdown between lines of ```

        """)
    #expect(try await report(String(repeating: "> ", count: 100) + "words") == "")
  }

  @Test func `brackets that nobody closes`() async throws {
    let text = "words\n\n" + String(repeating: "[a\n", count: 2_001)
    #expect(
      try await report(text) == """
        notes/2026-01-01-a.md:2006:1: error: more than 2000 brackets are open here and not closed [bracket-limit]
         2006 | [a
              | ^ put what is no Markdown between lines of ```

        """)
    #expect(try await report(String(repeating: "[a\n", count: 2_000)) == "")
    #expect(try await report("```\n\(String(repeating: "[", count: 9_000))\n```") == "")
  }

  @Test func `tables whose rows lack too many cells`() async throws {
    let head = String(repeating: "|a", count: 1_000) + "\n" + String(repeating: "|-", count: 1_000)
    #expect(
      try await report(head + "\n" + String(repeating: "|b\n", count: 101)) == """
        notes/2026-01-01-a.md:106:1: error: the rows of tables lack more than 100000 cells up to here [cell-limit]
          106 | |b
              | ^ give each row as many cells as its table has columns

        """)
    #expect(try await report(head + "\n" + String(repeating: "|b\n", count: 100)) == "")
  }
}
