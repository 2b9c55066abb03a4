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

  /// Whether such a byte stands anywhere at an offset that fits: what asking for one offset after
  /// the other finds, with less to do for each.
  @inlinable
  package func contains(_ byte: UInt8, where fits: (_ offset: Int) -> Bool) -> Bool {
    withUnsafeBytes { bytes in
      guard let first = bytes.baseAddress else { return false }
      var start = 0
      while let found = memchr(first + start, Int32(byte), bytes.count - start) {
        let offset = UnsafeRawPointer(found) - first
        if fits(offset) { return true }
        start = offset + 1
      }
      return false
    }
  }

  /// The offset at which a word first stands in a range; takes time with the product of both, at
  /// worst.
  package func offset(of word: ArraySlice<UInt8>, in range: Range<Int>) -> Int? {
    withUnsafeBytes { text in
      word.withUnsafeBytes { word in
        guard let text = text.baseAddress, let first = word.first, let bytes = word.baseAddress
        else { return nil }
        var start = range.lowerBound
        while range.upperBound - start >= word.count,
          let found = memchr(text + start, Int32(first), range.upperBound - start - word.count + 1)
        {
          if memcmp(found, bytes, word.count) == 0 { return UnsafeRawPointer(found) - text }
          start = UnsafeRawPointer(found) - text + 1
        }
        return nil
      }
    }
  }
}

extension [UInt8] {
  /// Whether a word of ASCII stands anywhere.
  package func contains(_ word: StaticString) -> Bool { offset(of: word) != nil }

  /// The offset of the first such word of ASCII, from an offset on.
  package func offset(of word: StaticString, from start: Int = 0) -> Int? {
    var index = start
    while let found = offset(of: word.utf8Start[0], from: index) {
      let isThere = word.withUTF8Buffer { self[found...].starts(with: $0) }
      if isThere { return found }
      index = found + 1
    }
    return nil
  }
}
