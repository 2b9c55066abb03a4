import Dates
import Text

/// What the value of an attribute may be.
enum HTMLAttributeRule: Sendable {
  case text
  /// There or not; its value says nothing.
  case flag
  case number(ClosedRange<Int>)
  case integer
  /// One of these; case counts only where the words differ in nothing else.
  case words([String])
  case language
  /// A day, or a day with a time.
  case moment
  /// An anchor. It gets a prefix, so that it can take no name that a page or a script relies on.
  case id
  /// It becomes a class of the theme: HTML has given the attribute up.
  case alignment
  case address(RawAddress.Purpose)

  /// What is put before every anchor that raw HTML gives.
  static let idPrefix = "user-"

  /// The value as it is written out, not escaped; nil where it cannot be used.
  func value(of written: ArraySlice<UInt8>) -> [UInt8]? {
    switch self {
    case .text: written.filter { $0.isText }
    case .flag: []
    case .number(let range): Self.number(written, in: range)
    case .integer: Self.number(written, in: -1_000_000...1_000_000)
    case .words(let words): Self.word(written, of: words)
    case .language: Self.isLanguage(written) ? Array(written) : nil
    case .moment: Self.isMoment(written) ? Array(written) : nil
    case .id: Self.id(written)
    case .alignment:
      Self.word(written, of: ["left", "center", "right"]).map { Array("align-".utf8) + $0 }
    case .address(let purpose): RawAddress(written, for: purpose).map { Array($0.text) }
    }
  }

  /// The name of the attribute that is written out.
  func name(for name: String) -> String {
    switch self {
    case .alignment: "class"
    case .id: "id"
    default: name
    }
  }

  /// A number as people write one: `200`, and `200px` too, but no share such as `50%`.
  private static func number(_ text: ArraySlice<UInt8>, in range: ClosedRange<Int>) -> [UInt8]? {
    let text = text.drop(while: \.isHTMLSpace)
    let isNegative = text.first == Ascii.hyphen
    let digits = (isNegative ? text.dropFirst() : text).prefix { $0.isASCIIDigit }
    let unit = text[digits.endIndex...].prefix { !$0.isHTMLSpace }
    guard unit.isEmpty || unit.elementsEqual("px".utf8) || unit.first == Ascii.dot,
      let number = Int((isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self)),
      range.contains(number)
    else { return nil }
    return Array(String(number).utf8)
  }

  private static func word(_ text: ArraySlice<UInt8>, of words: [String]) -> [UInt8]? {
    let text = String(decoding: text, as: UTF8.self)
    if words.contains(text) { return Array(text.utf8) }
    let lowercased = text.lowercased()
    return words.contains(lowercased) ? Array(lowercased.utf8) : nil
  }

  /// Whether a text has the shape of a BCP 47 tag.
  private static func isLanguage(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: Ascii.hyphen, omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count) else { return false }
    return first.allSatisfy(\.isASCIILetter)
      && parts.allSatisfy { part in
        (1...8).contains(part.count) && part.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
      }
  }

  private static func isMoment(_ text: ArraySlice<UInt8>) -> Bool {
    if timeOfDay(text) != nil { return true }
    return (try? Moment(parsing: String(decoding: text, as: UTF8.self), in: .utc)) != nil
  }

  private static func id(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard !text.isEmpty, text.count <= 200, text.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
      return nil
    }
    return Array(idPrefix.utf8) + text
  }
}
