import Text

/// Whether a name stands at a place as a name does, so that it can be taken out there and other words
/// put in.
struct Wholeness {
  /// The name with the signs that belong to it.
  let range: Range<Int>
  let flaw: RedactedText.Obstacle.Reason?
  /// Whether nothing within it but references to characters keeps it from being read.
  let isOnlyEncoded: Bool

  init(of range: Range<Int>, as spelling: String, in text: [UInt8]) {
    let end = Self.end(of: range, as: spelling, in: text)
    self.range = range.lowerBound..<end
    let isDivided = !Self.isInOnePiece(range, as: spelling, in: text)
    flaw = isDivided ? .divided : Self.continues(end, in: text) ? .insideWord : nil
    isOnlyEncoded =
      text[range].allSatisfy { $0 != Ascii.less && $0 != 0x5C && $0 != 0x5B && $0 != 0x5D }
      && text[range].contains(Ascii.ampersand) && !text[range].contains(UInt8(ascii: "*"))
      && !Self.continues(range.upperBound, in: text)
  }

  /// Behind signs that a spelling ends in, as “Yahoo!” does.
  private static func end(of range: Range<Int>, as spelling: String, in text: [UInt8]) -> Int {
    let ending = Array(spelling.utf8.reversed().prefix { $0 < 0x80 && !$0.isWordByte }.reversed())
    let rest = text[range.upperBound...]
    guard !ending.isEmpty, rest.starts(with: ending) else { return range.upperBound }
    return range.upperBound + ending.count
  }

  /// Between the letters of a name may stand what joins or parts words, one end of a line, and what its
  /// spelling has there.
  private static func isInOnePiece(
    _ range: Range<Int>, as spelling: String, in text: [UInt8]
  ) -> Bool {
    let scalars = Array(String(decoding: text[range], as: UTF8.self).unicodeScalars)
    var lineEnds = 0
    var isAtLineStart = false
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\n":
        lineEnds += 1
        isAtLineStart = true
      case " ", "\t", "\r", "\u{A0}": break
      case ">" where isAtLineStart: break
      case "-", "_", "'", "’", "&", "+", "%", ",", "/": if isAtLineStart { return false }
      case ".":
        let next = scalars.indices.contains(index + 1) ? scalars[index + 1] : " "
        if next.properties.isWhitespace, !spelling.unicodeScalars.contains(".") { return false }
      default:
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
          .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .enclosingMark,
          .spacingMark, .format, .dashPunctuation, .spaceSeparator:
          isAtLineStart = false
        default: guard spelling.unicodeScalars.contains(scalar) else { return false }
        }
      }
    }
    guard lineEnds > 0 else { return true }
    return lineEnds == 1 && !isHeading(lineOf: range.lowerBound, in: text)
  }

  private static func isHeading(lineOf offset: Int, in text: [UInt8]) -> Bool {
    let start = text[..<offset].lastIndex(of: Ascii.newline).map { $0 + 1 } ?? 0
    return text[start..<offset].first { $0 != Ascii.space && $0 != Ascii.greater } == Ascii.hash
  }

  /// Whether the word goes on behind an offset: not with the s of a plural, a digit, or another word of
  /// a name such as `AcmeLogo`.
  private static func continues(_ end: Int, in text: [UInt8]) -> Bool {
    let next = String(decoding: text[end..<min(text.count, end + 12)], as: UTF8.self).unicodeScalars
    guard let first = next.first, first.properties.isAlphabetic else { return false }
    // Scripts without capitals put words together without a sign.
    guard first.properties.isLowercase || first.properties.isUppercase else { return false }
    let second = next.dropFirst().first
    if first == "s", !(second?.properties.isAlphabetic ?? false) { return false }
    guard first.properties.isUppercase else { return true }
    let last = end > 0 ? text[end - 1] : 0
    let isHump = 0x61...0x7A ~= last || last >= 0x80 || 0x30...0x39 ~= last
    return !(isHump || second?.properties.isLowercase ?? false)
  }
}
