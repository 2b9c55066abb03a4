import Text

/// Digits in groups from a place on, and whether people write phone numbers so: with their
/// country (`+46 70 123 45 67`), after a zero (`030 1234567`), or as in North America
/// (`(212) 555-0143`).
struct PhoneNumber {
  private(set) var digits = ""
  private(set) var end: Int
  private var groups: [Int] = []
  private var separators: Set<UInt8> = []
  private let first: UInt8
  private let isFree: Bool

  init(in text: [UInt8], at start: Int) {
    first = text[start]
    end = start
    isFree =
      start == 0 || Self.isBorder(text[start - 1]) || text.has(Array("tel:".utf8), at: start - 4)
    var index = start
    var group = 0
    if !first.isDigit {
      // A parenthesis around more than an area code is the sentence's.
      guard first == UInt8(ascii: "+") || Self.closes(text, start) else { return }
      index += 1
    }
    while index < text.count, digits.utf8.count <= 16 {
      if text[index].isDigit {
        digits.unicodeScalars.append(Unicode.Scalar(text[index]))
        group += 1
        index += 1
        end = index
        continue
      }
      if group > 0 { groups.append(group) }
      group = 0
      let next = Self.skipSeparators(in: text, from: index)
      guard next > index, next < text.count, text[next].isDigit else { break }
      separators.formUnion(text[index..<next])
      index = next
    }
    if group > 0 { groups.append(group) }
    // A number goes on into nothing: no letter, no percent, no further decimal.
    if end < text.count, text[end].isTokenByte || text[end] == UInt8(ascii: "%") { groups = [] }
  }

  private static func isBorder(_ byte: UInt8) -> Bool {
    !byte.isTokenByte
      && ![Ascii.dot, Ascii.slash, Ascii.hash, Ascii.ampersand, 0x3D, 0x25, 0x2C]
        .contains(byte)
      && byte < 0x80
  }

  /// Whether a parenthesis holds nothing but a few digits.
  private static func closes(_ text: [UInt8], _ start: Int) -> Bool {
    let inside = text[(start + 1)...].prefix(6).prefix(while: \.isDigit)
    return !inside.isEmpty && text.has([UInt8(ascii: ")")], at: inside.endIndex)
  }

  /// A space, a hyphen, a dot, a slash, or a parenthesis with one of them.
  private static func skipSeparators(in text: [UInt8], from start: Int) -> Int {
    var index = start
    while index < text.count, index - start < 3 {
      switch text[index] {
      case Ascii.space, Ascii.hyphen, Ascii.dot, Ascii.slash, UInt8(ascii: "("), UInt8(ascii: ")"):
        index += 1
      case 0xC2 where text.has([0xC2, 0xA0], at: index): index += 2
      default: return index
      }
    }
    return index
  }

  var isOne: Bool {
    guard isFree, !groups.isEmpty, !isDate else { return false }
    let count = digits.utf8.count
    if first == UInt8(ascii: "+") || digits.hasPrefix("00") && groups[0] > 2 && groups.count > 1 {
      return 8...15 ~= count && !digits.hasPrefix("000")
    }
    if isNorthAmerican { return !isInvented }
    return digits.hasPrefix("0") && 9...12 ~= count && groups.count > 1 && groups.count <= 6
      && groups[0] >= 2 && separators.isDisjoint(with: [Ascii.dot])
  }

  private var isDate: Bool {
    let start = Array(groups.prefix(3))
    return start == [2, 2, 4] || start == [4, 2, 2]
  }

  private var isNorthAmerican: Bool {
    guard groups == [3, 3, 4], let area = digits.first, ("2"..."9").contains(area) else {
      return false
    }
    let exchange = digits[digits.index(digits.startIndex, offsetBy: 3)]
    return ("2"..."9").contains(exchange)
  }

  /// 555-0100 to 555-0199 are for stories.
  private var isInvented: Bool { digits.dropFirst(3).hasPrefix("55501") }
}
