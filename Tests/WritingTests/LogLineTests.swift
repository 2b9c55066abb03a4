import Dates
import Files
import Markdown
import Notes
import Testing

@testable import Writing

/// A site with the projects Atlas and Data Unit, the topic caching, and people, of whom Ada has agreed
/// to be named.
private func acquaintance() throws -> Acquaintance {
  let folder = MemoryFolder([
    "notes/a.md": Array(
      "---\nproject: Atlas\ntags: [Caching, code review]\npeople: [Sam Example, Ada Lovelace]\n---\n"
        .utf8),
    "private/notes/b.md": Array("---\nproject: Data Unit\npeople: [Kim One, Kim Two]\n---\n".utf8),
    "notes/broken.md": Array("---\ntitle: a: b\n---\n".utf8),
    "people.yml": Array("Ada Lovelace: 2026-01-01\nBo: 2027-01-01\n".utf8),
  ])
  let now = try Moment(parsing: "2026-11-25", in: .utc).instant
  return Acquaintance(try Survey.read(in: folder), now: now)
}

private func line(_ text: String) throws -> LogLine {
  LogLine(try #require(LogText(text)), knowing: try acquaintance())
}

struct LogLineTests {
  @Test(
    arguments: [
      (
        "Got the parser working #atlas @sam", "Got the parser working", "Atlas", [], ["Sam Example"]
      ),
      (
        "Pairing with @sam on #parsing", "Pairing with a colleague on", nil, ["parsing"],
        ["Sam Example"]
      ),
      ("@sam found it.", "A colleague found it.", nil, [], ["Sam Example"]),
      (
        "@ada and @Ada-Lovelace found it", "Ada Lovelace and Ada Lovelace found it", nil, [],
        ["Ada Lovelace"]
      ),
      ("With @bo, who agrees next year", "With a colleague, who agrees next year", nil, [], ["Bo"]),
      ("With @kim", "With", nil, [], ["kim"]),
      ("The #data-unit meets #Data_Unit.", "The Data Unit meets.", "Data Unit", [], []),
      ("#atlas and #data-unit", "Atlas and", "Atlas", ["Data Unit"], []),
      (
        "Wrote (#caching, #code-review)", "Wrote (Caching, code review)", nil,
        ["Caching", "code review"], []
      ),
      ("#atlas", "Atlas", "Atlas", [], []),
      ("#größe #日本語 x", "größe 日本語 x", nil, ["größe", "日本語"], []),
      ("Asked @sam@social.example", "Asked", nil, [], ["sam@social.example"]),
    ] as [(String, String, String?, [String], [String])])
  func `marks are understood, and nobody is named who has not agreed`(
    text: String, shown: String, project: String?, topics: [String], people: [String]
  ) throws {
    let line = try line(text)
    #expect(line.text == shown)
    #expect(line.project == project)
    #expect(line.topics == topics)
    #expect(line.people == people)
  }

  @Test(arguments: [
    "Mail to me@example.org", "Learned C# and F#", "Closed #12 and issue#3", "Painted it #3fa9c2",
    "Read https://a.example/x#place and www.a.example/@sam", "Ran `#include @sam` twice",
    "See [this](https://a.example/#atlas) and [[#atlas]]", "Used @types/node", "@media(print)",
    "Typed #include<x>", "Fixed a##b and #", "50 % @ home",
  ])
  func `what only looks like a mark is none`(text: String) throws {
    let line = try line(text)
    #expect(line.project == nil && line.topics.isEmpty && line.people.isEmpty)
  }

  @Test(arguments: [
    ("# Title", "# Title"), ("- item", "- item"), ("---", "---"), ("+++", "+++"),
    ("> quote", "> quote"),
    ("1. one", "1. one"), ("12) x", "12) x"), ("```", "```"), ("~~~ x", "~~~ x"),
    (":::private", ":::private"),
    ("| a | b |", "| a | b |"), ("[x] done", "[x] done"), ("[a]: b", "[a]: b"), ("=====", "====="),
    ("*one* __two__ ~~three~~ ==four==", "*one* __two__ ~~three~~ ==four=="),
    ("List<Int> & <b>bold</b> &copy; &#33;", "List<Int> & <b>bold</b> &copy; &#33;"),
    ("C:\\*dir a\\b", "C:\\*dir a\\b"), ("a\nb\r\n\tc  d", "a b c d"),
    ("snake_case _x_", "snake_case _x_"),
    (": definition", ": definition"), ("<!-- x -->", "<!-- x -->"), ("`open", "`open"),
    ("![a](b c)", "![a](b c)"), ("\\#atlas", "#atlas"), ("[^1]", "[^1]"),
  ])
  func `text that looks like Markdown stays text`(text: String, shown: String) throws {
    let line = try line(text)
    for item in ["- 09:30 \(line.text)", "- \(line.text.asParagraph)"] {
      let document = Document(markdown: Array("## 2026-11-25\n\n\(item)\n".utf8))
      let html = String(decoding: document.html, as: UTF8.self)
      let words = shown.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
      let time = item.contains("09:30") ? "<time class=\"time\">09:30</time> " : ""
      #expect(html.contains("\(words)</li>"), "\(item) became \(html), not \(time)")
      #expect(document.privateBlocks == nil)
    }
  }

  @Test func `code, links and addresses work`() throws {
    let text = "Ran `a_b *c*`, read [it](https://a.example/_x_) and https://a.example/*"
    #expect(try line(text).text == text)
  }

  @Test(arguments: ["", "  ", "\n\n", "\u{0}\u{1}", "\u{2028}"])
  func `nothing said is nothing`(text: String) {
    #expect(LogText(text) == nil)
  }
}
