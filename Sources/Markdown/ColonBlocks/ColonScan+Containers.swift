import Text

/// Quotes, lists and the like, in which lines stand.
extension ColonScan {
  /// Goes past the marks of the containers, and tells how many of them go on.
  func enter(_ cursor: inout LineCursor, _ marks: inout QuoteMarks) -> Int {
    for (index, container) in containers.enumerated() {
      let ink = cursor.ink
      switch container {
      case .quote:
        guard ink.indent < 4, ink.offset < cursor.end, text[ink.offset] == Ascii.greater else {
          return index
        }
        cursor.skipQuoteMark()
        marks.quote()
      case .item(let width, _):
        if ink.offset < cursor.end {
          guard ink.indent >= width else { return index }
          cursor.advance(columns: width)
        }
        marks.indent(width)
      case .block: marks.block()
      }
    }
    return containers.count
  }

  /// Opens a quote, an item or what is like one.
  mutating func push(
    _ start: BlockStart?, _ cursor: inout LineCursor, _ marks: inout QuoteMarks, _ indent: Int,
    on line: Int
  ) -> Bool {
    let isParagraph = if case .paragraph = leaf { true } else { false }
    switch start {
    case .quote:
      cursor.skipQuoteMark()
      noteCallout(cursor, line)
      containers.append(.quote)
      marks.quote()
    case .item(let marker, let canInterrupt):
      guard !isParagraph || canInterrupt else { return false }
      push(marker: marker, width: nil, &cursor, &marks, indent)
    case .footnote(let rest):
      push(marker: rest - cursor.ink.offset, width: 4, &cursor, &marks, indent)
    case .definition:
      guard isParagraph || followsParagraph else { return false }
      push(marker: 1, width: nil, &cursor, &marks, indent, isDefinition: true)
    default: return false
    }
    leaf = .none
    followsParagraph = false
    return true
  }

  mutating func push(
    marker: Int, width: Int?, _ cursor: inout LineCursor, _ marks: inout QuoteMarks, _ indent: Int,
    isDefinition: Bool = false
  ) {
    let start = cursor.ink.offset
    cursor.skipToInk()
    cursor.advance(columns: marker)
    let spaces = cursor.ink
    let isEmpty = spaces.offset >= cursor.end
    let padding = isEmpty || spaces.indent > 4 || spaces.indent < 1 ? 1 : spaces.indent
    if width == nil { cursor.advance(columns: padding) }
    containers.append(
      .item(width: width ?? indent + marker + padding, isDefinition: isDefinition))
    marks.marker(text[start..<start + marker], indent: indent, padding: width == nil ? padding : 0)
  }
}

extension LineCursor {
  /// Past `>` and the space behind it.
  fileprivate mutating func skipQuoteMark() {
    skipToInk()
    advance(columns: 1)
    if offset < end, text[offset].isSpaceOrTab { advance(columns: 1) }
  }
}
