import Text

/// Entities as characters: HTML standard, 13.2.5.72 to 80, "character reference state".
enum CharacterReferences {
  /// A text with its entities resolved. In an attribute `&lt=` and `&lta` are no entities, so that
  /// addresses with parameters stay whole.
  ///
  /// Of the names that once could go without a semicolon only `amp`, `lt`, `gt` and `quot` still
  /// may; the others, all letters and signs beyond ASCII, stay as they are written.
  static func resolved(
    _ text: ArraySlice<UInt8>, inAttribute: Bool
  ) -> ArraySlice<UInt8> {
    guard text.contains(Ascii.ampersand) else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var index = text.startIndex
    while let ampersand = text[index...].firstIndex(of: Ascii.ampersand) {
      output += text[index..<ampersand]
      if let (characters, end) = reference(
        in: text, at: ampersand, inAttribute: inAttribute)
      {
        output += characters
        index = end
      } else {
        output.append(Ascii.ampersand)
        index = ampersand + 1
      }
    }
    output += text[index...]
    return output[...]
  }

  private static func reference(
    in text: ArraySlice<UInt8>, at ampersand: Int, inAttribute: Bool
  ) -> (characters: [UInt8], end: Int)? {
    let rest = text[(ampersand + 1)...]
    if rest.first == Ascii.hash { return number(in: rest.dropFirst()) }
    return name(in: rest, inAttribute: inAttribute)
  }

  private static func number(in text: ArraySlice<UInt8>) -> ([UInt8], end: Int)? {
    let isHexadecimal = text.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    let digits = (isHexadecimal ? text.dropFirst() : text).prefix {
      $0.isASCIIDigit || isHexadecimal && (0x61...0x66).contains($0 | 0x20)
    }
    guard !digits.isEmpty else { return nil }
    var code: UInt32 = 0
    for digit in digits where code <= 0x10FFFF {
      let value = digit.isASCIIDigit ? digit & 0x0F : (digit & 0x0F) + 9
      code = code * (isHexadecimal ? 16 : 10) + UInt32(value)
    }
    let end = digits.endIndex
    let hasSemicolon = text[end...].first == UInt8(ascii: ";")
    return (Array(String(character(code)).utf8), hasSemicolon ? end + 1 : end)
  }

  /// Numbers that name no character become U+FFFD; those of the upper control characters mean the
  /// characters of Windows-1252. The lower ones stand, as an address may begin with them.
  private static func character(_ code: UInt32) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    switch code {
    case 0x80...0x9F: return windows1252[Int(code) - 0x80]
    case 0, 0xFDD0...0xFDEF: return replacement
    default: return code & 0xFFFE == 0xFFFE ? replacement : Unicode.Scalar(code) ?? replacement
    }
  }

  private static let windows1252 = Array(
    """
    €\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\
    \u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ
    """.unicodeScalars)

  /// The longest name has 31 letters.
  private static let longestName = 31

  private static func name(
    in text: ArraySlice<UInt8>, inAttribute: Bool
  ) -> ([UInt8], end: Int)? {
    let name = text.prefix(longestName + 1).prefix { $0.isASCIILetter || $0.isASCIIDigit }
    guard let first = name.first, first.isASCIILetter else { return nil }
    if text[name.endIndex...].first == UInt8(ascii: ";") {
      return named(name).map { ($0, name.endIndex + 1) }
    }
    guard let entity = unterminated.first(where: { name.starts(with: $0.name.utf8) }) else {
      return nil
    }
    let end = name.startIndex + entity.name.utf8.count
    if inAttribute, end < name.endIndex || text[end...].first == UInt8(ascii: "=") { return nil }
    return ([entity.character], end)
  }

  private static let unterminated: [(name: String, character: UInt8)] = [
    ("amp", Ascii.ampersand), ("AMP", Ascii.ampersand), ("lt", Ascii.less), ("LT", Ascii.less),
    ("gt", Ascii.greater), ("GT", Ascii.greater), ("quot", Ascii.quote), ("QUOT", Ascii.quote),
  ]

  /// Markdown has the names of HTML too, so its parser knows them.
  private static func named(_ name: ArraySlice<UInt8>) -> [UInt8]? {
    switch String(decoding: name, as: UTF8.self) {
    case "amp": return [Ascii.ampersand]
    case "lt": return [Ascii.less]
    case "gt": return [Ascii.greater]
    case "quot": return [Ascii.quote]
    case "nbsp": return [0xC2, 0xA0]
    // These two are white space, which Markdown would trim.
    case "Tab": return [Ascii.tab]
    case "NewLine": return [Ascii.newline]
    default: break
    }
    // The letters keep what an entity stands for from meaning something in Markdown.
    let entity = Array("&".utf8) + name + Array(";".utf8)
    let tree = Tree(parsing: Array("x".utf8) + entity + Array("x".utf8))
    let words = Array(tree.plainText(of: 0).dropFirst().dropLast())
    return words == entity ? nil : words
  }
}
