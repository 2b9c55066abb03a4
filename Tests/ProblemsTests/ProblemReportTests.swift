import Problems
import Testing
import Text

struct ProblemReportTests {
  @Test func `a problem prints like a compiler's`() {
    let lines = Lines(Array("---\ntitle: x\n\nvisibility: pubilc\n".utf8))
    let start = lines.start(ofLine: 4) + 12
    let problem = Problem(
      .templateSyntax, file: "notes/cache.md", at: start..<start + 6, in: lines,
      "the visibility “pubilc” is none I know", hint: "did you mean “public”?",
      notes: [.init("said here first", file: "notes/a.md", line: 3)])
    #expect(
      ProblemReport([problem]).text == """
        notes/cache.md:4:13: error: the visibility “pubilc” is none I know [template-syntax]
            4 | visibility: pubilc
              |             ^~~~~~ did you mean “public”?
          notes/a.md:3: note: said here first

        """)
  }

  @Test func `a long line is cut around the place`() {
    let text = String(repeating: "a", count: 300) + "!" + String(repeating: "b", count: 300)
    let problem = Problem(
      .templateSyntax, file: "a", at: 300..<301, in: Lines(Array(text.utf8)), "bang")
    let rows = ProblemReport([problem]).text.split(separator: "\n").map(Array.init)
    #expect(rows[1].count < 140)
    #expect(rows[1][rows[2].firstIndex(of: "^") ?? 0] == "!")
  }

  @Test func `problems are ordered by file and line`() {
    let lines = Lines(Array("a\nb\n".utf8))
    let problems = [
      Problem(.templateSyntax, file: "b", at: 0..<1, in: lines, "3"),
      Problem(.templateSyntax, file: "a", at: 2..<3, in: lines, "2"),
      Problem(.templateSyntax, file: "a", at: 0..<1, in: lines, "1"),
      Problem(.templateSyntax, "0"),
    ]
    #expect(problems.sorted().map(\.message) == ["0", "1", "2", "3"])
  }
}
