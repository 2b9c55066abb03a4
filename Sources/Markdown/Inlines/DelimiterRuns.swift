import Text

extension InlineParser {
  /// A run of one delimiter; one whose length is none of `lengths` stands for itself.
  mutating func delimiterRun(_ byte: UInt8, lengths: ClosedRange<Int> = 1...Int.max) {
    let first = position
    var last = position
    while last < end, input[last] == byte { last += 1 }
    let isStrikethrough = byte == UInt8(ascii: "~")
    let before = classBefore(first, skippingTildes: !isStrikethrough)
    let after = classAfter(last, skippingTildes: !isStrikethrough)
    let isLeft = after != .space && (after != .punctuation || before != .other)
    let isRight = before != .space && (before != .punctuation || after != .other)
    let isUnderscore = byte == UInt8(ascii: "_")
    let canOpen = isLeft && (!isUnderscore || !isRight || before == .punctuation)
    let canClose = isRight && (!isUnderscore || !isLeft || after == .punctuation)
    push(first..<last, canOpen, canClose, fits: lengths.contains(last - first))
  }

  /// A straight quote, which curls where it opens, closes or is an apostrophe.
  mutating func quote(_ byte: UInt8) {
    let before = classBefore(position, skippingTildes: true)
    let after = classAfter(position + 1, skippingTildes: true)
    let isLeft = after != .space && (after != .punctuation || before != .other)
    let isRight = before != .space && (before != .punctuation || after != .other)
    let previous = position > start ? input[position - 1] : Ascii.newline
    let canOpen =
      isLeft && !isRight && previous != UInt8(ascii: "]") && previous != UInt8(ascii: ")")
    // Between letters it is an apostrophe, whatever is open.
    let isApostrophe = byte == Ascii.apostrophe && before == .other && after == .other
    push(position..<position + 1, canOpen, isRight && !isApostrophe, fits: true)
  }

  private mutating func push(
    _ range: Range<Int>, _ canOpen: Bool, _ canClose: Bool, fits: Bool
  ) {
    let index = delimiters.append(
      input[range.lowerBound], length: range.count, canOpen: canOpen, canClose: canClose,
      onStack: fits && (canOpen || canClose))
    pieces.append(
      Piece(
        kind: .delimiter, start: Int32(range.lowerBound), end: Int32(range.upperBound),
        index: index))
    position = range.upperBound
  }

  /// The class of the character before a place. Tildes are looked through where they strike text
  /// out, as cmark-gfm does.
  private func classBefore(_ place: Int, skippingTildes: Bool) -> CharacterClass {
    var index = place - 1
    if skippingTildes, syntax.contains(.strikethrough) {
      while index >= start, input[index] == UInt8(ascii: "~") { index -= 1 }
    }
    guard index >= start else { return .space }
    if input[index] < 0x80 { return CharacterClass(input[index]) }
    while index > start, input[index] & 0xC0 == 0x80 { index -= 1 }
    return CharacterClass(input.scalar(at: index))
  }

  private func classAfter(_ place: Int, skippingTildes: Bool) -> CharacterClass {
    var index = place
    if skippingTildes, syntax.contains(.strikethrough) {
      while index < end, input[index] == UInt8(ascii: "~") { index += 1 }
    }
    guard index < end else { return .space }
    if input[index] < 0x80 { return CharacterClass(input[index]) }
    return CharacterClass(input.scalar(at: index))
  }
}
