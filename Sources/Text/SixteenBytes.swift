/// Sixteen bytes of a text, asked all at once.
typealias SixteenBytes = SIMD16<UInt8>

extension SixteenBytes {
  /// Those from an index on, which have to be there.
  @inline(__always)
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

extension SIMDMask<SIMD16<Int8>> {
  /// How many stand before the first that is true.
  @inline(__always)
  var falseCount: Int {
    let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    if halves[0] | halves[1] == 0 { return 16 }
    return unsafeBitCast(self, to: UInt128.self).littleEndian.trailingZeroBitCount / 8
  }
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
