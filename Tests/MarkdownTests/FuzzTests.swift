import Foundation
import Testing
import Trials

@testable import Markdown

/// Random documents: pieces of Markdown and examples of the suites, put together and damaged.
struct FuzzTests {
  private static let environment = ProcessInfo.processInfo.environment

  @Test func `whatever is written comes out well-formed and harmless`() {
    fuzz("harmless") { text, random in
      var options = MarkdownOptions(
        flavor: MarkdownOptions.Flavor.allCases.randomElement(using: &random) ?? .outloud,
        rawHTML: Bool.random(using: &random) ? .sanitize : .drop)
      if Bool.random(using: &random) { options.smartPunctuation = .english }
      options.emoji = Bool.random(using: &random)
      let html = Document(markdown: Array(text.utf8), options: options).html
      return Wellformedness(of: String(decoding: html, as: UTF8.self)).fault
        ?? Self.token(in: html, of: text)
    }
  }

  /// For people who look for faults: what it finds may be libcmark's.
  @Test(.enabled(if: environment["COMPARE"] != nil, "COMPARE=1 looks for differences to libcmark"))
  func `what libcmark and the parser of dialects both know they read alike`() {
    fuzz("alike") { text, _ in
      // libcmark takes control characters for destinations and paragraphs, and `<!A>` for text.
      guard
        !text.unicodeScalars.contains(where: {
          $0.properties.generalCategory == .control
            && !["\n", "\r", "\t"].contains($0)
        }),
        !text.contains("<!")
      else { return nil }
      let options = MarkdownOptions(flavor: .commonmark, rawHTML: .keep)
      let direct = render(text, options)
      let dialect = renderAsDialect(text, options)
      // Behind a break it keeps the white space of a lazy line, which nobody sees.
      // It also keeps the title of a definition that turned out to have none.
      func visible(_ html: String) -> String {
        html.replacing(#/\n +/#, with: "\n").replacing(#/ title="[^"]*"/#, with: "")
      }
      return direct == dialect || visible(direct) == visible(dialect)
        ? nil : "\(dialect) is not \(direct)"
    }
  }

  private func fuzz(
    _ name: String, _ fault: (String, inout SplitMix64) -> String?
  ) {
    var documents = RandomDocuments(seed: Trials.seed)
    let fault = Trials.fuzz("Markdown, \(name)") { _ in
      let text = documents.next()
      return fault(text, &documents.random).map { "\(text.debugDescription): \($0)" }
    }
    #expect(fault == nil)
  }

  /// What the parser writes for its own use into the text.
  private static func token(in html: [UInt8], of text: String) -> String? {
    // References may name any character.
    if !text.contains("&#"),
      let byte = html.first(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0xFF }),
      !text.utf8.contains(byte)
    {
      return "the byte \(byte)"
    }
    // An address may hold `%01.` for a control character and a dot.
    let output = String(decoding: html, as: UTF8.self)
      .replacing(#/%[0-9A-F]{2}/#, with: " ")
    return ["01)", "01."].first { !text.contains("01") && output.contains($0) }
  }
}

/// Documents made of pieces of Markdown, then damaged here and there.
struct RandomDocuments {
  var random: SplitMix64
  private let examples: [String]

  init(seed: UInt64) {
    random = SplitMix64(state: seed)
    examples = [Suite.commonMark, .gfm, .smartPunctuation, .alerts, .footnotes, .wikiLinks]
      .flatMap { (try? $0.examples()) ?? [] }.map(\.markdown)
  }

  mutating func next() -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return String(decoding: bytes(), as: UTF8.self).replacing("\0", with: " ")
    case 1..<5 where !examples.isEmpty: return damaged(example() + joint() + example())
    default: return damaged(pieces())
    }
  }

  private mutating func example() -> String { examples.randomElement(using: &random) ?? "" }

  private mutating func joint() -> String {
    ["", "\n", "\n> ", "\n- "].randomElement(using: &random) ?? ""
  }

  private mutating func bytes() -> [UInt8] {
    (0..<Int.random(in: 0..<80, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
  }

  private mutating func pieces() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...16, using: &random) {
      text += Self.pieces.randomElement(using: &random) ?? ""
      text += ["", "", " ", "\n", "\n\n"].randomElement(using: &random) ?? ""
    }
    return text
  }

  private mutating func damaged(_ text: String) -> String {
    var text = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 0...4, using: &random) where !text.isEmpty {
      let index = Int.random(in: 0..<text.count, using: &random)
      let piece = Array((Self.pieces.randomElement(using: &random) ?? "").unicodeScalars)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: text.remove(at: index)
      case 1: text.insert(contentsOf: piece, at: index)
      case 2: text.insert("\n", at: index)
      default:
        let end = min(text.count, index + Int.random(in: 1...20, using: &random))
        text.insert(
          contentsOf: text[index..<end], at: Int.random(in: 0...index, using: &random))
      }
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: text)
    return String(result)
  }

  private static let pieces = [
    "a", "word", "é", "“", "*", "**", "_", "__", "`", "``", "~", "~~", "==", "\\", "!", "[", "]",
    "[^", "^]", "[[", "]]", "(", ")", "](", "][", "]:", "<", ">", "> ", "- ", "+ ", "1. ", "2) ",
    "    ", "  ", "\t", "|", "|-|", "|:-|-:|", "| a | b |", "---", "===", "# ", "## ", "```", "~~~",
    "[^a]", "[^a]: b", "[^a]:", "[ ] ", "[x] ", "> [!NOTE]", "> [!tip]\n> b", ": b", "::: private",
    "{#a}", "<!--more-->", "<!--", "-->", "www.a.b", "http://a.b/c?d", "a@b.c", "mailto:a@b.c",
    "&amp;", "&#65;", "&", ";", ":", ":tada:", ".", "...", "--", "\"", "'", "<div>", "</div>",
    "<b>", "</b>", "<script>", "<a href=\"javascript:b\">", "<img src=x onerror=y>", "<details>",
    "[a](b.md)", "[a](javascript:b)", "![a](b.png \"c\")", "![[a.png|300]]", "[[a#b|c]]",
    "[a]: b 'c'", "[a]", "* * *", "14:05 ", "## 2026-11-20: b", "\r\n", "\r", "\u{B}", "\u{FFFD}",
    "\u{1}", "\u{7F}", "\u{A0}", "ſ", "ẞ", "<?a?>", "<!A b>", "<![CDATA[a]]>", "<http://a.b>",
  ]
}
