import Glibc

extension [UInt8] {
  /// The offset of the first such byte from a place on: what `firstIndex(of:)` finds byte by byte.
  package func offset(of byte: UInt8, from start: Int = 0) -> Int? {
    withUnsafeBytes { bytes in
      guard start < bytes.count, let first = bytes.baseAddress,
        let found = memchr(first + start, Int32(byte), bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - first
    }
  }
}

extension [UInt8] {
  /// Whether a word of ASCII stands anywhere.
  package func contains(_ word: StaticString) -> Bool {
    var index = 0
    while let found = offset(of: word.utf8Start[0], from: index) {
      let isThere = word.withUTF8Buffer { self[found...].starts(with: $0) }
      if isThere { return true }
      index = found + 1
    }
    return false
  }
}
