import Foundation
import Text

/// A text as its readers hear it: lower case, without accents, with what stands between letters
/// told apart by how much it separates.
///
/// Every byte knows where in the text it comes from.
struct FoldedText {
  /// Letters and digits as folded UTF-8, and in between one of the marks below.
  private(set) var bytes: [UInt8] = []
  private(set) var offsets: [Int32] = []

  /// Something that a word may hold without being two: a hyphen, a soft one, a mark of emphasis,
  /// nothing that can be seen, or a hyphen at the end of a line.
  static let joint: UInt8 = 1
  /// Anything else that is no letter and no digit.
  static let gap: UInt8 = 2
  /// Between a small letter and a capital, `anAcmeLogo`, and where capitals end: `ACMELogo`, `IBMs`.
  static let hump: UInt8 = 3

  init(_ text: [UInt8]) {
    bytes.reserveCapacity(text.count)
    offsets.reserveCapacity(text.count)
    var index = 0
    var wasSmall = false
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        appendASCII(text, &index, &wasSmall)
      } else {
        appendScalar(text, &index, &wasSmall)
      }
    }
  }

  private mutating func appendASCII(_ text: [UInt8], _ index: inout Int, _ wasSmall: inout Bool) {
    let byte = text[index]
    switch byte {
    case 0x61...0x7A, 0x30...0x39: append(byte, at: index)
    case 0x41...0x5A:
      if wasSmall || Self.beginsWord(text, index) { append(Self.hump, at: index) }
      append(byte | 0x20, at: index)
      if Self.endsAbbreviation(text, index) { append(Self.hump, at: index) }
    case 0x25 where Self.encodedByte(in: text, at: index) != nil:
      // In an address a letter may be written as `%C3%BC`.
      appendEncoded(text, &index)
      wasSmall = false
      return
    case Ascii.hyphen, UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"):
      appendMark(Self.joint, at: index)
      // A word that is divided at the end of a line goes on after its indent.
      if byte == Ascii.hyphen { index = Self.endOfBreak(in: text, after: index) }
    default: appendMark(Self.gap, at: index)
    }
    wasSmall = 0x61...0x7A ~= byte
    index += 1
  }

  /// Whether a capital behind capitals begins a word with two small letters: the L of `ACMELogo`.
  private static func beginsWord(_ text: [UInt8], _ index: Int) -> Bool {
    index > 0 && index + 2 < text.count && text[index - 1].isCapital && text[index + 1].isSmall
      && text[index + 2].isSmall
  }

  /// Whether a capital behind another is the last of its word but for one `s`: the M of `IBMs`.
  private static func endsAbbreviation(_ text: [UInt8], _ index: Int) -> Bool {
    guard index > 0, text[index - 1].isCapital, index + 1 < text.count,
      text[index + 1] == UInt8(ascii: "s")
    else { return false }
    return index + 2 == text.count || !text[index + 2].isLetter && text[index + 2] < 0x80
  }

  private mutating func appendScalar(_ text: [UInt8], _ index: inout Int, _ wasSmall: inout Bool) {
    let (scalar, length) = Self.scalar(in: text, at: index)
    appendFolded(scalar, at: index, &wasSmall)
    index += length
  }

  private mutating func appendFolded(
    _ scalar: Unicode.Scalar, at index: Int, _ wasSmall: inout Bool
  ) {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: break
    case .format, .dashPunctuation:
      appendMark(Self.joint, at: index)
      wasSmall = false
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber,
      // Letters in circles and squares.
      .otherSymbol where 0x24B6...0x24E9 ~= scalar.value || 0x1F130...0x1F149 ~= scalar.value:
      if wasSmall, scalar.properties.isUppercase { append(Self.hump, at: index) }
      for byte in Self.folded(scalar) { append(byte, at: index) }
      wasSmall = scalar.properties.isLowercase
    default:
      appendMark(Self.gap, at: index)
      wasSmall = false
    }
  }

  private mutating func appendEncoded(_ text: [UInt8], _ index: inout Int) {
    let start = index
    var encoded: [UInt8] = []
    while encoded.count < 4, let byte = Self.encodedByte(in: text, at: index) {
      encoded.append(byte)
      index += 3
      // One character at a time: its first byte tells how many follow.
      let length = encoded[0] < 0x80 ? 1 : encoded[0] < 0xE0 ? 2 : encoded[0] < 0xF0 ? 3 : 4
      if encoded.count == length { break }
    }
    var wasSmall = false
    for scalar in String(decoding: encoded, as: UTF8.self).unicodeScalars {
      appendFolded(scalar, at: start, &wasSmall)
    }
  }

  private mutating func append(_ byte: UInt8, at offset: Int) {
    bytes.append(byte)
    offsets.append(Int32(offset))
  }

  /// Of neighbouring marks the one that separates more stays.
  private mutating func appendMark(_ mark: UInt8, at offset: Int) {
    guard let last = bytes.last, last <= Self.hump else { return append(mark, at: offset) }
    if mark == Self.gap || last == Self.hump { bytes[bytes.count - 1] = mark }
  }

  /// The last byte of a line break and the white space after it, if one follows; else the index.
  private static func endOfBreak(in text: [UInt8], after index: Int) -> Int {
    var next = index + 1
    var hasBreak = false
    while next < text.count, next - index < 200,
      [0x20, 0x09, 0x0A, 0x0D, 0x3E].contains(text[next])
    {
      if text[next] == Ascii.newline { hasBreak = true }
      next += 1
    }
    return hasBreak ? next - 1 : index
  }

  private static func encodedByte(in text: [UInt8], at index: Int) -> UInt8? {
    guard index + 2 < text.count, text[index] == 0x25, let high = hexadecimal(text[index + 1]),
      let low = hexadecimal(text[index + 2])
    else { return nil }
    return high << 4 | low
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func scalar(in text: [UInt8], at index: Int) -> (Unicode.Scalar, length: Int) {
    let length = text[index] < 0xC0 ? 1 : text[index] < 0xE0 ? 2 : text[index] < 0xF0 ? 3 : 4
    let end = min(text.count, index + length)
    let scalar = String(decoding: text[index..<end], as: UTF8.self).unicodeScalars.first
    return (scalar ?? "\u{FFFD}", end - index)
  }

  /// A letter in lower case without its accents, as UTF-8.
  static func folded(_ scalar: Unicode.Scalar) -> [UInt8] {
    switch scalar {
    case "ß", "ẞ": return Array("ss".utf8)
    case "æ", "Æ": return Array("ae".utf8)
    case "œ", "Œ": return Array("oe".utf8)
    case "ø", "Ø": return Array("o".utf8)
    case "ł", "Ł": return Array("l".utf8)
    case "đ", "Đ", "ð", "Ð": return Array("d".utf8)
    case "ħ", "Ħ": return Array("h".utf8)
    case "ı", "İ": return Array("i".utf8)
    case "þ", "Þ": return Array("th".utf8)
    default: break
    }
    var folded = ""
    let whole = String(scalar).decomposedStringWithCompatibilityMapping
    for part in whole.unicodeScalars {
      switch part.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .spacingMark: continue
      default: folded += part.properties.lowercaseMapping
      }
    }
    return Array(folded.utf8)
  }
}

extension UInt8 {
  fileprivate var isCapital: Bool { 0x41...0x5A ~= self }

  fileprivate var isSmall: Bool { 0x61...0x7A ~= self }
}
