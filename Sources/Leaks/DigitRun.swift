import Text

/// Digits in groups from a place on, as numbers of phones and of anything else are written.
struct DigitRun {
  /// How many digits there are, counted no further than no number of a phone goes.
  private(set) var count = 0
  /// The end of the last digit; the start where there is none.
  private(set) var end: Int
  private(set) var hasDots = false

  /// From a digit on, or a plus or parenthesis before one.
  init(in text: [UInt8], at start: Int) {
    end = start
    var index = start
    if !text[start].isDigit {
      // A parenthesis around more than an area code is the sentence's.
      guard text[start] == UInt8(ascii: "+") || Self.closes(text, start) else { return }
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
  }

  /// Whether a parenthesis holds nothing but a few digits.
  private static func closes(_ text: [UInt8], _ start: Int) -> Bool {
    var index = start + 1
    while index < text.count, index - start <= 6, text[index].isDigit { index += 1 }
    return index > start + 1 && text.has(")", at: index)
  }

  /// A space, a hyphen, a dot, a slash, or a parenthesis with one of them.
  private static func skipSeparators(in text: [UInt8], from start: Int) -> Int {
    var index = start
    while index < text.count, index - start < 3 {
      switch text[index] {
      case Ascii.space, Ascii.hyphen, Ascii.dot, Ascii.slash, UInt8(ascii: "("), UInt8(ascii: ")"):
        index += 1
      case 0xC2 where text.has("\u{A0}", at: index): index += 2
      default: return index
      }
    }
    return index
  }
}
