/// Markup escaping, on runs of bytes: what needs no escape is appended in one piece.
extension [UInt8] {
  /// Appends text with `&`, `<`, `>` and both quotes written as entities, fit for HTML and XML,
  /// in content and in quoted attributes alike.
  @usableFromInline
  package mutating func append(escaping text: String) {
    var text = text
    text.withUTF8 { append($0, entity: entity(for:)) }
  }

  @usableFromInline
  package mutating func append(escaping text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { append($0, entity: entity(for:)) }
  }

  /// The same but for `'`, which needs no entity between double quotes.
  package mutating func append(escapingContent text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { append($0, entity: contentEntity(for:)) }
  }

  /// Appends an address for a quoted attribute: what no URL may hold is percent-encoded as UTF-8,
  /// what is encoded already stays as it is, `&` and `'` become entities.
  package mutating func append(percentEncoding address: ArraySlice<UInt8>) {
    address.withUnsafeBufferPointer { append($0, entity: addressEntity(for:)) }
  }

  @inlinable
  package mutating func append(_ text: String) {
    append(contentsOf: text.utf8)
  }

  private mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, entity: (UInt8) -> Replacement
  ) {
    var start = 0
    for index in text.indices {
      switch entity(text[index]) {
      case .none: continue
      case .entity(let entity):
        append(contentsOf: text[start..<index])
        entity.withUTF8Buffer { append(contentsOf: $0) }
      case .percent:
        append(contentsOf: text[start..<index])
        append(UInt8(ascii: "%"))
        append(hexDigit(text[index] >> 4))
        append(hexDigit(text[index] & 15))
      }
      start = index + 1
    }
    append(contentsOf: text[start...])
  }
}

private enum Replacement {
  case none
  case entity(StaticString)
  case percent
}

@inline(__always)
private func entity(for byte: UInt8) -> Replacement {
  byte == Ascii.apostrophe ? .entity("&#39;") : contentEntity(for: byte)
}

@inline(__always)
private func contentEntity(for byte: UInt8) -> Replacement {
  switch byte {
  case Ascii.ampersand: .entity("&amp;")
  case Ascii.less: .entity("&lt;")
  case Ascii.greater: .entity("&gt;")
  case Ascii.quote: .entity("&quot;")
  default: .none
  }
}

/// The bytes that cmark leaves alone in an address are those that may stand in a URL.
@inline(__always)
private func addressEntity(for byte: UInt8) -> Replacement {
  switch byte {
  case Ascii.ampersand: .entity("&amp;")
  case Ascii.apostrophe: .entity("&#x27;")
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    .none
  case 0x21, 0x23...0x25, 0x28...0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40, 0x5F, 0x7E: .none
  default: .percent
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? value + 0x30 : value + 0x37
}
