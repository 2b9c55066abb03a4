/// Takes XML apart, as strictly as browsers do: what they would refuse is refused.
struct MarkupScanner {
  let bytes: [UInt8]
  private(set) var offset = 0
  /// Goes past a document type that defines things, without reading them.
  var allowsDefinitions = false

  enum Token {
    case byteOrderMark
    case comment
    case documentType
    case instruction(Range<Int>)
    case text(Range<Int>)
    /// With the marks around it.
    case characterData(Range<Int>)
    case start(MarkupTag)
    case end(name: Range<Int>, Range<Int>)
  }

  init(_ bytes: [UInt8]) throws(PictureFlaw) {
    guard !bytes.starts(with: [0xFE, 0xFF]), !bytes.starts(with: [0xFF, 0xFE]) else {
      throw .encoding
    }
    if let offset = bytes.firstIndex(where: { $0 < 0x20 && !XML.isSpace($0) }) {
      throw .malformed(at: offset)
    }
    self.bytes = bytes
  }

  /// The next piece; nil at the end.
  mutating func next() throws(PictureFlaw) -> Token? {
    guard offset < bytes.count else { return nil }
    if offset == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      offset = 3
      return .byteOrderMark
    }
    guard bytes[offset] == UInt8(ascii: "<") else { return .text(text()) }
    let rest = bytes[offset...]
    if rest.starts(with: "<!--") {
      _ = try piece(from: 4, to: "-->")
      return .comment
    }
    if rest.starts(with: "<![CDATA[") { return .characterData(try piece(from: 9, to: "]]>")) }
    if rest.starts(with: "<!DOCTYPE") {
      try skipDocumentType()
      return .documentType
    }
    if rest.starts(with: "<?") { return .instruction(try piece(from: 2, to: "?>")) }
    if rest.starts(with: "</") {
      let start = offset
      offset += 2
      let name = try name()
      skipSpace()
      try expect(UInt8(ascii: ">"))
      return .end(name: name, start..<offset)
    }
    return .start(try tag())
  }

  private mutating func text() -> Range<Int> {
    let start = offset
    offset = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    return start..<offset
  }

  /// From here to the end of a mark, which comes after some first bytes.
  private mutating func piece(
    from first: Int, to mark: StaticString
  ) throws(PictureFlaw) -> Range<Int> {
    let start = offset
    offset += first
    while offset < bytes.count {
      if bytes[offset...].starts(with: mark) {
        offset += mark.utf8CodeUnitCount
        return start..<offset
      }
      offset += 1
    }
    throw .truncated
  }

  private mutating func skipDocumentType() throws(PictureFlaw) {
    while offset < bytes.count, bytes[offset] != UInt8(ascii: ">") {
      if bytes[offset] == UInt8(ascii: "[") {
        guard allowsDefinitions else { throw .documentType }
        _ = try piece(from: 1, to: "]")
      } else {
        offset += 1
      }
    }
    try expect(UInt8(ascii: ">"))
  }

  private mutating func tag() throws(PictureFlaw) -> MarkupTag {
    let start = offset
    offset += 1
    let name = try name()
    var attributes: [MarkupAttribute] = []
    while true {
      let before = offset
      skipSpace()
      guard offset < bytes.count else { throw .truncated }
      let isEmpty = bytes[offset] == UInt8(ascii: "/")
      if isEmpty || bytes[offset] == UInt8(ascii: ">") {
        if isEmpty { offset += 1 }
        try expect(UInt8(ascii: ">"))
        return MarkupTag(
          range: start..<offset, name: name, attributes: attributes, tail: before..<offset,
          isEmpty: isEmpty)
      }
      guard offset > before else { throw .malformed(at: offset) }
      attributes.append(try attribute(from: before))
    }
  }

  private mutating func attribute(from start: Int) throws(PictureFlaw) -> MarkupAttribute {
    let name = try name()
    skipSpace()
    try expect(UInt8(ascii: "="))
    skipSpace()
    guard offset < bytes.count else { throw .truncated }
    let quote = bytes[offset]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw .malformed(at: offset)
    }
    offset += 1
    let value = offset
    while offset < bytes.count, bytes[offset] != quote {
      guard bytes[offset] != UInt8(ascii: "<") else { throw .malformed(at: offset) }
      offset += 1
    }
    try expect(quote)
    return MarkupAttribute(range: start..<offset, name: name, value: value..<offset - 1)
  }

  private mutating func name() throws(PictureFlaw) -> Range<Int> {
    let start = offset
    while offset < bytes.count, !XML.endsName(bytes[offset]) { offset += 1 }
    guard offset < bytes.count else { throw .truncated }
    guard offset > start else { throw .malformed(at: offset) }
    return start..<offset
  }

  private mutating func skipSpace() {
    while offset < bytes.count, XML.isSpace(bytes[offset]) { offset += 1 }
  }

  private mutating func expect(_ byte: UInt8) throws(PictureFlaw) {
    guard offset < bytes.count else { throw .truncated }
    guard bytes[offset] == byte else { throw .malformed(at: offset) }
    offset += 1
  }
}

/// A start tag, by its places in the text.
struct MarkupTag {
  let range: Range<Int>
  let name: Range<Int>
  let attributes: [MarkupAttribute]
  /// What follows the attributes.
  let tail: Range<Int>
  let isEmpty: Bool
}

struct MarkupAttribute {
  /// With the space before it.
  let range: Range<Int>
  let name: Range<Int>
  let value: Range<Int>
}

/// What XML says of single bytes, and how it writes characters.
enum XML {
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  static func endsName(_ byte: UInt8) -> Bool { byte <= 0x20 || "=/><\"'&?!".utf8.contains(byte) }

  /// The text that references to characters stand for.
  static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(text.count)
    var rest = text
    while let byte = rest.first {
      guard byte == UInt8(ascii: "&"), let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let character = character(rest[rest.startIndex + 1..<end])
      else {
        decoded.append(byte)
        rest = rest.dropFirst()
        continue
      }
      decoded += String(Character(character)).utf8
      rest = rest[(end + 1)...]
    }
    return decoded
  }

  private static func character(_ reference: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let name = String(decoding: reference, as: UTF8.self)
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let number =
      digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    return number.flatMap { $0 < 0x20 && !isSpace(UInt8($0)) ? nil : Unicode.Scalar($0) }
  }
}

extension [UInt8] {
  /// Appends text so that it means itself in content and in quoted attributes.
  mutating func append(xml text: [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): self += "&amp;".utf8
      case UInt8(ascii: "<"): self += "&lt;".utf8
      case UInt8(ascii: "\""): self += "&quot;".utf8
      default: append(byte)
      }
    }
  }
}
