/// Markup escaping, sixteen bytes at a time: they are copied before anyone knows whether one of them
/// needs an escape, for most do not.
///
/// What no HTML may hold is left out: control characters that are no white space, U+FFFE, U+FFFF.
extension ByteWriter {
  /// Appends text with `&`, `<`, `>` and both quotes written as entities, fit for HTML and XML,
  /// in content and in quoted attributes alike.
  @usableFromInline
  package mutating func append(escaping text: String) {
    // To take hold of the text, as a copy would, is to wait for other threads that read it.
    text.withUTF8Bytes { append($0, replacing: entity) }
  }

  @usableFromInline
  package mutating func append(escaping text: [UInt8]) {
    text.withUnsafeBufferPointer { append($0, replacing: entity) }
  }

  /// The same but for `'`, which needs no entity between double quotes.
  package mutating func append(escapingContent text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { append($0, replacing: contentEntity) }
  }

  package mutating func append(escapingContent text: String) {
    text.withUTF8Bytes { append($0, replacing: contentEntity) }
  }

  /// As `append(escaping:)`, without form feeds too, which no XML may hold.
  package mutating func append(escapingForXML text: String) {
    text.withUTF8Bytes { append($0, replacing: xmlEntity) }
  }

  /// Appends text that is HTML in XML, as content of it: its entities are escaped once more.
  package mutating func append(escapingTwice text: String) {
    text.withUTF8Bytes { append($0, replacing: entityInXML) }
  }

  /// Appends an address for a quoted attribute: what no URL may hold is percent-encoded as UTF-8,
  /// what is encoded already stays as it is, `&` and `'` become entities.
  package mutating func append(percentEncoding address: ArraySlice<UInt8>) {
    for byte in address { append(byte, as: addressEntity(for: byte)) }
  }

  package mutating func append(percentEncoding address: String) {
    for byte in address.utf8 { append(byte, as: addressEntity(for: byte)) }
  }

  @inline(__always)
  private mutating func append(
    _ text: UnsafeBufferPointer<UInt8>,
    replacing entity: (UnsafeBufferPointer<UInt8>, Int) -> Replacement
  ) {
    var index = appendOrdinary(text, from: 0)
    while index < text.count {
      let replacement = entity(text, index)
      append(text[index], as: replacement)
      if case .nothing(let count) = replacement { index += count } else { index += 1 }
      index = appendOrdinary(text, from: index)
    }
  }

  /// Appends what comes before the next special byte, and says where that is.
  @inline(never)
  private mutating func appendOrdinary(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    append(text, from: start, upTo: special)
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8, as replacement: Replacement) {
    switch replacement {
    case .none: append(byte)
    case .entity(let entity): append(entity)
    case .percent:
      append(UInt8(ascii: "%"))
      append(hexDigit(byte >> 4))
      append(hexDigit(byte & 15))
    case .nothing: break
    }
  }
}

extension [UInt8] {
  package mutating func append(escaping text: String) {
    append { $0.append(escaping: text) }
  }

  package mutating func append(escapingContent text: ArraySlice<UInt8>) {
    append { $0.append(escapingContent: text) }
  }

  package mutating func append(percentEncoding address: ArraySlice<UInt8>) {
    append { $0.append(percentEncoding: address) }
  }

  private mutating func append(_ write: (inout ByteWriter) -> Void) {
    var writer = ByteWriter(capacity: 64)
    write(&writer)
    writer.withSpan { span in span.withUnsafeBufferPointer { append(contentsOf: $0) } }
  }

  @inlinable
  package mutating func append(_ text: String) {
    text.withUTF8Bytes { append(contentsOf: $0) }
  }
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

/// Marks what needs an entity, what may begin something that is left out, and `#`.
@inline(__always)
private func special(_ bytes: SixteenBytes) -> SIMDMask<SIMD16<Int8>> {
  /// To compare with a single byte is slow: it is done one by one.
  func each(_ byte: UInt8) -> SixteenBytes { SixteenBytes(repeating: byte) }
  // `<` and `>` differ in one bit; `&`, `'`, `"` and, which is rare, `#` in two.
  let angles = (bytes | each(2)) .== each(Ascii.greater)
  let quotes = (bytes | each(5)) .== each(Ascii.apostrophe)
  let controls = bytes .< each(Ascii.space) .| bytes .== each(0x7F)
  return angles .| quotes .| controls .| bytes .== each(0xC2) .| bytes .== each(0xEF)
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
