/// The letters and digits of ASCII that come first in eight bytes of a text.
struct Letters {
  /// How many, from 0 to 8.
  let count: Int
  /// In lower case, the first the lowest; zeros behind them.
  let bytes: UInt64

  /// Behind the end of the text there are none.
  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    let left = text.count &- index
    let eight = left >= 8 ? Self.load(text, at: index) : Self.last(left, of: text)
    /// To compare with a single byte is slow: it is done one by one.
    func each(_ byte: UInt8) -> SIMD8<UInt8> { SIMD8(repeating: byte) }
    // Digits stay as they are: they have the bit set that makes letters small.
    let small = eight | each(0x20)
    let areLetters = small &- each(UInt8(ascii: "a")) .<= each(25)
    let areDigits = eight &- each(UInt8(ascii: "0")) .<= each(9)
    let others = unsafeBitCast(.!(areLetters .| areDigits), to: UInt64.self)
    count = others.trailingZeroBitCount / 8
    // To take one from a number turns on the bits below its lowest.
    bytes = unsafeBitCast(small, to: UInt64.self) & ~others & (others &- 1)
  }

  @inline(__always)
  private static func load(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> SIMD8<UInt8> {
    UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: SIMD8<UInt8>.self)
  }

  /// The last of a text, fewer than eight.
  @inline(never)
  private static func last(_ count: Int, of text: UnsafeBufferPointer<UInt8>) -> SIMD8<UInt8> {
    let number =
      text.count < 8
      ? text.suffix(count).reversed().reduce(0) { $0 << 8 | UInt64($1) }
      : unsafeBitCast(load(text, at: text.count - 8), to: UInt64.self) >> UInt64(64 - count * 8)
    return unsafeBitCast(number, to: SIMD8<UInt8>.self)
  }
}
