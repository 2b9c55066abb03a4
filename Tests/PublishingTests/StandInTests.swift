import Problems
import Testing

/// The list of names for which other words are published, and what stands outside of the private
/// folder all the same.
struct StandInTests {
  private func site(_ list: String, _ text: String) -> TestSite {
    TestSite(
      "-- outloud.yml --\nurl: https://a.example/\n-- private/stand-ins.yml --\n\(list)\n\(text)")
  }

  @Test func `of a line with very many names some are told, and none is shown`() async throws {
    let result = try await site(
      "Acme: a retailer", "-- notes/2026-01-01-a.md --\n\(String(repeating: "Acme ", count: 500))"
    ).build()
    #expect(result.problems.map(\.code) == Array(repeating: .leakStandIn, count: 20))
    #expect(!ProblemReport(result.problems, showsLeaks: true).text.contains("Acme"))
  }

  @Test func `a name within a tag is heard, however it is written`() async throws {
    let result = try await site(
      "Acme: a retailer", "-- notes/2026-01-01-a.md --\n<img alt=\"&#65;c&#109;e\" src=\"a.png\">"
    ).build()
    #expect(result.problems.contains { $0.code == .leakStandIn && $0.place?.column == 11 })
  }

  @Test func `a name longer than any is none`() async throws {
    let long = String(repeating: "acme", count: 51)
    let result = try await site("\(long): a retailer", "-- notes/2026-01-01-a.md --\nx").build()
    #expect(
      result.report.hasPrefix(
        "private/stand-ins.yml:1:1: error: a name of more than 200 letters is none that anyone writes [stand-in-invalid]"
      ), "\(result.report)")
  }

  @Test func `a name that stands in what is published is a leak`() async throws {
    let result = try await site(
      "Acme: {as: a retailer, also: [ACME Corp]}",
      """
      -- notes/2026-01-01-a.md --
      ---
      title: For Acme
      ---
      Write `ACME_KEY`, ![acme](a.svg) and Ac**me**,
      or &#65;cme. <!-- Acme
      Corp -->
      -- notes/a.svg --
      <svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><text>Acme</text></svg>
      """
    ).build()
    #expect(result.files.isEmpty)
    #expect(
      ProblemReport(result.problems.filter { $0.file != "notes/a.svg" }, showsLeaks: true).text
        == """
        notes/2026-01-01-a.md:2:12: error: a name stands here for which private/stand-ins.yml has other words [leak-stand-in]
            2 | title: For ****
              |            ^~~~ write the other words; “outloud publish” does it for a note in private/notes/
        notes/2026-01-01-a.md:4:8: error: a name stands here for which private/stand-ins.yml has other words [leak-stand-in]
            4 | Write `****_KEY`, ![****](a.svg) and ********,
              |        ^~~~ write the other words; “outloud publish” does it for a note in private/notes/
        notes/2026-01-01-a.md:4:21: error: a name stands here for which private/stand-ins.yml has other words [leak-stand-in]
            4 | Write `****_KEY`, ![****](a.svg) and ********,
              |                     ^~~~ write the other words; “outloud publish” does it for a note in private/notes/
        notes/2026-01-01-a.md:4:38: error: a name stands here for which private/stand-ins.yml has other words [leak-stand-in]
            4 | Write `****_KEY`, ![****](a.svg) and ********,
              |                                      ^~~~~~ write the other words; “outloud publish” does it for a note in private/notes/
        notes/2026-01-01-a.md:5:4: error: a name stands here for which private/stand-ins.yml has other words [leak-stand-in]
            5 | or ********. <!-- ****
              |    ^~~~~~~~ write the other words; “outloud publish” does it for a note in private/notes/
        notes/2026-01-01-a.md:5:19: error: a name stands here for which private/stand-ins.yml has other words [leak-stand-in]
            5 | or ********. <!-- ****
              |                   ^~~~ write the other words; “outloud publish” does it for a note in private/notes/

        """)
    #expect(result.problems.contains { $0.file == "notes/a.svg" && $0.code == .leakStandIn })
  }

  @Test func `paths, standing pages and the configuration are looked at, private notes are not`()
    async throws
  {
    var site = TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      description: Working for Acme
      -- private/stand-ins.yml --
      Acme: a retailer
      -- private/notes/2026-01-01-acme.md --
      Acme
      -- notes/2026-01-01-acme-roof.md --
      x
      -- notes/2026-01-01-b.md --
      An anvil by Acme <!-- outloud: accept the cartoon -->
      -- pages/about.md --
      # Acme
      """)
    let result = try await site.build()
    #expect(
      result.report == """
        notes/2026-01-01-****-roof.md: error: a name for which private/stand-ins.yml has other words stands in the file’s path [leak-stand-in]
          hint: rename the file
        outloud.yml:2:26: error: a name stands here for which private/stand-ins.yml has other words [leak-stand-in]
          hint: write the other words; “outloud publish” does it for a note in private/notes/
        pages/about.md:1:3: error: a name stands here for which private/stand-ins.yml has other words [leak-stand-in]
          hint: write the other words; “outloud publish” does it for a note in private/notes/

        """)
    site = site.without("notes/2026-01-01-acme-roof.md", "pages/about.md", "outloud.yml")
    site.folder.files["outloud.yml"] = Array("url: https://a.example/\n".utf8)
    site.options.includesPrivate = true
    site.audience = .me
    #expect(try await site.build().report == "")
  }

  @Test func `the list makes no byte of the site`() async throws {
    let text = "-- notes/2026-01-01-a.md --\nA retailer called."
    let with = try await site("Acme: a retailer", text).build()
    let without = try await site("Acme: a retailer", text).without("private/stand-ins.yml").build()
    #expect(with.files == without.files && !with.files.isEmpty)
  }

  @Test func `what is wrong in the list is told at its place, and no name with it`() async throws {
    let result = try await site(
      """
      Acme: a retailer
      ACME: a shop
      Globex:
      X: a letter
      Initech: {as: a firm, also: [a-c-m-e, Inits], als: x}
      Hooli: {also: [Hooli Inc]}
      Umbrella: a rival of Acme
      Stark: <b>a forge</b>
      """, "-- notes/2026-01-01-a.md --\nx"
    ).build()
    #expect(
      ProblemReport(result.problems, showsLeaks: true).text == """
        private/stand-ins.yml:2:1: error: this name stands here a second time [stand-in-invalid]
            2 | ACME: a shop
              | ^~~~ case, accents and hyphens make no difference: keep one of the two
        private/stand-ins.yml:3:8: error: nothing is said here that could stand for the name [stand-in-invalid]
            3 | Globex:
              |        ^ write “Acme: a retailer”, or “Acme: {as: a retailer, also: [Acme Corp]}”
        private/stand-ins.yml:4:1: error: a name has two letters or digits at least [stand-in-invalid]
            4 | X: a letter
              | ^ write “Acme: a retailer”, or “Acme: {as: a retailer, also: [Acme Corp]}”
        private/stand-ins.yml:5:30: error: this name stands here a second time [stand-in-invalid]
            5 | Initech: {as: a firm, also: [a-c-m-e, Inits], als: x}
              |                              ^~~~~~~ case, accents and hyphens make no difference: keep one of the two
        private/stand-ins.yml:5:47: error: a stand-in knows “as” and “also”, and not this [stand-in-invalid]
            5 | Initech: {as: a firm, also: [a-c-m-e, Inits], als: x}
              |                                               ^~~ did you mean “also”?
        private/stand-ins.yml:6:1: error: nothing is said here that could stand for the name [stand-in-invalid]
            6 | Hooli: {also: [Hooli Inc]}
              | ^~~~~ write “Acme: a retailer”, or “Acme: {as: a retailer, also: [Acme Corp]}”
        private/stand-ins.yml:7:11: error: what stands for this name holds a name of the list itself [stand-in-invalid]
            7 | Umbrella: a rival of Acme
              |           ^~~~~~~~~~~~~~~ write “Acme: a retailer”, or “Acme: {as: a retailer, also: [Acme Corp]}”
        private/stand-ins.yml:8:8: error: a stand-in is words that begin with a letter or a digit, without < > ` | and \\ [stand-in-invalid]
            8 | Stark: <b>a forge</b>
              |        ^~~~~~~~~~~~~~ write “Acme: a retailer”, or “Acme: {as: a retailer, also: [Acme Corp]}”

        """)
    #expect(!ProblemReport(result.problems).text.contains("Umbrella"))
  }

  @Test(arguments: [
    ("Acme: a shop\nAcme: a retailer", "2:1", "this name stands here a second time"),
    ("- Acme", "1:1", "this is no name with its stand-in"),
    ("Acme: a: b", "1:8", "a colon followed by a space ends a key, and this line has two"),
    ("Acme: [a, b]", "1:7", "this is no name with its stand-in"),
  ])
  func `a file that is no list is told without its names`(
    _ list: String, _ place: String, _ message: String
  ) async throws {
    let report = try await site(list, "-- notes/2026-01-01-a.md --\nx").build().report
    #expect(
      report.hasPrefix("private/stand-ins.yml:\(place): error: \(message) [stand-in-invalid]\n"),
      "\(report)")
    #expect(!report.contains("“Acme”") || report.contains("write “Acme: a retailer”"))
  }
}
