import Text

/// An entry that holds a word, and how much it has to do with it.
struct Find: BitwiseCopyable {
  /// Both in one, as a shard has them: the steps are the lowest bits.
  fileprivate let number: UInt32

  init(entry: UInt32, steps: UInt8) { number = entry << Relevance.bits | UInt32(steps) }

  var entry: UInt32 { number >> Relevance.bits }
  var steps: UInt8 { UInt8(number & (1 << Relevance.bits - 1)) }
}

extension ByteWriter {
  /// Appends an entry by how far it stands behind the last one, as it stands in a shard.
  @inline(__always)
  mutating func append(_ find: Find, after last: Int) {
    append(leb128: Int(find.number) - last << Relevance.bits)
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
