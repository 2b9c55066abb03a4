extension String {
  /// At most so many Unicode scalars, cut between words, with an ellipsis where something is
  /// missing.
  package func cut(to limit: Int) -> String {
    // Most texts are short enough for their bytes to say so.
    guard utf8.count > limit,
      let end = index(afterScalars: limit)
    else { return self }
    let room = unicodeScalars[..<end]
    if let cut = plainCut(room) { return cut }
    guard let space = room.lastIndex(where: \.properties.isWhitespace) else {
      // One long word: not to be cut inside a character.
      return String(self[..<index(before: end)]) + "…"
    }
    var kept = self[..<space]
    while let last = kept.last, last.isWhitespace || last.isPunctuation { kept.removeLast() }
    return String(kept) + "…"
  }

  /// The same for a text that ends in a word of ASCII letters behind a space, and another before it,
  /// which needs no table of Unicode.
  private func plainCut(_ room: Substring.UnicodeScalarView) -> String? {
    let bytes = Substring(room).utf8
    guard let space = bytes.lastIndex(where: { !$0.isLetterOrDigit }), bytes[space] == Ascii.space,
      space > bytes.startIndex, bytes[bytes.index(before: space)].isLetterOrDigit
    else { return nil }
    return String(self[..<space]) + "…"
  }

  /// Where so many Unicode scalars end; nil where nothing follows them.
  private func index(afterScalars count: Int) -> Index? {
    let bytes = utf8Span.span
    var left = count
    for offset in bytes.indices {
      // Bytes that begin no scalar are 10 and six bits.
      if bytes[offset] & 0xC0 != 0x80 { left -= 1 }
      if left < 0 { return utf8.index(startIndex, offsetBy: offset) }
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool { (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 }
}
