import Text

/// Finds where in the source a link's destination is written.
///
/// libcmark's columns are wrong on continuation lines, so the destination is looked for between
/// its block's first and last line, from the previous link on.
struct LinkPlaces {
  let source: [UInt8]
  private var lines: Lines?
  private var block: Int32 = -1
  private var cursor = 0
  /// The last place that was told: counting on from there keeps long lines cheap.
  private var last = (offset: 0, line: 0, column: 1)
  /// The length of a line that was told whole, for the same reason.
  private var whole = (line: 0, length: 1)
  /// How many bytes may still be searched in vain, in a text made to be slow.
  private var patience: Int

  init(_ source: [UInt8]) {
    self.source = source
    patience = source.count * 8 + 65_536
  }

  mutating func place(
    of destination: ArraySlice<UInt8>, from block: Tree.Node
  ) -> (line: Int, column: Int, length: Int) {
    let lines = self.lines ?? Lines(source)
    self.lines = lines
    if self.block != block.line {
      self.block = block.line
      cursor = lines.start(ofLine: Int(block.line))
    }
    let end = lines.range(ofLine: max(Int(block.lastLine), Int(block.line))).upperBound
    guard let found = find(destination, in: min(cursor, end)..<end) else {
      let line = Int(block.line)
      if whole.line != line { whole = (line, max(1, lines.text(ofLine: line).count)) }
      return (line, 1, whole.length)
    }
    cursor = found.upperBound
    let line = lines.line(at: found.lowerBound)
    let column =
      last.line == line && last.offset <= found.lowerBound
      ? last.column
        + String(decoding: source[last.offset..<found.lowerBound], as: UTF8.self).count
      : lines.column(at: found.lowerBound)
    last = (found.lowerBound, line, column)
    return (line, column, String(decoding: destination, as: UTF8.self).count)
  }

  private mutating func find(_ destination: ArraySlice<UInt8>, in range: Range<Int>) -> Range<Int>?
  {
    guard !destination.isEmpty, patience > 0 else { return nil }
    // So much of a long one tells it from others; more would cost too much in a text made to be slow.
    let word = destination.prefix(256)
    guard let start = source.offset(of: word, in: range) else {
      patience -= range.count
      return nil
    }
    return start..<start + word.count
  }
}
