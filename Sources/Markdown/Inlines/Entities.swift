import Text

/// The character references of HTML, and the escapes that are resolved with them.
struct Entities {
  /// Names that were asked for before; nil where HTML knows none such.
  private var names: [[UInt8]: [UInt8]?] = [:]

  /// What the reference at an `&` stands for, and where the text goes on.
  mutating func character(
    in text: [UInt8], at start: Int, before end: Int
  ) -> (bytes: [UInt8], end: Int)? {
    guard start + 2 < end else { return nil }
    if text[start + 1] == Ascii.hash { return numeric(in: text, at: start + 2, before: end) }
    var index = start + 1
    while index < end, text[index].isAlphanumeric, index - start <= 32 { index += 1 }
    guard index > start + 2, index < end, text[index] == UInt8(ascii: ";") else { return nil }
    return named(text[start..<index + 1]).map { ($0, index + 1) }
  }

  private mutating func named(_ entity: ArraySlice<UInt8>) -> [UInt8]? {
    let key = Array(entity)
    if let known = names[key] { return known }
    let found = Tree.libraryEntity(key)
    names[key] = .some(found)
    return found
  }

  private func numeric(
    in text: [UInt8], at start: Int, before end: Int
  ) -> (bytes: [UInt8], end: Int)? {
    let isHexadecimal = text[start] | 0x20 == UInt8(ascii: "x")
    let digits = isHexadecimal ? start + 1 : start
    var index = digits
    var value: UInt32 = 0
    while index < end, let digit = digit(text[index], isHexadecimal), index - digits < 8 {
      value = value * (isHexadecimal ? 16 : 10) + digit
      index += 1
    }
    let count = index - digits
    guard count > 0, count <= (isHexadecimal ? 6 : 7), index < end,
      text[index] == UInt8(ascii: ";")
    else { return nil }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return (Array(String(scalar ?? "\u{FFFD}").utf8), index + 1)
  }

  private func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
    if byte.isDigit { return UInt32(byte - 0x30) }
    let letter = byte | 0x20
    return isHexadecimal && letter >= 0x61 && letter <= 0x66 ? UInt32(letter - 0x57) : nil
  }

  /// A destination, title or label with its entities, then its backslash escapes resolved.
  mutating func unescape(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let decoded = unescapeEntities(text)
    guard decoded.contains(UInt8(ascii: "\\")) else { return decoded }
    var unescaped: [UInt8] = []
    var index = 0
    while index < decoded.count {
      if decoded[index] == UInt8(ascii: "\\"), index + 1 < decoded.count,
        decoded[index + 1].isPunctuation
      {
        index += 1
      }
      unescaped.append(decoded[index])
      index += 1
    }
    return unescaped
  }

  mutating func unescapeEntities(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let source = Array(text)
    guard source.contains(Ascii.ampersand) else { return source }
    var decoded: [UInt8] = []
    var index = 0
    while index < source.count {
      if source[index] == Ascii.ampersand,
        let entity = character(in: source, at: index, before: source.count)
      {
        decoded += entity.bytes
        index = entity.end
      } else {
        decoded.append(source[index])
        index += 1
      }
    }
    return decoded
  }
}
