extension [UInt8] {
  /// Appends a text as a JSON string, with its quotes.
  package mutating func append(json text: String) {
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
