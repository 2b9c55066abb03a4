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
    var index = append(bytes, from: 0, upTo: special)
    while index < bytes.count {
      if let escape = jsonEscape(of: bytes, at: index, for: place) {
        append(escape)
        // A line separator has three bytes.
        index += bytes[index] == 0xE2 ? 3 : 1
      } else {
        append(bytes[index])
        index += 1
      }
      index = append(bytes, from: index, upTo: special)
    }
    append(Ascii.quote)
  }
}

/// Marks what may need an escape.
@inline(__always)
private func special(_ bytes: SixteenBytes) -> SIMDMask<SIMD16<Int8>> {
  func each(_ byte: UInt8) -> SixteenBytes { SixteenBytes(repeating: byte) }
  return bytes .< each(Ascii.space) .| bytes .== each(Ascii.quote) .| bytes .== each(Ascii.less)
    .| bytes .== each(UInt8(ascii: "\\")) .| bytes .== each(0xE2)
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
