import Text

/// The words around a place, as far as grammar asks for them.
struct Sentence {
  let text: [UInt8]
  /// Where the text or the value begins that the place stands in.
  let start: Int

  /// The words that take the place of a name, and the place with what changes beside it: an article
  /// before, the s of a genitive behind.
  func phrase(
    _ words: String, for range: Range<Int>, spelling: String, within free: Range<Int>
  ) -> (words: String, range: Range<Int>) {
    var (words, range) = (words, range)
    var isCapital = isFirst(range.lowerBound) && wantsCapital(range, spelling)
    if let (word, place) = wordBefore(range.lowerBound), place.lowerBound >= free.lowerBound {
      let bare = Articles.without(words, behind: word)
      if Articles.isIndefinite(word) {
        let noun = bare ?? words
        words = "\(Articles.indefinite(before: noun)) \(noun)"
        range = place.lowerBound..<range.upperBound
        isCapital = word.first?.isUppercase ?? false
      } else if let bare {
        words = bare
      }
    }
    if isCapital { words = words.prefix(1).uppercased() + words.dropFirst() }
    if words.lowercased().hasSuffix("s"), let end = endOfGenitive(range.upperBound) {
      words += String(decoding: text[range.upperBound..<end - 1], as: UTF8.self)
      range = range.lowerBound..<end
    }
    return (words, range)
  }

  /// A name that is written small anywhere, as “eBay” is, takes a capital at the start of a sentence.
  private func wantsCapital(_ range: Range<Int>, _ spelling: String) -> Bool {
    let first = String(decoding: text[range], as: UTF8.self).first { $0.isLetter || $0.isNumber }
    return !(first?.isLowercase ?? false) || spelling.first?.isLowercase ?? false
  }

  private func endOfGenitive(_ end: Int) -> Int? {
    for sign in ["'s", "’s"] where text[end...].starts(with: sign.utf8) {
      let after = end + sign.utf8.count
      if after == text.count || !text[after].isWordByte { return after }
    }
    return nil
  }

  /// The word before an offset, with nothing but white space of one line's end in between.
  private func wordBefore(_ offset: Int) -> (word: String, range: Range<Int>)? {
    var end = offset
    var lineEnds = 0
    while end > start, text[end - 1].isBlank {
      if text[end - 1] == Ascii.newline { lineEnds += 1 }
      end -= 1
    }
    guard end < offset, lineEnds < 2 else { return nil }
    var first = end
    while first > start, text[first - 1].isWordByte || text[first - 1] >= 0x80 { first -= 1 }
    guard first < end, first == start || text[first - 1].isBlank || text[first - 1] < 0x30 else {
      return nil
    }
    return (String(decoding: text[first..<end], as: UTF8.self), first..<end)
  }

  // MARK: - Where sentences begin

  private func isFirst(_ offset: Int) -> Bool {
    var index = offset
    var lineEnds = 0
    var hasBlockMark = false
    while index > start {
      let byte = text[index - 1]
      if byte == Ascii.newline {
        lineEnds += 1
        // A blank line, or the mark of a heading or an item on the line behind.
        if lineEnds > 1 || hasBlockMark { return true }
      } else if byte.isBlank || Self.openers.contains(byte) {
        if byte == Ascii.hash { hasBlockMark = true }
      } else if [Ascii.hyphen, UInt8(ascii: "+"), UInt8(ascii: "*")].contains(byte),
        isLineStart(index - 1)
      {
        hasBlockMark = true
      } else if let opening = openingQuote(endingAt: index) {
        index = opening
        continue
      } else {
        return hasBlockMark || endsSentence(index)
      }
      index -= 1
    }
    return true
  }

  private static let openers = Set("*_~\"'([>#".utf8)

  private func openingQuote(endingAt index: Int) -> Int? {
    for quote in ["“", "‘", "„", "«", "‚"] where index - start >= quote.utf8.count {
      if text[..<index].suffix(quote.utf8.count).elementsEqual(quote.utf8) {
        return index - quote.utf8.count
      }
    }
    return nil
  }

  private func isLineStart(_ index: Int) -> Bool {
    var index = index
    while index > start, text[index - 1] == Ascii.space || text[index - 1] == Ascii.greater {
      index -= 1
    }
    return index == start || text[index - 1] == Ascii.newline
  }

  /// Whether what ends at an index ends a sentence, or is a cell's edge or an item's number.
  private func endsSentence(_ index: Int) -> Bool {
    switch text[index - 1] {
    case UInt8(ascii: "!"), Ascii.question, UInt8(ascii: "|"): return true
    case Ascii.dot: return !isAbbreviation(index - 1)
    default: return text[..<index].suffix(3).elementsEqual("…".utf8)
    }
  }

  private func isAbbreviation(_ dot: Int) -> Bool {
    // No abbreviation is longer than that, and very long words are not gone through.
    var first = dot
    while first > start, dot - first < 20,
      text[first - 1].isWordByte || text[first - 1] == Ascii.dot
    {
      first -= 1
    }
    let word = String(decoding: text[first..<dot], as: UTF8.self).lowercased()
    // One letter, as in “z. B.”, or letters between points, as in “e.g.”.
    if word.count == 1, word.first?.isLetter ?? false { return true }
    return word.contains(".") && !word.contains("..")
      || ["vs", "etc", "ca", "dr", "mr", "mrs", "ms", "st", "inkl", "bzw", "vgl", "approx", "incl"]
        .contains(word)
  }
}
