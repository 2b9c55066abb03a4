import Glibc

extension [UInt8] {
  /// The offset of the first such byte, from an offset on: what `firstIndex(of:)` finds byte by
  /// byte.
  package func offset(of byte: UInt8, from start: Int = 0) -> Int? {
    withUnsafeBytes { bytes in
      guard start < bytes.count, let first = bytes.baseAddress,
        let found = memchr(first + start, Int32(byte), bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - first
    }
  }
}
