/// A word that is being read, in blocks of eight bytes: most words end in their first.
///
/// The first byte of a block is the lowest. Zeros follow the last byte of a word, at least one, so
/// that two words are the same where their blocks are, and no number of blocks needs to be known.
struct WordBlocks: ~Copyable {
  /// Thirty-two scalars, zeros behind them, and one block more that is always written to.
  private var blocks = Row<UInt64>(repeating: 0, count: 18)
  /// In bytes.
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  subscript(index: Int) -> UInt64 {
    @inline(__always) get { blocks[index] }
  }

  /// The index of the last block, which ends in a zero.
  var last: Int { count / 8 }

  /// Appends so many bytes, at most eight, from the lowest on; zeros have to follow them.
  @inline(__always)
  mutating func append(_ bytes: UInt64, _ added: Int) {
    let bits = UInt64(count % 8 * 8)
    blocks[last] |= bytes << bits
    blocks[last + 1] = bytes >> (64 - bits)
    count += added
  }

  mutating func removeAll() {
    count = 0
    blocks[0] = 0
  }

  mutating func removeFirst(_ removed: Int) {
    let bits = UInt64(removed % 8 * 8)
    for index in removed / 8...last {
      let next = index < last ? blocks[index + 1] << (64 - bits) : 0
      blocks[index - removed / 8] = blocks[index] >> bits | next
    }
    count -= removed
  }
}

extension UInt64 {
  /// Whether a block is the last of its word.
  var endsWord: Bool { self >> 56 == 0 }
}
