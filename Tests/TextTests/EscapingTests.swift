import Testing

@testable import Text

struct EscapingTests {
  /// At every place of the sixteen bytes that are looked at together.
  @Test(arguments: 0..<17)
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
    for place in 0..<17 {
      let text = String(repeating: "a", count: place) + text
      #expect(escaped(text) == text)
      #expect(escaped(text + "zzzzzzzzzzzzzzzz") == text + "zzzzzzzzzzzzzzzz")
    }
  }

  @Test(arguments: 0..<33)
  func `what is markup becomes an entity`(place: Int) {
    let before = String(repeating: "a", count: place)
    for (sign, entity) in [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;")] {
      for rest in ["", "z", "zzzzzzzz", "zzzzzzzzzzzzzzzz", "é", "zzzzzzzé"] {
        #expect(escaped(before + sign + rest) == before + entity + rest)
      }
    }
  }

  @Test func `no other byte of ASCII is touched, whatever stands around it`() {
    for byte in UInt8(0x20)..<0x7F where !"&<>\"'".utf8.contains(byte) {
      let sign = String(UnicodeScalar(byte))
      for text in [sign, "a\(sign)", "aaaaaaa\(sign)", "\(sign)zzzzzzz", "é\(sign)zzzzzzz"]
        + ["aaaaaaaaaaaaaaa\(sign)", "é\(sign)zzzzzzzzzzzzz", "aaaaaaaaaaaaaaaaaaa\(sign)"]
      {
        #expect(escaped(text) == text)
      }
    }
  }

  private func escaped(_ text: String) -> String {
    var (html, content): ([UInt8], [UInt8]) = ([], [])
    html.append(escaping: text)
    content.append(escapingContent: Array(text.utf8)[...])
    #expect(html == content)
    var writer = ByteWriter(capacity: 1)
    writer.append(escaping: text)
    #expect(writer.bytes == html)
    writer.removeAll()
    writer.append(escapingContent: text)
    #expect(writer.bytes == html)
    return String(decoding: html, as: UTF8.self)
  }
}
