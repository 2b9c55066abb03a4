/// Eight bytes of a text, asked all at once: most texts hold little of what scanners look for.
@usableFromInline
package struct ByteBlock {
  @usableFromInline
  let bytes: UInt64

  /// Those from an index on, which have to be there.
  @inlinable @inline(__always)
  package init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    bytes = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  /// Whether one of them is such a byte.
  @inlinable @inline(__always)
  package func contains(_ byte: UInt8) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let differences = bytes ^ ones &* UInt64(byte)
    // Only where a byte is zero does taking one from it turn its highest bit on.
    return (differences &- ones) & ~differences & ones << 7 != 0
  }

  /// Whether one of them is a control character of ASCII, white space among them.
  @inlinable @inline(__always)
  package var containsControl: Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    return (bytes &- ones &* 0x20) & ~bytes & ones << 7 != 0
  }

  /// How many of them begin a Unicode scalar: all but those that are 10 and six bits.
  @inlinable @inline(__always)
  package var scalarCount: Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // The product has the sum of all bytes in its highest one.
    return Int((((~bytes >> 7 | bytes >> 6) & ones) &* ones) >> 56)
  }
}
