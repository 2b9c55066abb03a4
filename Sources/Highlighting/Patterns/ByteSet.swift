/// A set of bytes.
struct ByteSet: Hashable, Sendable {
  private var low: UInt128 = 0
  private var high: UInt128 = 0

  static let all = ByteSet(UInt8.min...UInt8.max)
  static let word = ByteSet { $0.isOfWord }

  init() {}

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { insert(byte) }
  }

  init(where isMember: (UInt8) -> Bool) {
    for byte in UInt8.min...UInt8.max where isMember(byte) { insert(byte) }
  }

  func contains(_ byte: UInt8) -> Bool {
    (byte < 128 ? low : high) & UInt128(1) << UInt128(byte & 127) != 0
  }

  mutating func insert(_ byte: UInt8) {
    let bit = UInt128(1) << UInt128(byte & 127)
    if byte < 128 { low |= bit } else { high |= bit }
  }

  mutating func formUnion(_ other: ByteSet) {
    low |= other.low
    high |= other.high
  }

  var inverted: ByteSet {
    var set = self
    set.low = ~low
    set.high = ~high
    return set
  }

  /// The byte of a set of one.
  var only: UInt8? {
    guard low.nonzeroBitCount + high.nonzeroBitCount == 1 else { return nil }
    return UInt8(low != 0 ? low.trailingZeroBitCount : 128 + high.trailingZeroBitCount)
  }

  /// Capital and small letters both, where there is one of them.
  var ignoringCase: ByteSet {
    var set = self
    // From `A` to `Z`, and the same 32 bits further.
    let capitals = UInt128(0x3FF_FFFF) << 0x41
    set.low |= (low & capitals) << 32 | (low >> 32) & capitals
    return set
  }

  var isEmpty: Bool { low == 0 && high == 0 }
}
