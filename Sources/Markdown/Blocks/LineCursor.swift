import Text

/// A place in a line, as columns and bytes; a tab leads to the next multiple of four columns and
/// can be passed in parts.
struct LineCursor {
  let text: [UInt8]
  let end: Int
  private(set) var offset: Int
  private(set) var column = 0
  /// The column at which the byte at `offset` starts.
  private var byteColumn = 0

  init(_ text: [UInt8], _ line: Range<Int>) {
    self.text = text
    offset = line.lowerBound
    end = line.upperBound
  }

  /// The next byte that is no space or tab, and how many columns lie before it.
  var ink: (offset: Int, indent: Int) {
    var index = offset
    var reached = byteColumn
    while index < end, text[index].isSpaceOrTab {
      reached += text[index] == Ascii.tab ? 4 - reached % 4 : 1
      index += 1
    }
    return (index, max(reached, column) - column)
  }

  /// How many columns of the tab at `offset` have been passed.
  var passedOfTab: Int { column - byteColumn }

  mutating func advance(columns: Int) {
    var columns = columns
    while columns > 0, offset < end {
      let width = text[offset] == Ascii.tab ? 4 - byteColumn % 4 : 1
      let left = byteColumn + width - column
      if left > columns {
        column += columns
        return
      }
      columns -= left
      offset += 1
      byteColumn += width
      column = byteColumn
    }
  }

  mutating func skipToInk() {
    let ink = ink
    column += ink.indent
    byteColumn = column
    offset = ink.offset
  }
}
