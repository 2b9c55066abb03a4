import Testing

@testable import Text

struct EscapingTests {
  /// At every place of the eight bytes that are looked at together.
  @Test(arguments: 0..<9)
  func `what no HTML may hold is left out`(place: Int) {
    let before = String(repeating: "a", count: place)
    for scalar in (0...0x9F).compactMap(Unicode.Scalar.init) + ["\u{FFFE}", "\u{FFFF}"] {
      let isLeftOut = scalar.properties.generalCategory == .control || scalar.value >= 0xFFFE
      guard isLeftOut, !["\t", "\n", "\u{C}", "\r"].contains(scalar) else { continue }
      #expect(escaped(before + String(scalar) + "é<z") == before + "é&lt;z")
    }
  }

  @Test(arguments: ["\t\n\r\u{C}", "\u{A0}é÷", "ﬁ\u{FFFD}｡", "日本語", "😀"])
  func `all else stays`(text: String) {
    for place in 0..<9 {
      let text = String(repeating: "a", count: place) + text
      #expect(escaped(text) == text)
      #expect(escaped(text + "zzzzzzzz") == text + "zzzzzzzz")
    }
  }

  private func escaped(_ text: String) -> String {
    var (html, content): ([UInt8], [UInt8]) = ([], [])
    html.append(escaping: text)
    content.append(escapingContent: Array(text.utf8)[...])
    #expect(html == content)
    return String(decoding: html, as: UTF8.self)
  }
}
