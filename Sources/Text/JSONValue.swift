/// A value as JSON writes it, its keys in the order in which they were given.
package indirect enum JSONValue: Sendable {
  case text(String)
  /// A text that is at hand as UTF-8.
  case utf8([UInt8])
  case number(Int)
  case array([JSONValue])
  case members([(key: String, value: JSONValue)])

  /// An object of the keys that have a value.
  package static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .members(members.compactMap { key, value in value.map { (key, $0) } })
  }

  /// Nil for an empty text.
  package static func text(unlessEmpty text: String?) -> JSONValue? {
    text.flatMap { $0.isEmpty ? nil : .text($0) }
  }

  /// Nil where there is none.
  package static func texts(unlessEmpty texts: [String]) -> JSONValue? {
    texts.isEmpty ? nil : .array(texts.map { .text($0) })
  }
}

/// Where JSON is going to stand, which decides what of it is escaped.
package enum JSONPlace: Sendable {
  case file
  /// In an HTML `script` element, which `</` or `<!--` would end.
  case script
}

extension [UInt8] {
  /// Appends a value without white space.
  package mutating func append(json value: JSONValue, for place: JSONPlace = .file) {
    switch value {
    case .text(let text): append(jsonString: text, for: place)
    case .utf8(let bytes): bytes.withUnsafeBufferPointer { append(jsonString: $0, for: place) }
    case .number(let number): append(String(number))
    case .array(let items):
      append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { append(UInt8(ascii: ",")) }
        append(json: item, for: place)
      }
      append(UInt8(ascii: "]"))
    case .members(let members):
      append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { append(UInt8(ascii: ",")) }
        append(jsonString: member.key, for: place)
        append(UInt8(ascii: ":"))
        append(json: member.value, for: place)
      }
      append(UInt8(ascii: "}"))
    }
  }

  private mutating func append(jsonString text: String, for place: JSONPlace) {
    text.withUTF8Bytes { append(jsonString: $0, for: place) }
  }

  private mutating func append(jsonString bytes: UnsafeBufferPointer<UInt8>, for place: JSONPlace) {
    quoteJSON(bytes, for: place) { append(contentsOf: $0) }
  }
}

extension ByteWriter {
  mutating func append(jsonString text: String, for place: JSONPlace) {
    text.withUTF8Bytes { quoteJSON($0, for: place) { append($0) } }
  }
}

/// Hands out a text as a quoted string, in pieces. U+2028 and U+2029 are no line ends to JSON, but to
/// old scripts.
@inline(__always)
private func quoteJSON(
  _ bytes: UnsafeBufferPointer<UInt8>, for place: JSONPlace,
  to append: (UnsafeBufferPointer<UInt8>) -> Void
) {
  let quote: StaticString = "\""
  quote.withUTF8Buffer(append)
  var start = 0
  var index = 0
  while index < bytes.count {
    if index + 8 <= bytes.count, isPlain(ByteBlock(bytes, at: index)) {
      index += 8
      continue
    }
    // What is left at the end can be looked at with some of what comes before.
    let last = bytes.count - 8
    if index > last, last >= 0, isPlain(ByteBlock(bytes, at: last)) { break }
    for offset in index..<min(index + 8, bytes.count) {
      guard let escape = jsonEscape(of: bytes, at: offset, for: place) else { continue }
      append(UnsafeBufferPointer(rebasing: bytes[start..<offset]))
      escape.withUTF8Bytes(append)
      // A line separator has three bytes.
      start = offset + (bytes[offset] == 0xE2 ? 3 : 1)
    }
    index += 8
  }
  append(UnsafeBufferPointer(rebasing: bytes[start...]))
  quote.withUTF8Buffer(append)
}

/// Whether none of eight bytes is escaped anywhere.
@inline(__always)
private func isPlain(_ block: ByteBlock) -> Bool {
  !block.containsControl && !block.contains(Ascii.quote) && !block.contains(UInt8(ascii: "\\"))
    && !block.contains(Ascii.less) && !block.contains(0xE2)
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
