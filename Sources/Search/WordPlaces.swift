/// How often a word stands in an entry, and where.
struct WordPlaces: BitwiseCopyable {
  /// In one number, as all of it is counted on at every word: how often it stands in the text, 32
  /// bits above how often in the title, and in the highest bit whether in a label.
  private var bits: UInt64 = 0

  /// Where the words stand that are being read.
  struct Place {
    fileprivate let counted: UInt64
    fileprivate let marked: UInt64

    static let text = Place(counted: 1, marked: 0)
    static let heading = Place(counted: 1, marked: labelBit)
    static let title = Place(counted: titleUnit, marked: 0)
    static let label = Place(counted: 0, marked: labelBit)
  }

  private static let titleUnit: UInt64 = 1 << 32
  private static let labelBit: UInt64 = 1 << 63

  @inline(__always)
  mutating func add(_ place: Place) { bits = bits &+ place.counted | place.marked }

  var isNowhere: Bool { bits == 0 }
  var text: Int { Int(truncatingIfNeeded: bits & (Self.titleUnit - 1)) }
  var title: Int { Int(truncatingIfNeeded: (bits & ~Self.labelBit) >> 32) }
  var isLabel: Bool { bits & Self.labelBit != 0 }
}
