/// Where JSON is going to stand, which decides what of it is escaped.
package enum JSONPlace: Sendable {
  case file
  /// In an HTML `script` element, which `</` or `<!--` would end.
  case script
}

extension ByteWriter {
  package mutating func append(jsonString text: String, for place: JSONPlace) {
    text.withUTF8Bytes { append(jsonString: $0, for: place) }
  }

  /// Appends a text as a quoted string. U+2028 and U+2029 are no line ends to JSON, but to old
  /// scripts.
  mutating func append(jsonString bytes: UnsafeBufferPointer<UInt8>, for place: JSONPlace) {
    append(Ascii.quote)
    var start = 0
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count {
        let plain = plainCount(ByteBlock(bytes, at: index))
        index += plain
        if plain == 8 { continue }
      } else if bytes.count >= 8, plainCount(ByteBlock(bytes, at: bytes.count - 8)) == 8 {
        // What is left at the end can be looked at with some of what comes before.
        break
      }
      if let escape = jsonEscape(of: bytes, at: index, for: place) {
        append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
        append(escape)
        // A line separator has three bytes.
        start = index + (bytes[index] == 0xE2 ? 3 : 1)
      }
      index += 1
    }
    append(UnsafeBufferPointer(rebasing: bytes[start...]))
    append(Ascii.quote)
  }
}

/// How many of eight bytes are escaped nowhere, up to the first that may be.
@inline(__always)
private func plainCount(_ block: ByteBlock) -> Int {
  let backslash = UInt8(ascii: "\\")
  if block.isASCII { return block.asciiCount(before: Ascii.quote, backslash, Ascii.less) }
  // Few texts need to be told where in such eight it is.
  let isPlain =
    !block.containsControl && !block.contains(Ascii.quote) && !block.contains(backslash)
    && !block.contains(Ascii.less) && !block.contains(0xE2)
  return isPlain ? 8 : 0
}

@inline(__always)
private func jsonEscape(
  of bytes: UnsafeBufferPointer<UInt8>, at index: Int, for place: JSONPlace
) -> String? {
  switch bytes[index] {
  case Ascii.quote: "\\\""
  case UInt8(ascii: "\\"): "\\\\"
  case Ascii.newline: "\\n"
  case Ascii.tab: "\\t"
  case Ascii.carriageReturn: "\\r"
  case 0..<0x10: "\\u000" + String(bytes[index], radix: 16)
  case 0x10..<0x20: "\\u00" + String(bytes[index], radix: 16)
  case Ascii.less where place == .script: "\\u003c"
  case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA8:
    "\\u2028"
  case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA9:
    "\\u2029"
  default: nil
  }
}
