import Text

/// XML text: what XML 1.0 cannot hold at all is left out.
extension [UInt8] {
  /// Appends an element with text inside.
  mutating func append(element name: String, attributes: String = "", _ text: String) {
    append("<\(name)\(attributes)>")
    append(xml: text)
    append("</\(name)>\n")
  }

  /// Appends an element that readers take for HTML, with plain text inside.
  mutating func append(element name: String, attributes: String = "", html text: String) {
    append("<\(name)\(attributes)>")
    append(html: text)
    append("</\(name)>\n")
  }

  /// Appends plain text where readers look for HTML.
  mutating func append(html text: String) {
    var html: [UInt8] = []
    html.append(escapingContent: Array(text.utf8)[...])
    append(escaping: html.withoutForbiddenXML[...])
  }

  mutating func append(xml text: String) {
    append(escaping: Array(text.utf8).withoutForbiddenXML[...])
  }

  /// Appends markup as character data, which needs no escapes.
  mutating func append(characterData markup: [UInt8]) {
    append("<![CDATA[")
    var rest = markup.withoutForbiddenXML[...]
    while let bracket = rest.firstIndex(of: UInt8(ascii: "]")) {
      let end = rest[bracket...].prefix { $0 == UInt8(ascii: "]") }.endIndex
      append(contentsOf: rest[..<end])
      // What ends character data is told apart by ending it in between.
      if end - bracket >= 2, end < rest.endIndex, rest[end] == Ascii.greater {
        append("]]><![CDATA[")
      }
      rest = rest[end...]
    }
    append(contentsOf: rest)
    append("]]>")
  }

  /// Without control characters, U+FFFE and U+FFFF.
  fileprivate var withoutForbiddenXML: [UInt8] {
    let hasForbidden = withUnsafeBufferPointer { bytes in
      bytes.indices.contains { index in
        bytes[index] < 0x20 && !Self.isWhiteSpace(bytes[index])
          || bytes[index] == 0xEF && Self.isNonCharacter(bytes[index...])
      }
    }
    guard hasForbidden else { return self }
    return Array(
      String(decoding: self, as: UTF8.self).unicodeScalars
        .filter {
          ($0.value >= 0x20 || Self.isWhiteSpace(UInt8($0.value))) && $0.value & 0xFFFE != 0xFFFE
        }
        .reduce(into: String.UnicodeScalarView()) { $0.append($1) }.description.utf8)
  }

  private static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == Ascii.tab || byte == Ascii.newline || byte == Ascii.carriageReturn
  }

  private static func isNonCharacter(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let start = Array(bytes.prefix(3))
    return start == [0xEF, 0xBF, 0xBE] || start == [0xEF, 0xBF, 0xBF]
  }
}
