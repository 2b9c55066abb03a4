import Text

/// Digits in groups from a place on, and whether people write phone numbers so: with their
/// country (`+46 70 123 45 67`), after a zero (`030 1234567`), or as in North America
/// (`(212) 555-0143`).
struct PhoneNumber {
  /// Empty where there are too few or too many for any number.
  private(set) var digits = ""
  private(set) var end: Int
  private var groups: [Int] = []
  private var hasDots = false
  private let first: UInt8
  private let isFree: Bool
  /// Whether pairs of hexadecimal digits stand around it, as in what a debugger prints.
  private var isInDump = false

  init(in text: [UInt8], at start: Int) {
    first = text[start]
    end = start
    isFree =
      start == 0 || Self.isBorder(text[start - 1]) && !Self.isInTime(text, start)
      || text.has(Array("tel:".utf8), at: start - 4)
    var index = start
    var count = 0
    if !first.isDigit {
      // A parenthesis around more than an area code is the sentence's.
      guard first == UInt8(ascii: "+") || Self.closes(text, start) else { return }
      index += 1
    }
    while index < text.count, count <= 16 {
      if text[index].isDigit {
        count += 1
        index += 1
        end = index
        continue
      }
      let next = Self.skipSeparators(in: text, from: index)
      guard next > index, next < text.count, text[next].isDigit else { break }
      hasDots = hasDots || text[index..<next].contains(Ascii.dot)
      index = next
    }
    // Most are numbers of other things, and too short.
    guard 8...15 ~= count else { return }
    let found = text[start..<end]
    digits = String(decoding: found.filter(\.isDigit), as: UTF8.self)
    // A number goes on into nothing: no letter, no percent, no further decimal.
    if end < text.count, text[end].isTokenByte || text[end] == UInt8(ascii: "%") { return }
    groups = found.split { !$0.isDigit }.map(\.count)
    isInDump = Self.isPair(text, start - 3) || Self.isPair(text, end + 1)
  }

  /// Whether the seconds of a time begin there.
  private static func isInTime(_ text: [UInt8], _ start: Int) -> Bool {
    start > 1 && text[start - 1] == Ascii.colon && text[start - 2].isDigit
  }

  private static func isPair(_ text: [UInt8], _ start: Int) -> Bool {
    guard start >= 0, start + 2 <= text.count else { return false }
    let isAlone = start + 2 == text.count || !text[start + 2].isTokenByte
    return isAlone
      && text[start..<(start + 2)].allSatisfy {
        $0.isDigit || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0 | 0x20
      }
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
    if groups.count > 1, groups.allSatisfy({ $0 == 2 }), isInDump { return false }
    if Self.limits.contains(digits) { return false }
    if first == UInt8(ascii: "+") || digits.hasPrefix("00") && groups[0] > 2 && groups.count > 1 {
      return 8...15 ~= count && !digits.hasPrefix("000")
    }
    if isNorthAmerican { return !isInvented }
    return digits.hasPrefix("0") && 9...12 ~= count && groups.count > 1 && groups.count <= 6
      && groups[0] >= 2 && !hasDots
  }

  /// The ends of what 32 bits can count.
  private static let limits: Set<String> = ["2147483647", "2147483648", "4294967295"]

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
