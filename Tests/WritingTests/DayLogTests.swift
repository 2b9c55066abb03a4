import Dates
import Files
import Foundation
import Markdown
import Notes
import Problems
import Testing
import Trials

@testable import Writing

struct DayLogTests {
  private let day = CivilDate(year: 2026, month: 11, day: 25)

  private func adding(_ text: String, to log: String, at time: Int? = 34_200) throws -> String? {
    let day = try #require(day)
    let survey = try Survey.read(in: MemoryFolder([:]))
    let line = LogLine(try #require(LogText(text)), knowing: Acquaintance(survey, now: 0))
    return try DayLog(Array(log.utf8), path: "a.md")
      .adding(line, status: nil, time: time, on: day)
      .map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func `a new log has an id, a heading and its line`() throws {
    let day = try #require(day)
    let survey = try Survey.read(in: MemoryFolder([:]))
    let line = LogLine(
      try #require(LogText("It works #parsing @sam")), knowing: Acquaintance(survey, now: 0))
    let log = try DayLog(id: "n-1", name: "2026-11-25-2", day: day, path: "a.md")
      .adding(line, status: Status("shipped"), time: 34_200, on: day)
    #expect(
      log.map { String(decoding: $0.bytes, as: UTF8.self) } == """
        ---
        id: n-1
        slug: "2026-11-25-2"
        status: shipped
        tags: [parsing]
        people: [sam]
        ---

        ## 2026-11-25

        - 09:30 It works

        """)
  }

  @Test(arguments: [
    ("", "\n## 2026-11-25\n\n- 09:30 x\n"),
    ("Hello", "Hello\n\n## 2026-11-25\n\n- 09:30 x\n"),
    ("## 2026-11-25", "## 2026-11-25\n\n- 09:30 x\n"),
    ("## 2026-11-25\n- 08:00 a", "## 2026-11-25\n- 08:00 a\n- 09:30 x\n"),
    (
      "## 2026-11-25: Day\r\n\r\n- 08:00 a\r\n\r\n",
      "## 2026-11-25: Day\r\n\r\n- 08:00 a\r\n- 09:30 x\r\n\r\n"
    ),
    (
      "## 2026-11-25\n\n- a\n\n  more\n\n## 2026-11-26\n\n- b\n",
      "## 2026-11-25\n\n- a\n\n  more\n- 09:30 x\n\n## 2026-11-26\n\n- b\n"
    ),
    ("## 2026-11-25\n\nWords.\n# End\n", "## 2026-11-25\n\nWords.\n\n- 09:30 x\n\n# End\n"),
    ("```\n## 2026-11-25\n```\n", "```\n## 2026-11-25\n```\n\n## 2026-11-25\n\n- 09:30 x\n"),
    ("\u{FEFF}# Day\n", "\u{FEFF}# Day\n\n## 2026-11-25\n\n- 09:30 x\n"),
    ("## 2026-11-25\n\n1. a\n", "## 2026-11-25\n\n1. a\n\n- 09:30 x\n"),
  ])
  func `a line goes below its day, and every other byte stays`(log: String, result: String) throws {
    #expect(try adding("x", to: log) == result)
  }

  @Test(arguments: [
    "## 2026-11-25\n\n```\ncode without an end\n",
    "## 2026-11-25\n\n<!-- a remark without an end\n",
    ":::private\n## 2026-11-25\n", "## 2026-11-25\n\n<pre>\n",
  ])
  func `where the line would not be seen, there is no log for it`(log: String) throws {
    #expect(try adding("x", to: log) == nil)
  }

  @Test func `what belongs to the log is added to its front matter`() throws {
    #expect(
      try adding(
        "y #b @sam @kim",
        to: "---\ntags: a, c # mine\npeople:\n  - {name: Sam, did: helped}\n---\n## 2026-11-25\n- x"
      )
        == """
        ---
        tags: [a, c, b] # mine
        people:
          - {name: Sam, did: helped}
          - kim
        ---
        ## 2026-11-25
        - x
        - 09:30 y

        """)
  }

  @Test func `whatever a log is like, a line is seen, or refused`() throws {
    let seed = Trials.seed
    var random = SplitMix64(state: seed)
    let pieces = [
      "## 2026-11-25\n", "## 2026-11-24: a\n", "# Title\n", "- a\n", "- 09:00 b\n", "  more\n",
      "\n", "\n",
      "words\n", "> quote\n", "```\n", "<!--", "-->\n", "1. one\n", "    code\n", "| a |\n| - |\n",
      "***\n",
      "[a]: b\n", "\t- c\n", "<div>\n", ":::private\n", ":::\n", "* star\n", "no end", "===\n",
      "- \n", "-\n",
    ]
    var seen = 0
    for turn in 0..<3_000 {
      let count = Int.random(in: 0...8, using: &random)
      let log = (0..<count).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      let what: Comment = "\(log.debugDescription) (SEED=\(seed), turn \(turn))"
      guard let new = try adding("seen", to: log) else { continue }
      seen += 1
      let html = String(
        decoding: Document(markdown: Array(new.utf8)).html, as: UTF8.self)
      #expect(html.contains("09:30</time> seen"), what)
      // Without the line, and a heading that it brought, all is as it was.
      let item = "-09:30seen"
      let rest = [item, "##2026-11-25" + item].map { new.ink.replacing($0, with: "") }
      #expect(rest.contains(log.ink), what)
    }
    #expect(seen > 1_500)
  }
}

extension String {
  /// Without white space.
  fileprivate var ink: String { filter { !$0.isWhitespace } }
}
