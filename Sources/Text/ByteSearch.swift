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

  /// The offset of the first such byte from an offset on.
  package func offset(of byte: UInt8, from first: Int) -> Int? {
    withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, first < bytes.count,
        let found = memchr(start + first, Int32(byte), bytes.count - first)
      else { return nil }
      return UnsafeRawPointer(found) - start
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
