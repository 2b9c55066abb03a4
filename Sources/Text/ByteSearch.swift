import Glibc

extension [UInt8] {
  /// The offset of the first such byte: what `firstIndex(of:)` finds byte by byte.
  package func offset(of byte: UInt8) -> Int? {
    withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress,
        let found = memchr(start, Int32(byte), bytes.count)
      else { return nil }
      return UnsafeRawPointer(found) - start
    }
  }
}
