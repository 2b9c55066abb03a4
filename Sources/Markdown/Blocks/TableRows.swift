import Text

enum TableAlignment: Int32 {
  case none, left, center, right
}

/// The grammar of table rows, from the GFM specification and cmark-gfm.
enum TableRow {
  /// The cells of a row, without the white space around them; none for a line that is no row.
  ///
  /// A pipe splits unless a backslash stands before it, whatever stands before that.
  static func cells(in text: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    if start < line.upperBound, text[start] == pipe { start += 1 }
    var index = start
    while index < line.upperBound {
      if text[index] == pipe, index == line.lowerBound || text[index - 1] != UInt8(ascii: "\\") {
        cells.append(text.trimmed(start..<index))
        start = index + 1
      }
      index += 1
    }
    // What follows the last pipe is a cell unless it is blank.
    let rest = text.trimmed(start..<line.upperBound)
    if !rest.isEmpty { cells.append(rest) }
    return cells
  }

  /// The alignments that a row of hyphens and colons gives; nil for another row.
  static func alignments(in text: [UInt8], _ line: Range<Int>) -> [TableAlignment]? {
    guard let first = text[line].first,
      first == pipe || first == Ascii.colon || first == Ascii.hyphen,
      text[line].allSatisfy({
        $0 == pipe || $0 == Ascii.colon || $0 == Ascii.hyphen || isSpace($0)
      }),
      // Hyphens alone underline a heading.
      text[line].contains(where: { $0 == pipe || $0 == Ascii.colon })
    else { return nil }
    let cells = cells(in: text, line)
    let alignments = cells.compactMap { alignment(text[$0]) }
    return alignments.isEmpty || alignments.count < cells.count ? nil : alignments
  }

  private static func alignment(_ cell: ArraySlice<UInt8>) -> TableAlignment? {
    let isLeft = cell.first == Ascii.colon
    let hyphens = isLeft ? cell.dropFirst() : cell
    let isRight = hyphens.last == Ascii.colon
    let rest = isRight ? hyphens.dropLast() : hyphens
    guard !rest.isEmpty, rest.allSatisfy({ $0 == Ascii.hyphen }) else { return nil }
    return isLeft ? (isRight ? .center : .left) : (isRight ? .right : TableAlignment.none)
  }

  /// A cell's text: `\|` is a pipe, even in code.
  static func unescaped(_ cell: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(cell.count)
    for byte in cell {
      if byte == pipe, bytes.last == UInt8(ascii: "\\") { bytes.removeLast() }
      bytes.append(byte)
    }
    return bytes
  }

  private static let pipe = UInt8(ascii: "|")

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == Ascii.space || byte == Ascii.tab || byte == 0x0B || byte == 0x0C
  }
}
