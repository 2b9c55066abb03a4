import Foundation
import Testing
import Trials

@testable import Notes

struct PlainYAMLTests {
  @Test(arguments: [
    "title: A note\ndate: 2026-11-22 14:05\ntags: [one, two words]\n",
    "title: \"A: note #1\"\nid: 'n-1'\n# a comment\n\nstatus: stuck   \n",
    "draft: true\nproject: null\nsummary: ~\nurl: https://a.example/#x\n",
    "title: Größe, Übung\nslug: a-b_c.d\n",
  ])
  func `the usual front matter is read without the library, and as the library reads it`(
    text: String
  ) throws {
    let field = try #require(PlainYAML.read(Array(text.utf8), firstLine: 2))
    #expect(try field == Field.fullYAML(text, firstLine: 2))
  }

  @Test(arguments: [
    "title: a: b\n", "title: a\n  b\n", "title:\n", "title: |\n  a\n", "title: a # b\n",
    "tags: [a, [b]]\n", "tags: []\n", "tags: [a,]\n", "a: 1\na: 2\n", "title: \"a\\nb\"\n",
    "- a\n", "just words\n", "\ttitle: a\n", "title: 'it''s'\n", "title: &x a\n",
    "title: a\u{2028}b\n",
    "title: a\u{85}b\n", "", "title: - a\n", "\"title\": a\n", "title: a:\n", "title: [a]b\n",
  ])
  func `what is not quite usual is left to the library`(text: String) {
    #expect(PlainYAML.read(Array(text.utf8), firstLine: 2) == nil)
  }

  @Test func `whatever it reads, the library reads the same`() throws {
    let seed = ProcessInfo.processInfo.environment["SEED"].flatMap { UInt64($0) } ?? 7
    var random = SplitMix64(state: seed)
    let pieces = [
      "title", "tags", ": ", ":", " ", "\n", "\n", "[", "]", ", ", "\"", "'", "#", " #", "a",
      "word",
      "é", "日", "-", "- ", "~", "null", "2026-11-22", "true", "\\", "%", "@", "&", "*", "!", "|",
      ">",
      "?", "{", "}", "---", "...", "\t", "\u{85}", "\u{FEFF}", "key: value\n", "k: [a, b]\n",
    ]
    var read = 0
    for turn in 0..<40_000 {
      let count = Int.random(in: 1...12, using: &random)
      let text = (0..<count).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      guard let field = PlainYAML.read(Array(text.utf8), firstLine: 2) else { continue }
      read += 1
      let full = try? Field.fullYAML(text, firstLine: 2)
      #expect(field == full, "\(text.debugDescription) (SEED=\(seed), turn \(turn))")
    }
    #expect(read > 200)
  }
}
