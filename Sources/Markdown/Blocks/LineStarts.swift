import Text

/// What the start of a line begins, where libcmark took the line for a continuation.
enum LineStart {
  /// Whether a line begins a block that can follow a table at once, though it could not interrupt
  /// a paragraph.
  static func endsTable(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    guard let first = text[line].first else { return true }
    switch first {
    case UInt8(ascii: "*"), UInt8(ascii: "+"), Ascii.hyphen:
      if line.count == 1 || text[line.lowerBound + 1].isSpaceOrTab { return true }
      return first != UInt8(ascii: "+") && isThematicBreak(text, line)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = text[line].prefix(while: \.isDigit)
      let next = digits.endIndex
      guard digits.count < 10, next < line.upperBound,
        text[next] == Ascii.dot || text[next] == UInt8(ascii: ")")
      else { return false }
      return next + 1 == line.upperBound || text[next + 1].isSpaceOrTab
    case Ascii.less:
      // The seventh kind of HTML block: one whole tag alone on its line.
      var html = AngleBrackets()
      guard let end = html.html(in: text, at: line.lowerBound, before: line.upperBound) else {
        return false
      }
      return text[end..<line.upperBound].allSatisfy(\.isWhitespace)
    default: return false
    }
  }

  /// Whether words after a mark can begin a paragraph, which the next line goes on with; false
  /// where that is not sure.
  static func mayBeginParagraph(_ text: [UInt8], _ words: Range<Int>) -> Bool {
    guard !endsTable(text, words) else { return false }
    switch text[words.lowerBound] {
    case Ascii.hash, Ascii.greater, Ascii.less: return false
    case UInt8(ascii: "_"): return !isThematicBreak(text, words)
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      return text[words].prefix { $0 == text[words.lowerBound] }.count < 3
    default: return true
    }
  }

  static func isThematicBreak(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    var count = 0
    for byte in text[line] where !byte.isSpaceOrTab {
      guard byte == text[line.lowerBound] else { return false }
      count += 1
    }
    return count >= 3
  }

  /// The label of a footnote definition, `[^label]:`, and where its text begins. `bracket` is the
  /// byte that stands for `[`.
  static func footnote(
    _ text: [UInt8], _ line: Range<Int>, bracket: UInt8
  ) -> (label: Range<Int>, rest: Int)? {
    let start = line.lowerBound
    guard line.count >= 5, text[start] == bracket, text[start + 1] == UInt8(ascii: "^") else {
      return nil
    }
    var index = start + 2
    while index < line.upperBound, text[index] != UInt8(ascii: "]") {
      guard !text[index].isWhitespace, text[index] != bracket else { return nil }
      index += 1
    }
    guard index > start + 2, index - start <= LinkSyntax.longestLabel, index + 1 < line.upperBound,
      text[index + 1] == Ascii.colon
    else { return nil }
    let rest = LinkSyntax.skipSpaces(in: text, from: index + 2, before: line.upperBound)
    return (start + 2..<index, rest)
  }

  /// Whether a line is `: definition`.
  static func isDefinition(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    guard line.count >= 3, text[line.lowerBound] == Ascii.colon,
      text[line.lowerBound + 1].isSpaceOrTab
    else { return false }
    return !text[line.dropFirst()].allSatisfy(\.isSpaceOrTab)
  }
}
