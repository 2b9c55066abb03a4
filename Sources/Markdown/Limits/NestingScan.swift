import Text

/// Finds the line on which a text nests too deep, before libcmark sees it, whose time grows with
/// the square of the depth.
///
/// Everything that can begin a quote, a list item, a footnote or a definition counts, so that what
/// passes is never deeper than it seems; only fenced code that stands in none of them is left out.
struct NestingScan {
  private let text: [UInt8]
  private var fences = TopFences()
  /// The columns at which the content of list items begins that may be open, in order.
  private var items: [Int] = []
  private var line = 0

  init(_ text: [UInt8]) {
    self.text = text
  }

  /// Where the limit is passed first.
  mutating func excess() -> Document.Excess? {
    let hasReturns = text.offset(of: Ascii.carriageReturn) != nil
    guard hasReturns || hasLongLead else { return nil }
    var start = 0
    while start < text.count {
      let end = text.lineEnd(from: start, hasReturns: hasReturns) ?? text.count
      line += 1
      if let column = passes(start..<end) {
        return .init(kind: .nesting, line: line, column: column)
      }
      start = end + (text.has("\r\n", at: end) ? 2 : 1)
    }
    return nil
  }

  /// Whether so many marks and spaces stand before the words of a line that it may be too deep.
  ///
  /// Each byte of them is one quote at most, or a tab to four columns, at each of which an item's
  /// content may begin.
  private var hasLongLead: Bool {
    func isLong(from start: Int) -> Bool {
      var end = start
      while end < text.count, Self.canLead(text[end]) { end += 1 }
      return end - start > Document.Excess.nestingLimit / 5 || text.has("[^", at: end)
    }
    return isLong(from: 0) || text.contains(Ascii.newline) { isLong(from: $0 + 1) }
  }

  /// Whether it can stand before the words of a line, but for the label of a footnote.
  private static func canLead(_ byte: UInt8) -> Bool {
    switch byte {
    case Ascii.space, Ascii.tab, Ascii.greater, Ascii.hyphen, UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: "0")...UInt8(ascii: "9"), Ascii.dot, UInt8(ascii: ")"),
      Ascii.colon:
      true
    default: false
    }
  }

  /// Whether a line that begins with it is more than words.
  private static func canBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case Ascii.space, Ascii.tab, Ascii.greater, Ascii.hyphen, UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "["), Ascii.colon,
      UInt8(ascii: "`"), UInt8(ascii: "~"), Ascii.less:
      true
    default: false
    }
  }

  /// The column at which a line passes the limit.
  private mutating func passes(_ range: Range<Int>) -> Int? {
    guard !range.isEmpty else {
      fences.passBlank()
      return nil
    }
    // Most lines begin with a letter.
    guard Self.canBegin(text[range.lowerBound]) || fences.mayEnd else { return nil }
    guard !fences.isOpen else {
      fences.close(text, range)
      return nil
    }
    var cursor = LineCursor(text, range)
    var rule: Range<Int>?
    cursor.skipToInk()
    var quotes = 0
    var levels = items.isEmpty ? 0 : items.count { $0 <= cursor.column }
    while true {
      cursor.skipToInk()
      guard cursor.offset < range.upperBound else {
        if quotes == 0 { fences.passBlank() }
        return nil
      }
      let column = cursor.offset - range.lowerBound + 1
      let byte = text[cursor.offset]
      if byte == Ascii.greater {
        cursor.advance(columns: 1)
        if cursor.offset < range.upperBound, text[cursor.offset].isSpaceOrTab {
          cursor.advance(columns: 1)
        }
        quotes += 1
      } else if let width = marker(at: cursor.offset, before: range.upperBound) {
        // A line of nothing but `-` or `*` from here on is a rule and begins no lists.
        let end = rule ?? text.repetition(endOf: range)
        rule = end
        if byte == Ascii.hyphen || byte == UInt8(ascii: "*"), end.contains(cursor.offset),
          byte == text[end.lowerBound]
        {
          return nil
        }
        closeItems(at: cursor.column)
        cursor.advance(columns: width)
        let spaces = cursor.ink.indent
        levels = insert(cursor.column + (1...4 ~= spaces ? spaces : 1))
      } else {
        if quotes == 0 { pass(cursor, before: range.upperBound) }
        return nil
      }
      if quotes + levels > Document.Excess.nestingLimit { return column }
    }
  }

  private mutating func pass(_ cursor: LineCursor, before end: Int) {
    let words = cursor.offset..<end
    if fences.begins(text, words) { closeItems(at: cursor.column) }
    fences.pass(text, words, isInside: !items.isEmpty || cursor.column > 3)
  }

  /// Leaves out the items that a block at a column closes. Further in it may be code, or go on a
  /// paragraph, and close none.
  private mutating func closeItems(at column: Int) {
    guard column < 4 else { return }
    while let last = items.last, last > column { items.removeLast() }
  }

  /// Adds an item by its content's column; returns how many it and those around it may be.
  private mutating func insert(_ column: Int) -> Int {
    let place = items.lastIndex { $0 < column }.map { $0 + 1 } ?? 0
    if place == items.count {
      items.append(column)
    } else if items[place] != column {
      items.insert(column, at: place)
    }
    return place + 1
  }

  /// The length of what begins a list item, a footnote or a definition.
  private func marker(at start: Int, before end: Int) -> Int? {
    switch text[start] {
    case Ascii.hyphen, UInt8(ascii: "*"), UInt8(ascii: "+"), Ascii.colon:
      return isSpace(start + 1, before: end) ? 1 : nil
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var index = start
      while index < end, index - start < 10, text[index].isDigit { index += 1 }
      guard index < end, text[index] == Ascii.dot || text[index] == UInt8(ascii: ")"),
        isSpace(index + 1, before: end)
      else { return nil }
      return index + 1 - start
    case UInt8(ascii: "["):
      return LineStart.footnote(text, start..<end, bracket: UInt8(ascii: "["))
        .map { $0.label.upperBound + 2 - start }
    default: return nil
    }
  }

  private func isSpace(_ index: Int, before end: Int) -> Bool {
    index >= end || text[index].isSpaceOrTab
  }
}

extension [UInt8] {
  /// The longest end of a line that holds one byte alone, white space aside.
  fileprivate func repetition(endOf range: Range<Int>) -> Range<Int> {
    var start = range.upperBound
    var byte: UInt8?
    while start > range.lowerBound {
      let next = self[start - 1]
      if !next.isSpaceOrTab {
        if let byte, byte != next { break }
        byte = next
      }
      start -= 1
    }
    while start < range.upperBound, self[start].isSpaceOrTab { start += 1 }
    return start..<range.upperBound
  }
}
