import Text

/// The parts of links, as the CommonMark specification has them; each function is told where its
/// part should begin and before which index the text ends.
enum LinkSyntax {
  /// More than this many bytes are no label.
  static let longestLabel = 1000

  /// The inside of `[label]`, and where the text goes on.
  static func label(
    in text: [UInt8], at start: Int, before end: Int
  ) -> (inside: Range<Int>, end: Int)? {
    guard start < end, text[start] == UInt8(ascii: "[") else { return nil }
    var index = start + 1
    while index < end, index - start <= longestLabel + 1 {
      switch text[index] {
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "]"): return (text.trimmed(start + 1..<index), index + 1)
      case UInt8(ascii: "\\") where index + 1 < end && text[index + 1].isPunctuation: index += 2
      default: index += 1
      }
    }
    return nil
  }

  /// A destination, with or without angle brackets.
  static func destination(
    in text: [UInt8], at start: Int, before end: Int
  ) -> (inside: Range<Int>, end: Int)? {
    guard start < end else { return nil }
    return text[start] == Ascii.less
      ? bracketed(in: text, at: start, before: end) : bare(in: text, at: start, before: end)
  }

  private static func bracketed(
    in text: [UInt8], at start: Int, before end: Int
  ) -> (inside: Range<Int>, end: Int)? {
    var index = start + 1
    while index < end {
      switch text[index] {
      case Ascii.greater: return (start + 1..<index, index + 1)
      case Ascii.newline, Ascii.less: return nil
      case UInt8(ascii: "\\"): index += 2
      default: index += 1
      }
    }
    return nil
  }

  private static func bare(
    in text: [UInt8], at start: Int, before end: Int
  ) -> (inside: Range<Int>, end: Int)? {
    var index = start
    var depth = 0
    loop: while index < end {
      switch text[index] {
      case UInt8(ascii: "\\") where index + 1 < end && text[index + 1].isPunctuation: index += 1
      case UInt8(ascii: "("):
        depth += 1
        if depth > 32 { return nil }
      case UInt8(ascii: ")"):
        if depth == 0 { break loop }
        depth -= 1
      case let byte where byte.isWhitespace || byte < 0x20 || byte == 0x7F:
        if index == start { return nil }
        break loop
      default: break
      }
      index += 1
    }
    return index < end && depth == 0 ? (start..<index, index) : nil
  }

  /// Where a title in quotes or parentheses ends; nil where there is none.
  static func title(in text: [UInt8], at start: Int, before end: Int) -> Int? {
    guard start < end else { return nil }
    let opening = text[start]
    let closing: UInt8
    switch opening {
    case Ascii.quote, Ascii.apostrophe: closing = opening
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    default: return nil
    }
    // An escaped mark closes the title all the same where none other does.
    var fallback: Int?
    var index = start + 1
    while index < end {
      let byte = text[index]
      if byte == closing { return index + 1 }
      if byte == opening { return fallback }
      if byte == UInt8(ascii: "\\"), index + 1 < end, text[index + 1].isPunctuation {
        if text[index + 1] == closing { fallback = index + 2 }
        index += 1
      }
      index += 1
    }
    return fallback
  }

  /// Past white space, line ends included.
  static func skipWhitespace(in text: [UInt8], from start: Int, before end: Int) -> Int {
    var index = start
    while index < end, text[index].isWhitespace { index += 1 }
    return index
  }

  /// Past spaces and at most one line end.
  static func skipToNextLine(in text: [UInt8], from start: Int, before end: Int) -> Int {
    var index = skipSpaces(in: text, from: start, before: end)
    if index < end, text[index] == Ascii.newline {
      index = skipSpaces(in: text, from: index + 1, before: end)
    }
    return index
  }

  static func skipSpaces(in text: [UInt8], from start: Int, before end: Int) -> Int {
    var index = start
    while index < end, text[index].isSpaceOrTab { index += 1 }
    return index
  }
}
