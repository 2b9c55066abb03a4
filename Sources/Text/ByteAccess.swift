extension String {
  /// Its UTF-8, in place.
  ///
  /// Every text of this program is UTF-8 in memory; a span of it takes three times as long to have,
  /// which shows in short texts.
  @inlinable @inline(__always)
  package func withUTF8Bytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    return utf8Span.span.withUnsafeBufferPointer(body)
  }
}
