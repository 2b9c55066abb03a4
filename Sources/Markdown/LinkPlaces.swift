import Text

/// Finds where in the source a link's destination is written.
///
/// libcmark's columns are wrong on continuation lines, so the destination is looked for between
/// its block's first and last line, from the previous link on.
struct LinkPlaces {
  private let source: [UInt8]
  private var lines: Lines?
  private var block: Int32 = -1
  private var cursor = 0

  init(_ source: [UInt8]) {
    self.source = source
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
    guard !destination.isEmpty,
      let found = source[min(cursor, end)..<end].firstRange(of: destination)
    else {
      let line = source[lines.range(ofLine: Int(block.line))]
      return (Int(block.line), 1, max(1, String(decoding: line, as: UTF8.self).count))
    }
    cursor = found.upperBound
    return (
      lines.line(at: found.lowerBound), lines.column(at: found.lowerBound),
      String(decoding: destination, as: UTF8.self).count
    )
  }
}
