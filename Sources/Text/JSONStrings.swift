extension [UInt8] {
  /// Appends a text as a JSON string, with its quotes.
  package mutating func append(json text: String) {
    guard text.withUTF8Bytes({ !$0.needsJSONEscape }) else {
      return append(escapingJSON: text)
    }
    append(Ascii.quote)
    append(text)
    append(Ascii.quote)
  }

  private mutating func append(escapingJSON text: String) {
    append(Ascii.quote)
    for byte in text.utf8 {
      switch byte {
      case Ascii.quote, UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        append("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)")
      default: append(byte)
      }
    }
    append(Ascii.quote)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a quote, a backslash or a control character is in it.
  fileprivate var needsJSONEscape: Bool {
    contains { $0 < 0x20 || $0 == Ascii.quote || $0 == UInt8(ascii: "\\") }
  }
}
