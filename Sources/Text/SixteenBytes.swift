/// Sixteen bytes of a text, asked all at once.
@usableFromInline
package typealias SixteenBytes = SIMD16<UInt8>

extension SixteenBytes {
  /// Those from an index on, and zeros behind the end of the text.
  @inlinable @inline(__always)
  package init(_ text: UnsafeBufferPointer<UInt8>, from index: Int) {
    let isWhole = text.count &- index >= 16
    self = isWhole ? SixteenBytes(text, at: index) : .end(of: text, from: index)
  }

  @inline(never) @usableFromInline
  static func end(of text: UnsafeBufferPointer<UInt8>, from index: Int) -> SixteenBytes {
    index < text.count ? SixteenBytes(endOf: text, from: index) : SixteenBytes()
  }

  /// Those from an index on, which have to be there.
  @inlinable @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    self = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: Self.self)
  }

  /// A text's end from an index on, one to fifteen, with zeros behind them. Nothing outside the
  /// text is read.
  @inline(__always)
  init(endOf text: UnsafeBufferPointer<UInt8>, from index: Int) {
    let (bits, start) =
      text.count < 16
      ? (Self.short(text), 0)
      // What is left is had with some of what comes before.
      : (Self.load(text, at: text.count &- 16), text.count &- 16)
    self = unsafeBitCast((bits &>> UInt128(8 &* (index &- start))).littleEndian, to: Self.self)
  }

  /// A text of less than sixteen bytes, from two or three loads that lie over one another.
  @inline(__always)
  private static func short(_ text: UnsafeBufferPointer<UInt8>) -> UInt128 {
    let count = text.count
    func place(_ index: Int) -> UInt64 { UInt64(truncatingIfNeeded: 8 &* index) }
    if count >= 8 {
      let (first, last): (UInt64, UInt64) = (load(text, at: 0), load(text, at: count &- 8))
      return UInt128(first) | UInt128(last) &<< UInt128(place(count &- 8))
    }
    if count >= 4 {
      let (first, last): (UInt32, UInt32) = (load(text, at: 0), load(text, at: count &- 4))
      return UInt128(UInt64(first) | UInt64(last) &<< place(count &- 4))
    }
    guard count > 0 else { return 0 }
    return UInt128(
      UInt64(text[0]) | UInt64(text[count / 2]) &<< place(count / 2)
        | UInt64(text[count &- 1]) &<< place(count &- 1))
  }

  @inline(__always)
  private static func load<Bits: FixedWidthInteger & BitwiseCopyable>(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Bits {
    let bytes = UnsafeRawBufferPointer(text)
    return Bits(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: Bits.self))
  }
}

extension SixteenBytes {
  /// Which are such a byte.
  @inlinable @inline(__always)
  package func are(_ byte: UInt8) -> SIMDMask<SIMD16<Int8>> {
    // To compare with a single byte is slow, as it is done one by one.
    self .== SixteenBytes(repeating: byte)
  }

  /// Which are at most such a byte.
  @inlinable @inline(__always)
  package func are(upTo last: UInt8) -> SIMDMask<SIMD16<Int8>> {
    self .<= SixteenBytes(repeating: last)
  }

  /// Which are one of the bytes from a first through a last.
  @inlinable @inline(__always)
  package func are(from first: UInt8, through last: UInt8) -> SIMDMask<SIMD16<Int8>> {
    (self &- SixteenBytes(repeating: first)).are(upTo: last - first)
  }

  /// Which go on with a Unicode scalar: 10 and six bits.
  @inlinable @inline(__always)
  package var continueScalar: SIMDMask<SIMD16<Int8>> {
    unsafeBitCast(self, to: SIMD16<Int8>.self) .< SIMD16<Int8>(repeating: -0x40)
  }

  /// The same with some bits turned on in each: with 0x20, capitals are small letters.
  @inlinable @inline(__always)
  package func with(_ bits: UInt8) -> SixteenBytes { self | SixteenBytes(repeating: bits) }
}

extension SIMDMask<SIMD16<Int8>> {
  /// How many stand before the first that is true.
  @inlinable @inline(__always)
  package var falseCount: Int {
    let (first, last) = halves
    return first | last == 0 ? 16 : bits.trailingZeroBitCount / 8
  }

  /// How many are true.
  @inlinable @inline(__always)
  package var trueCount: Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (first, last) = halves
    // The product has the sum of all bytes in its highest one.
    return Int(((first & ones &+ last & ones) &* ones) >> 56)
  }

  /// One bit of each that is true.
  @inlinable @inline(__always)
  package var highBits: UInt128 { bits & 0x8080_8080_8080_8080_8080_8080_8080_8080 }

  /// All bits of each that is true: those of the first eight, and those of the last.
  @inlinable @inline(__always)
  package var halves: (first: UInt64, last: UInt64) {
    (UInt64(truncatingIfNeeded: bits), UInt64(truncatingIfNeeded: bits >> 64))
  }

  /// The first are the lowest.
  @inlinable @inline(__always)
  package var bits: UInt128 { unsafeBitCast(self, to: UInt128.self).littleEndian }
}

extension ByteWriter {
  /// Appends a text from an index on, up to the first byte that is marked, and says where that is;
  /// the text's end where none is.
  @inline(__always)
  mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int,
    upTo marked: (SixteenBytes) -> SIMDMask<SIMD16<Int8>>
  ) -> Int {
    var index = start
    makeRoom(for: text.count &- start &+ 16)
    while index &+ 16 <= text.count {
      let bytes = SixteenBytes(text, at: index)
      store(bytes)
      let passed = marked(bytes).falseCount
      count &+= passed
      index &+= passed
      if passed < 16 { return index }
    }
    guard index < text.count else { return index }
    let bytes = SixteenBytes(endOf: text, from: index)
    store(bytes)
    let passed = min(marked(bytes).falseCount, text.count &- index)
    count &+= passed
    return index &+ passed
  }
}
