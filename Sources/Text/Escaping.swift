/// Markup escaping, on runs of bytes: what needs no escape is appended in one piece.
///
/// What no HTML may hold is left out: control characters that are no white space, U+FFFE, U+FFFF.
extension ByteWriter {
  /// Appends text with `&`, `<`, `>` and both quotes written as entities, fit for HTML and XML,
  /// in content and in quoted attributes alike.
  @usableFromInline
  package mutating func append(escaping text: String) {
    // To take hold of the text, as a copy would, is to wait for other threads that read it.
    text.withUTF8Bytes { escape($0, entity: entity(in:at:), atEach: special) { append($0) } }
  }

  @usableFromInline
  package mutating func append(escaping text: [UInt8]) {
    text.withUnsafeBufferPointer {
      escape($0, entity: entity(in:at:), atEach: special) { append($0) }
    }
  }

  /// The same but for `'`, which needs no entity between double quotes.
  package mutating func append(escapingContent text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer {
      escape($0, entity: contentEntity(in:at:), atEach: special) { append($0) }
    }
  }

  package mutating func append(escapingContent text: String) {
    text.withUTF8Bytes { escape($0, entity: contentEntity(in:at:), atEach: special) { append($0) } }
  }

  /// As `append(escaping:)`, without form feeds too, which no XML may hold.
  package mutating func append(escapingForXML text: String) {
    text.withUTF8Bytes { escape($0, entity: xmlEntity(in:at:), atEach: special) { append($0) } }
  }

  /// Appends text that is HTML in XML, as content of it: its entities are escaped once more.
  package mutating func append(escapingTwice text: String) {
    text.withUTF8Bytes { escape($0, entity: entityInXML(in:at:), atEach: special) { append($0) } }
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
    escape(address, entity: { addressEntity(for: $0[$1]) }, atEach: every) { append($0) }
  }
}

extension [UInt8] {
  package mutating func append(escaping text: String) {
    text.withUTF8Bytes {
      escape($0, entity: entity(in:at:), atEach: special) { append(contentsOf: $0) }
    }
  }

  package mutating func append(escapingContent text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer {
      escape($0, entity: contentEntity(in:at:), atEach: special) { append(contentsOf: $0) }
    }
  }

  package mutating func append(percentEncoding address: ArraySlice<UInt8>) {
    address.withUnsafeBufferPointer {
      escape($0, entity: { addressEntity(for: $0[$1]) }, atEach: every) {
        append(contentsOf: $0)
      }
    }
  }

  @inlinable
  package mutating func append(_ text: String) {
    text.withUTF8Bytes { append(contentsOf: $0) }
  }
}

/// Hands out a text in pieces, with other bytes in the place of some. `special` marks those of
/// sixteen bytes that have to be looked at alone, so that few are.
@inline(__always)
private func escape(
  _ text: UnsafeBufferPointer<UInt8>, entity: (UnsafeBufferPointer<UInt8>, Int) -> Replacement,
  atEach special: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>,
  to append: (UnsafeBufferPointer<UInt8>) -> Void
) {
  let bytes = UnsafeRawBufferPointer(text)
  let count = text.count
  func block(at index: Int) -> SIMD16<UInt8> {
    bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
  }
  /// How many bytes stand before the first special one.
  func ordinary(_ block: SIMD16<UInt8>, from start: Int = 0) -> Int {
    let found = unsafeBitCast(special(block), to: UInt128.self)
    return (found >> UInt128(8 * start)).trailingZeroBitCount / 8
  }
  func nextSpecial(from start: Int) -> Int {
    var index = start
    while index + 16 <= count {
      let passed = ordinary(block(at: index))
      index += passed
      if passed < 16 { return index }
    }
    guard index < count else { return count }
    // What is left at the end is looked at with some of what comes before.
    let left = count - index
    if count >= 16 {
      return min(index + ordinary(block(at: count - 16), from: 16 - left), count)
    }
    var short = SIMD16<UInt8>(repeating: Ascii.space)
    withUnsafeMutableBytes(of: &short) {
      $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[index...]))
    }
    return min(index + ordinary(short), count)
  }
  var start = 0
  var index = nextSpecial(from: 0)
  while index < count {
    let replacement = entity(text, index)
    if case .none = replacement {
      index = nextSpecial(from: index + 1)
      continue
    }
    append(UnsafeBufferPointer(rebasing: text[start..<index]))
    start = index + 1
    switch replacement {
    case .none: break
    case .entity(let entity): entity.withUTF8Buffer(append)
    case .percent:
      let code: InlineArray<3, UInt8> = [
        UInt8(ascii: "%"), hexDigit(text[index] >> 4), hexDigit(text[index] & 15),
      ]
      code.span.withUnsafeBufferPointer(append)
    case .nothing(let count): start = index + count
    }
    index = nextSpecial(from: start)
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

/// Marks what needs an entity, and what may begin something that is left out.
@inline(__always)
private func special(_ bytes: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
  /// To compare with a single byte is slow: it is done one by one.
  func each(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16(repeating: byte) }
  // `<` and `>` differ in one bit, and so do `&` and `'`.
  let angles = (bytes | each(2)) .== each(Ascii.greater)
  let quotes = (bytes | each(1)) .== each(Ascii.apostrophe) .| bytes .== each(Ascii.quote)
  let controls = bytes .< each(Ascii.space) .| bytes .== each(0x7F)
  return angles .| quotes .| controls .| bytes .== each(0xC2) .| bytes .== each(0xEF)
}

/// In an address all bytes are looked at alone.
@inline(__always)
private func every(_: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> { .init(repeating: true) }

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
