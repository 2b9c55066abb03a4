/// Bytes that are written in many small pieces, such as a page: its markup, and the values between.
///
/// To make sure that nobody else holds it and that there is room takes an array longer than to copy
/// such a piece. This is held by nobody else.
@usableFromInline
package struct ByteWriter: ~Copyable {
  @usableFromInline
  var start: UnsafeMutableRawPointer
  @usableFromInline
  package internal(set) var count = 0
  @usableFromInline
  var capacity: Int

  package init(capacity: Int = 16) {
    self.capacity = max(capacity, 16)
    start = .allocate(byteCount: self.capacity, alignment: 16)
  }

  deinit { start.deallocate() }

  /// All that was written.
  package var bytes: [UInt8] {
    Array(unsafeUninitializedCapacity: count) { array, filled in
      UnsafeMutableRawBufferPointer(array).copyMemory(
        from: UnsafeRawBufferPointer(start: start, count: count))
      filled = count
    }
  }

  /// The same without a copy, for as long as the closure runs.
  package func withSpan<Result>(_ use: (Span<UInt8>) -> Result) -> Result {
    let start = start.assumingMemoryBound(to: UInt8.self)
    return use(UnsafeBufferPointer(start: start, count: count).span)
  }

  /// Forgets what was written from a place on, and keeps the room for what comes next.
  package mutating func removeAll(from place: Int = 0) {
    count = min(place, count)
  }

  /// What was written from a place on.
  package func bytes(from place: Int) -> [UInt8] {
    withSpan { span in span.withUnsafeBufferPointer { Array($0[min(place, $0.count)...]) } }
  }

  package var last: UInt8? {
    count == 0 ? nil : start.load(fromByteOffset: count - 1, as: UInt8.self)
  }

  @inlinable @inline(__always)
  package mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    start.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  @inlinable @inline(__always)
  package mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    guard let first = piece.baseAddress else { return }
    makeRoom(for: piece.count)
    (start + count).copyMemory(from: first, byteCount: piece.count)
    count += piece.count
  }

  @inlinable
  package mutating func append(_ piece: [UInt8]) {
    piece.withUnsafeBufferPointer { append($0) }
  }

  @inlinable
  package mutating func append(_ piece: ArraySlice<UInt8>) {
    piece.withUnsafeBufferPointer { append($0) }
  }

  @inlinable
  package mutating func append(_ other: borrowing ByteWriter) {
    let bytes = other.start.assumingMemoryBound(to: UInt8.self)
    append(UnsafeBufferPointer(start: bytes, count: other.count))
  }

  /// Text that is known by now takes no more than a copy.
  @inlinable @inline(__always)
  package mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inlinable @_disfavoredOverload
  package mutating func append(_ text: String) {
    text.withUTF8Bytes { append($0) }
  }

  /// Appends the digits of a number.
  @usableFromInline
  package mutating func append(_ number: Int) {
    guard number >= 0 else { return append(String(number)) }
    if number > 9 { append(number / 10) }
    append(0x30 + UInt8(number % 10))
  }

  @inlinable @inline(__always)
  mutating func makeRoom(for more: Int) {
    if capacity &- count < more { grow(by: more) }
  }

  /// Stores what may be appended, where there is room for all of it.
  @inline(__always)
  mutating func store(_ bytes: SixteenBytes) {
    start.storeBytes(of: bytes, toByteOffset: count, as: SixteenBytes.self)
  }

  @inline(never) @usableFromInline
  mutating func grow(by more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
    larger.copyMemory(from: start, byteCount: count)
    start.deallocate()
    start = larger
  }
}
