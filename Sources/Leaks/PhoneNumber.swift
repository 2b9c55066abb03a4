import Text

/// Digits that people write so to be called at: with their country (`+46 70 123 45 67`), after a
/// zero (`030 1234567`), or as in North America (`(212) 555-0143`).
struct PhoneNumber {
  let digits: String
  private let groups: [Int]

  /// Nil where digits from a place on are none.
  init?(_ run: DigitRun, in text: [UInt8], at start: Int) {
    // Most are numbers of other things, and too short.
    guard 8...15 ~= run.count, Self.isFree(text, start), Self.isWhole(text, run.end) else {
      return nil
    }
    let found = text[start..<run.end]
    digits = String(decoding: found.filter(\.isDigit), as: UTF8.self)
    groups = found.split { !$0.isDigit }.map(\.count)
    guard !isDate, !Self.limits.contains(digits) else { return nil }
    if groups.count > 1, groups.allSatisfy({ $0 == 2 }), Self.isInDump(text, start..<run.end) {
      return nil
    }
    let isOne =
      if text[start] == UInt8(ascii: "+") || startsWithCountry {
        !digits.hasPrefix("000")
      } else if isNorthAmerican {
        !isInvented
      } else {
        startsWithArea && 9...12 ~= run.count && !run.hasDots
      }
    guard isOne else { return nil }
  }

  private static func isFree(_ text: [UInt8], _ start: Int) -> Bool {
    start == 0 || isBorder(text[start - 1]) && !isInTime(text, start)
      || text.has("tel:", at: start - 4)
  }

  private static func isBorder(_ byte: UInt8) -> Bool {
    !byte.isTokenByte
      && ![Ascii.dot, Ascii.slash, Ascii.hash, Ascii.ampersand, 0x3D, 0x25, 0x2C]
        .contains(byte)
      && byte < 0x80
  }

  /// Whether the seconds of a time begin there.
  private static func isInTime(_ text: [UInt8], _ start: Int) -> Bool {
    start > 1 && text[start - 1] == Ascii.colon && text[start - 2].isDigit
  }

  /// A number goes on into nothing: no letter, no percent, no further decimal.
  private static func isWhole(_ text: [UInt8], _ end: Int) -> Bool {
    end == text.count || !text[end].isTokenByte && text[end] != UInt8(ascii: "%")
  }

  /// Whether pairs of hexadecimal digits stand around it, as in what a debugger prints.
  private static func isInDump(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    isPair(text, range.lowerBound - 3) || isPair(text, range.upperBound + 1)
  }

  private static func isPair(_ text: [UInt8], _ start: Int) -> Bool {
    guard start >= 0, start + 2 <= text.count else { return false }
    let isAlone = start + 2 == text.count || !text[start + 2].isTokenByte
    return isAlone
      && text[start..<(start + 2)].allSatisfy {
        $0.isDigit || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0 | 0x20
      }
  }

  /// The ends of what 32 bits can count.
  private static let limits: Set<String> = ["2147483647", "2147483648", "4294967295"]

  private var isDate: Bool {
    let start = Array(groups.prefix(3))
    return start == [2, 2, 4] || start == [4, 2, 2]
  }

  /// Two zeros and a country's number.
  private var startsWithCountry: Bool {
    digits.hasPrefix("00") && groups[0] > 2 && groups.count > 1
  }

  private var startsWithArea: Bool {
    digits.hasPrefix("0") && 2...6 ~= groups.count && groups[0] >= 2
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
