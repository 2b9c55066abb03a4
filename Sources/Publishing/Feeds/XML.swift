import Text

/// XML text: what XML 1.0 cannot hold at all is left out.
extension ByteWriter {
  /// Appends an element with text inside.
  mutating func append(element name: String, attributes: String = "", _ text: String) {
    append(start: name, attributes)
    append(xml: text)
    append(end: name)
  }

  /// Appends an element that readers take for HTML, with plain text inside.
  mutating func append(element name: String, attributes: String = "", html text: String) {
    append(start: name, attributes)
    append(html: text)
    append(end: name)
  }

  private mutating func append(start name: String, _ attributes: String) {
    append("<")
    append(name)
    append(attributes)
    append(">")
  }

  private mutating func append(end name: String) {
    append("</")
    append(name)
    append(">\n")
  }

  /// Appends plain text where readers look for HTML.
  mutating func append(html text: String) {
    append(escapingTwice: text)
  }

  mutating func append(xml text: String) {
    append(escapingForXML: text)
  }

  /// Appends markup as character data, which needs no escapes.
  mutating func append(characterData markup: [UInt8]) {
    append("<![CDATA[")
    let text = markup.withoutForbiddenXML
    let end: StaticString = "]]>"
    var start = 0
    while let found = text.offset(of: end, from: start) {
      // What ends character data is told apart by ending it in between.
      append(text[start..<found + 2])
      append("]]><![CDATA[")
      start = found + 2
    }
    append(text[start...])
    append("]]>")
  }
}

extension [UInt8] {
  /// Without control characters, U+FFFE and U+FFFF.
  fileprivate var withoutForbiddenXML: [UInt8] {
    guard withUnsafeBufferPointer(Self.hasForbiddenXML) else { return self }
    return Array(
      String(decoding: self, as: UTF8.self).unicodeScalars
        .filter {
          ($0.value >= 0x20 || Self.isWhiteSpace(UInt8($0.value))) && $0.value & 0xFFFE != 0xFFFE
        }
        .reduce(into: String.UnicodeScalarView()) { $0.append($1) }.description.utf8)
  }

  fileprivate static func hasForbiddenXML(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let sixteen = SixteenBytes(bytes, from: index)
      let controls = sixteen.are(upTo: 0x1F) .& .!sixteen.are(Ascii.newline)
      let count = (controls .| sixteen.are(0xEF)).falseCount
      index += count
      guard count < 16, index < bytes.count else { continue }
      let byte = bytes[index]
      if byte < 0x20 && !isWhiteSpace(byte) || byte == 0xEF && isNonCharacter(bytes, at: index) {
        return true
      }
      index += 1
    }
    return false
  }

  private static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == Ascii.tab || byte == Ascii.newline || byte == Ascii.carriageReturn
  }

  private static func isNonCharacter(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index + 1] == 0xBF
      && (bytes[index + 2] == 0xBE || bytes[index + 2] == 0xBF)
  }
}
