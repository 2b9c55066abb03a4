/// The bytes of a word that is being read, in place: most words end before they would have been worth
/// an array.
struct WordBytes {
  /// Thirty-two scalars, and room for eight bytes to be written at once.
  private var bytes = InlineArray<136, UInt8>(repeating: 0)
  private(set) var count = 0

  init() {}

  /// A word of at most eight bytes, from what `start()` says of it.
  init(_ start: UInt64) {
    append(start.byteSwapped, 8 - start.trailingZeroBitCount / 8)
  }

  var isEmpty: Bool { count == 0 }

  subscript(index: Int) -> UInt8 { bytes[index] }

  /// The first eight bytes, the first of them the highest; zeros where there are none.
  ///
  /// As numbers they are in the order of the bytes. To only read them in place counts as changing
  /// them; else all of them would be copied first.
  @inline(__always)
  mutating func start() -> UInt64 {
    let eight = withUnsafeBytes(of: &bytes) { UInt64(bigEndian: $0.load(as: UInt64.self)) }
    return count < 8 ? eight & ~(.max >> UInt64(count * 8)) : eight
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    bytes[count] = byte
    count += 1
  }

  /// Appends the first of eight bytes.
  @inline(__always)
  mutating func append(_ eight: UInt64, _ taken: Int) {
    precondition(count <= 128)
    withUnsafeMutableBytes(of: &bytes) { bytes in
      bytes.storeBytes(of: eight.littleEndian, toByteOffset: count, as: UInt64.self)
    }
    count += taken
  }

  mutating func removeAll() { count = 0 }

  mutating func removeFirst(_ removed: Int) {
    for index in removed..<count { bytes[index - removed] = bytes[index] }
    count -= removed
  }
}

/// Eight bytes of a text, looked at all at once.
struct EightBytes {
  /// The first byte is the lowest.
  private let bytes: UInt64

  /// Those from an index on; zeros behind the end of the text.
  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    guard index + 8 <= text.count else {
      bytes = text[index...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
      return
    }
    bytes = UInt64(
      littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(
        fromByteOffset: index, as: UInt64.self))
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Letters of ASCII in lower case; digits have the bit set that makes letters small.
  @inline(__always)
  var lowercase: UInt64 { bytes | Self.ones &* 0x20 }

  /// The first of them in lower case, at most seven, in the order of `WordBytes.start()`.
  @inline(__always)
  func start(_ count: Int) -> UInt64 {
    lowercase.byteSwapped & ~(.max >> UInt64(count * 8))
  }

  /// How many letters and digits of ASCII come first.
  @inline(__always)
  var letterCount: Int {
    let highBits = Self.ones << 7
    // Adding brings the highest bit of a byte up from a bound on.
    func isBetween(_ first: UInt64, _ last: UInt64, _ bytes: UInt64) -> UInt64 {
      (bytes &+ Self.ones &* (0x80 - first)) & ~(bytes &+ Self.ones &* (0x7F - last))
    }
    let isLetter = isBetween(0x61, 0x7A, lowercase & ~highBits)
    let isDigit = isBetween(0x30, 0x39, bytes & ~highBits)
    let others = ~((isLetter | isDigit) & ~bytes) & highBits
    return others.trailingZeroBitCount / 8
  }
}
