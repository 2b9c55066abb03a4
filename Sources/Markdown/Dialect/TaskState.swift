import Text

/// Of a list item: `[ ]` or `[x]` at its start, as the GFM specification has it.
enum TaskState: Int32 {
  case open = 1
  case done = 2

  init?(in text: [UInt8], _ range: Range<Int>) {
    let start = range.lowerBound
    guard range.count >= 4, text[start] == UInt8(ascii: "["), text[start + 2] == UInt8(ascii: "]"),
      text[start + 3].isWhitespace, text[start + 3] != Ascii.newline
    else { return nil }
    switch text[start + 1] {
    case Ascii.space: self = .open
    case UInt8(ascii: "x"), UInt8(ascii: "X"): self = .done
    default: return nil
    }
  }
}
