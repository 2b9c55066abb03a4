import Text

/// An entry that holds a word, and how much it has to do with it.
struct Find: BitwiseCopyable {
  let entry: UInt32
  let steps: UInt8
}

extension ByteWriter {
  /// Appends an entry by how far it stands behind the last one, as it stands in a shard.
  @inline(__always)
  mutating func append(_ find: Find, after last: Int) {
    append(leb128: (Int(find.entry) - last) << Relevance.bits | Int(find.steps))
  }

  @inline(__always)
  mutating func append(leb128 number: Int) {
    var rest = number
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}
