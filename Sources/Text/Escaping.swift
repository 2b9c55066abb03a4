/// Markup escaping, on runs of bytes: what needs no escape is appended in one piece.
///
/// What no HTML may hold is left out: control characters that are no white space, U+FFFE, U+FFFF.
extension ByteWriter {
  /// Appends text with `&`, `<`, `>` and both quotes written as entities, fit for HTML and XML,
  /// in content and in quoted attributes alike.
  @usableFromInline
  package mutating func append(escaping text: String) {
    // To take hold of the text, as a copy would, is to wait for other threads that read it.
    text.withUTF8Bytes { escape($0, entity: entity(in:at:), unless: isPlain) { append($0) } }
  }

  @usableFromInline
  package mutating func append(escaping text: [UInt8]) {
    text.withUnsafeBufferPointer {
      escape($0, entity: entity(in:at:), unless: isPlain) { append($0) }
    }
  }

  /// The same but for `'`, which needs no entity between double quotes.
  package mutating func append(escapingContent text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer {
      escape($0, entity: contentEntity(in:at:), unless: isPlain) { append($0) }
    }
  }

  package mutating func append(escapingContent text: String) {
    text.withUTF8Bytes { escape($0, entity: contentEntity(in:at:), unless: isPlain) { append($0) } }
  }

  /// As `append(escaping:)`, without form feeds too, which no XML may hold.
  package mutating func append(escapingForXML text: String) {
    text.withUTF8Bytes { escape($0, entity: xmlEntity(in:at:), unless: isPlain) { append($0) } }
  }

  /// Appends text that is HTML in XML, as content of it: its entities are escaped once more.
  package mutating func append(escapingTwice text: String) {
    text.withUTF8Bytes { escape($0, entity: entityInXML(in:at:), unless: isPlain) { append($0) } }
  }

  /// Appends an address for a quoted attribute: what no URL may hold is percent-encoded as UTF-8,
  /// what is encoded already stays as it is, `&` and `'` become entities.
  package mutating func append(percentEncoding address: ArraySlice<UInt8>) {
    address.withUnsafeBufferPointer { append(percentEncoding: $0) }
  }

  package mutating func append(percentEncoding address: String) {
    address.withUTF8Bytes { append(percentEncoding: $0) }
  }

  private mutating func append(percentEncoding address: UnsafeBufferPointer<UInt8>) {
    escape(address, entity: { addressEntity(for: $0[$1]) }, unless: { _ in false }) { append($0) }
  }
}

extension [UInt8] {
  package mutating func append(escaping text: String) {
    text.withUTF8Bytes {
      escape($0, entity: entity(in:at:), unless: isPlain) { append(contentsOf: $0) }
    }
  }

  package mutating func append(escapingContent text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer {
      escape($0, entity: contentEntity(in:at:), unless: isPlain) { append(contentsOf: $0) }
    }
  }

  package mutating func append(percentEncoding address: ArraySlice<UInt8>) {
    address.withUnsafeBufferPointer {
      escape($0, entity: { addressEntity(for: $0[$1]) }, unless: { _ in false }) {
        append(contentsOf: $0)
      }
    }
  }

  @inlinable
  package mutating func append(_ text: String) {
    text.withUTF8Bytes { append(contentsOf: $0) }
  }
}

