import Dates
import Files
import Problems
import Testing
import Text
import Trials

@testable import Notes

/// Front matter, configurations and lists put together by chance.
struct FrontMatterFuzzTests {
  private static let pieces = Pieces([
    "title", "tags", "date", "visibility", "draft", "people", "aliases", "embargo", "kind", "url",
    "audiences", "severity", "accent", "name", "consent", ": ", ":", " ", "\n", "\n", "\n  ",
    "\n- ",
    "[", "]", "{", "}", ", ", "\"", "'", "#", " # ", "&a ", "*a", "<<: *a", "!!str ", "!x ",
    "|\n  ",
    ">-\n  ", "? ", "- ", "---", "...", "%YAML 1.2\n", "\t", "\u{85}", "\u{2028}", "\u{FEFF}", "é",
    "日",
    "private", "public", "coach", "true", "no", "~", "null", "2026-11-22", "2026-13-01", "0x1F",
    "1e9",
    "\\x41", "\\u202E", "\\0", "=", " = ", "\n[a]\n", "\n[[a]]\n", "a.b.c", "\"\"\"", "'''",
    "1979-05-27T07:32:00Z",
    "/a/../b/", "javascript:x", "https://a.example/", "title: A\n", "tags: [a, b]\n",
    "a: &a {b: c}\n",
    String(repeating: "[", count: 25), String(repeating: "a.", count: 250),
    String(repeating: " ", count: 210),
  ])

  @Test func `whatever stands in a file's front matter is read or reported at its place`() async {
    var files = SourceFiles()
    let fault = Trials.fuzz("front matter") { random in
      let text = Self.pieces.text(1...24, &random)
      let marker = random.one(of: ["---", "+++"])
      return files.fault(of: "\(marker)\n\(text)\n\(marker)\nx\n")
    }
    #expect(fault == nil)
  }

  @Test func `whatever stands in a list or a configuration is read or reported at its place`() {
    let fault = Trials.fuzz("configuration") { random in
      let file = SourceFile(
        path: "outloud.yml", bytes: Array(Self.pieces.text(1...24, &random).utf8))
      let problems =
        Configuration.read(file).problems + GoneList.read(file, zone: .utc).problems
      return SourceFiles.misplaced(problems, in: file)
    }
    #expect(fault == nil)
  }
}

private struct SourceFiles {
  private let reader = NoteReader(
    configuration: Configuration(),
    leakCheck: LeakCheck(Configuration(), confidential: nil, standIns: .empty),
    people: .nobody, words: Words(theme: "ledger", own: []), keepsFiles: false)

  mutating func fault(of text: String) -> String? {
    let file = SourceFile(path: "notes/a.md", bytes: Array(text.utf8))
    let reading = reader.read(file, below: "notes", role: .note)
    if reading.note == nil, !reading.problems.hasErrors {
      return "it is neither read nor refused: \(text.debugDescription)"
    }
    return Self.misplaced(reading.problems, in: file)
  }

  /// A problem at a place that the file does not have.
  static func misplaced(_ problems: [Problem], in file: SourceFile) -> String? {
    let lines = file.lines
    return problems.first { problem in
      problem.place.map { !(1...lines.count).contains($0.line) || $0.column < 1 } ?? false
    }.map { "\($0) in \(String(decoding: file.bytes, as: UTF8.self).debugDescription)" }
  }
}
