import Foundation
import Testing

@testable import Markdown

/// Texts that have kept parsers busy for minutes. They must come to an end; how soon is for
/// `swift run benchmark` to tell.
struct PathologicalTests {
  private struct Input: Decodable {
    let name: String
    let parts: [Part]

    struct Part: Decodable {
      let text: String
      let count: Int

      init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        text = try values.decode(String.self)
        count = try values.decode(Int.self)
      }
    }

    /// The text, as large as it is given or scaled to so many bytes.
    func text(of size: Int?) -> [UInt8] {
      let whole = parts.reduce(0) { $0 + $1.text.utf8.count * $1.count }
      let scale = size.map { Double($0) / Double(whole) } ?? 1
      return parts.flatMap { part in
        Array(
          String(
            repeating: part.text,
            count: part.count == 1 ? 1 : max(1, Int(Double(part.count) * scale))
          ).utf8)
      }
    }
  }

  @Test(.enabled(if: Suite.pathological.isThere, "../shared/suites is not beside the project"))
  func `texts made to be slow are rendered or refused`() throws {
    let inputs = try JSONDecoder().decode(
      [Input].self, from: Data(contentsOf: Suite.pathological.file))
    var refused: [String: Document.Excess.Kind] = [:]
    for input in inputs where !input.parts.isEmpty {
      for flavor in MarkdownOptions.Flavor.allCases {
        let document = Document(
          markdown: input.text(of: 32_768), options: .init(flavor: flavor, rawHTML: .keep))
        if flavor == .outloud { refused[input.name] = document.excess?.kind }
        #expect(document.excess == nil || document.markup.isEmpty)
      }
    }
    #expect(
      refused == [
        "![[]() repeated (CVE-2023-22486)": .brackets,
        "deep list + foot": .nesting,
        "emph in deep blockquote": .nesting,
        "empty lines in deep lists (GHSA-66g8-4hjf-77xh)": .nesting,
        "empty lines in deep lists in quote": .nesting,
        "footnote nested defs": .nesting,
        "link openers emph closers": .brackets,
        "many link openers": .brackets,
        "nested block quotes": .nesting,
        "nested brackets": .brackets,
        "nested quotes + table": .nesting,
        "table wide x tall (autocomplete blow-up)": .cells,
        "wiki": .brackets,
      ])
  }

  @Test func `one long definition used often does not become a huge page`() {
    let definition = "[a]: " + String(repeating: "b", count: 20_000)
    for text in ["[a] ", "[a] ~x~ "] {
      let document = Document(
        markdown: Array((definition + "\n\n" + String(repeating: text, count: 10_000)).utf8),
        options: .init(flavor: .gfm))
      #expect(document.html.count < 400_000)
      // As many links as libcmark makes.
      #expect(
        document.html.split(separator: UInt8(ascii: "<")).count { $0.starts(with: "a ".utf8) } == 5)
    }
  }

  @Test func `a text that holds every control character is parsed like others`() {
    let controls = String((1...31).map { Character(Unicode.Scalar(UInt8($0))) })
    let html = render(controls + "\n\n~~a~~ [b](c)\n\n[b]: c\n", .init(flavor: .gfm))
    #expect(html.hasSuffix("<p><del>a</del> <a href=\"c\">b</a></p>\n"), "\(html)")
  }
}