/// Hands out a text in pieces, with other bytes in the place of some. `isPlain` says of eight bytes
/// whether all of them may stay, so that few are looked at alone.
@inline(__always)
private func escape(
  _ text: UnsafeBufferPointer<UInt8>, entity: (UnsafeBufferPointer<UInt8>, Int) -> Replacement,
  unless isPlain: (UInt64) -> Bool, to append: (UnsafeBufferPointer<UInt8>) -> Void
) {
  let bytes = UnsafeRawBufferPointer(text)
  func isPlainEight(_ index: Int) -> Bool {
    isPlain(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }
  var start = 0
  var index = 0
  while index < text.count {
    while index + 8 <= text.count, isPlainEight(index) { index += 8 }
    // What is left at the end can be looked at with some of what comes before.
    if index + 8 > text.count, text.count >= 8, isPlainEight(text.count - 8) { break }
    let end = min(index + 8, text.count)
    while index < end {
      let replacement = entity(text, index)
      index += 1
      switch replacement {
      case .none: continue
      case .entity(let entity):
        append(UnsafeBufferPointer(rebasing: text[start..<index - 1]))
        entity.withUTF8Buffer(append)
      case .percent:
        append(UnsafeBufferPointer(rebasing: text[start..<index - 1]))
        let code: InlineArray<3, UInt8> = [
          UInt8(ascii: "%"), hexDigit(text[index - 1] >> 4), hexDigit(text[index - 1] & 15),
        ]
        code.span.withUnsafeBufferPointer(append)
      case .nothing(let count):
        append(UnsafeBufferPointer(rebasing: text[start..<index - 1]))
        index += count - 1
      }
      start = index
    }
  }
  append(UnsafeBufferPointer(rebasing: text[start...]))
}

private enum Replacement {
  case none
  case entity(StaticString)
  case percent
  /// So many bytes are left out.
  case nothing(Int)
}

@inline(__always)
private func entity(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Replacement {
  text[index] == Ascii.apostrophe ? .entity("&#39;") : contentEntity(in: text, at: index)
}

@inline(__always)
private func contentEntity(
  in text: UnsafeBufferPointer<UInt8>, at index: Int
) -> Replacement {
  switch text[index] {
  case Ascii.ampersand: .entity("&amp;")
  case Ascii.less: .entity("&lt;")
  case Ascii.greater: .entity("&gt;")
  case Ascii.quote: .entity("&quot;")
  case Ascii.tab, Ascii.newline, 0x0C, Ascii.carriageReturn: .none
  case ..<Ascii.space, 0x7F: .nothing(1)
  // U+0080 to U+009F.
  case 0xC2 where index + 1 < text.count && text[index + 1] < 0xA0: .nothing(2)
  // U+FFFE and U+FFFF.
  case 0xEF where index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] > 0xBD:
    .nothing(3)
  default: .none
  }
}

@inline(__always)
private func xmlEntity(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Replacement {
  text[index] == 0x0C ? .nothing(1) : entity(in: text, at: index)
}

@inline(__always)
private func entityInXML(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Replacement {
  switch text[index] {
  case Ascii.ampersand: .entity("&amp;amp;")
  case Ascii.less: .entity("&amp;lt;")
  case Ascii.greater: .entity("&amp;gt;")
  case Ascii.quote: .entity("&amp;quot;")
  default: xmlEntity(in: text, at: index)
  }
}

/// Whether none of eight bytes needs an entity or may begin what is left out.
@inline(__always)
private func isPlain(_ bytes: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let high = ones << 7
  // `<` and `>` differ in one bit, and so do `&` and `'`.
  let angles = (bytes | ones << 1) ^ ones &* 0x3E
  let quotes = (bytes | ones) ^ ones &* 0x27
  let doubles = bytes ^ ones &* 0x22
  if bytes & high == 0 {
    // Adding turns the highest bit of a byte on from a bound on: here of those that are not zero,
    // of what is no control character, and of 0x7F.
    let last = ones &* 0x7F
    let fine =
      (angles &+ last) & (quotes &+ last) & (doubles &+ last) & (bytes &+ ones &* 0x60)
    return (~fine | (bytes &+ ones)) & high == 0
  }
  /// Has the highest bit of a byte on only where one of them is zero: then alone does taking one
  /// from it turn that bit on.
  func zeros(_ bytes: UInt64) -> UInt64 { (bytes &- ones) & ~bytes }
  let found =
    zeros(angles) | zeros(quotes) | zeros(doubles)
    // Taking 0x20 turns the highest bit of what is below it on.
    | (bytes &- ones << 5) & ~bytes
    | zeros(bytes ^ ones &* 0x7F) | zeros(bytes ^ ones &* 0xC2) | zeros(bytes ^ ones &* 0xEF)
  return found & high == 0
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
