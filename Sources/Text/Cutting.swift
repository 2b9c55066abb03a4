extension String {
  /// At most so many Unicode scalars, cut between words, with an ellipsis where something is
  /// missing.
  package func cut(to limit: Int) -> String {
    // Most texts are short enough for their bytes to say so.
    guard utf8.count > limit,
      let end = unicodeScalars.index(startIndex, offsetBy: limit, limitedBy: endIndex),
      end < endIndex
    else { return self }
    let room = unicodeScalars[..<end]
    guard let space = room.lastIndex(where: \.properties.isWhitespace) else {
      // One long word: not to be cut inside a character.
      return String(self[..<index(before: end)]) + "…"
    }
    var kept = self[..<space]
    while let last = kept.last, last.isWhitespace || last.isPunctuation { kept.removeLast() }
    return String(kept) + "…"
  }
}
