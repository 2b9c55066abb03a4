extension String {
  /// At most so many characters, cut between words, with an ellipsis where something is missing.
  package func cut(to limit: Int) -> String {
    // Most texts are short enough for their bytes to say so, without looking for characters.
    guard utf8.count > limit, count > limit else { return self }
    let room = prefix(limit)
    let end = room.lastIndex(where: \.isWhitespace) ?? room.endIndex
    var kept = room[..<end]
    while let last = kept.last, last.isWhitespace || last.isPunctuation { kept.removeLast() }
    return (kept.isEmpty ? room : kept) + "…"
  }
}
