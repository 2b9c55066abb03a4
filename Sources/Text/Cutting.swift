extension String {
  /// At most so many Unicode scalars, cut between words, with an ellipsis where something is
  /// missing.
  package func cut(to limit: Int) -> String {
    // Most texts are short enough for their bytes to say so.
    guard utf8.count > limit, let offset = withUTF8Bytes({ $0.end(ofScalars: limit) }) else {
      return self
    }
    if let end = withUTF8Bytes({ $0.plainEnd(before: offset) }) {
      // Bytes would be validated, which takes long with one sign beyond ASCII among them.
      var cut = ""
      cut.reserveCapacity(end + 3)
      cut += self[..<utf8.index(startIndex, offsetBy: end)]
      cut += "…"
      return cut
    }
    let end = utf8.index(startIndex, offsetBy: offset)
    guard let space = unicodeScalars[..<end].lastIndex(where: \.properties.isWhitespace) else {
      // One long word: not to be cut inside a character.
      return String(self[..<index(before: end)]) + "…"
    }
    var kept = self[..<space]
    while let last = kept.last, last.isWhitespace || last.isPunctuation { kept.removeLast() }
    return String(kept) + "…"
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where to cut if a word of ASCII letters is what has to go, behind a space and another such word:
  /// that needs no table of Unicode.
  fileprivate func plainEnd(before end: Int) -> Int? {
    guard let space = self[..<end].lastIndex(where: { !$0.isLetterOrDigit }),
      self[space] == Ascii.space, space > 0, self[space - 1].isLetterOrDigit
    else { return nil }
    return space
  }

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
