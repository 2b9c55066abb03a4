extension String {
  /// At most so many Unicode scalars, cut between words, with an ellipsis where something is
  /// missing.
  package func cut(to limit: Int) -> String {
    // Most texts are short enough for their bytes to say so.
    guard utf8.count > limit, let offset = withUTF8Bytes({ $0.end(ofScalars: limit) }) else {
      return self
    }
    if let cut = plainCut(before: offset) { return cut }
    let end = utf8.index(startIndex, offsetBy: offset)
    guard let space = unicodeScalars[..<end].lastIndex(where: \.properties.isWhitespace) else {
      // One long word: not to be cut inside a character.
      return String(self[..<index(before: end)]) + "…"
    }
    var kept = self[..<space]
    while let last = kept.last, last.isWhitespace || last.isPunctuation { kept.removeLast() }
    return String(kept) + "…"
  }

  /// The same where a word of ASCII letters is what has to go, behind a space and another such word:
  /// that needs no table of Unicode.
  private func plainCut(before end: Int) -> String? {
    withUTF8Bytes { bytes in
      guard let space = bytes[..<end].lastIndex(where: { !$0.isLetterOrDigit }),
        bytes[space] == Ascii.space, space > 0, bytes[space - 1].isLetterOrDigit
      else { return nil }
      return "…".withUTF8Bytes { ellipsis in
        String(unsafeUninitializedCapacity: space + ellipsis.count) { cut in
          let end = cut.initialize(fromContentsOf: bytes[..<space])
          return cut[end...].initialize(fromContentsOf: ellipsis)
        }
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where so many Unicode scalars end; nil where nothing follows them.
  fileprivate func end(ofScalars count: Int) -> Int? {
    var left = count
    var offset = 0
    while left >= 16, offset + 16 <= self.count {
      left -= 16 - SixteenBytes(self, at: offset).continueScalar.trueCount
      offset += 16
    }
    while offset < self.count {
      // Bytes that begin no scalar are 10 and six bits.
      if self[offset] & 0xC0 != 0x80 { left -= 1 }
      if left < 0 { return offset }
      offset += 1
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool { (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 }
}
