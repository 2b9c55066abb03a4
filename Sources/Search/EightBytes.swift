/// Eight bytes of a text, looked at all at once.
struct EightBytes {
  /// The first byte is the lowest.
  private let bytes: UInt64

  /// Those from an index on; zeros behind the end of the text.
  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    let left = text.count &- index
    bytes = left >= 8 ? Self.load(text, at: index) : Self.last(left, of: text)
  }

  @inline(__always)
  private static func load(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt64 {
    UInt64(
      littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(
        fromByteOffset: index, as: UInt64.self))
  }

  /// The last of a text, fewer than eight.
  @inline(never)
  private static func last(_ count: Int, of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard text.count < 8 else { return load(text, at: text.count - 8) >> UInt64(64 - count * 8) }
    return text.suffix(count).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = ones << 7

  /// How many letters and digits of ASCII come first.
  @inline(__always)
  var letterCount: Int {
    // Adding brings the highest bit of a byte up from a bound on.
    func isBetween(_ first: UInt64, _ last: UInt64, _ bytes: UInt64) -> UInt64 {
      (bytes &+ Self.ones &* (0x80 - first)) & ~(bytes &+ Self.ones &* (0x7F - last))
    }
    let low = bytes & ~Self.highBits
    let isLetter = isBetween(0x61, 0x7A, low | Self.ones &* 0x20)
    let isDigit = isBetween(0x30, 0x39, low)
    let others = ~((isLetter | isDigit) & ~bytes) & Self.highBits
    return others.trailingZeroBitCount / 8
  }

  /// So many letters and digits of ASCII, which come first, in lower case; zeros behind them.
  @inline(__always)
  func letters(_ count: Int) -> UInt64 {
    // Digits have the bit set that makes letters small.
    (bytes | Self.ones &* 0x20) & ~(.max << UInt64(count * 8))
  }

  /// How many come before the first that is such a byte; 8 where none is.
  @inline(__always)
  func count(before byte: UInt8) -> Int { isByte(byte).trailingZeroBitCount / 8 }

  /// The same for any of three.
  @inline(__always)
  func count(before a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
    (isByte(a) | isByte(b) | isByte(c)).trailingZeroBitCount / 8
  }

  /// The highest bit of every such byte, and perhaps some after the first.
  @inline(__always)
  private func isByte(_ byte: UInt8) -> UInt64 {
    let differences = bytes ^ Self.ones &* UInt64(byte)
    return (differences &- Self.ones) & ~differences & Self.highBits
  }
}
