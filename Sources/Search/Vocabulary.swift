/// The different words of some texts, each with a number: bytes one after another, and a table of
/// hashes. No word becomes a `String`.
struct Vocabulary {
  private var words: [Word] = []
  /// The bytes of all words, one after another.
  private var bytes: [UInt8] = []
  /// Open addressing, by hash: the number of a word and 1, or 0 for an empty slot.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)

  private struct Word {
    /// The first eight bytes: all there is of most words.
    let start: UInt64
    let hash: UInt32
    let count: UInt32
    let offset: Int
  }

  var count: Int { words.count }

  subscript(number: Int) -> ArraySlice<UInt8> {
    let word = words[number]
    return bytes[word.offset..<word.offset + Int(word.count)]
  }

  /// The number of a word, which is taken in where it is new. The word stays as it is; it is only not
  /// to be copied.
  @inline(__always)
  mutating func number(of word: inout WordBytes) -> Int {
    let start = word.start()
    let hash = Self.hash(&word, start)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      let known = words[number]
      if known.start == start, known.count == word.count,
        word.count <= 8 || isEqual(known, &word)
      {
        return number
      }
      slot = (slot + 1) & mask
    }
    return takeIn(&word, start, hash, at: slot)
  }

  /// The same of a word of fewer than eight bytes, given as `WordBytes.start()` gives it.
  @inline(__always)
  mutating func number(ofShort start: UInt64) -> Int {
    let hash = Self.hash(start)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      // A zero ends it, so that no other word starts the same.
      if words[number].start == start { return number }
      slot = (slot + 1) & mask
    }
    var word = WordBytes(start)
    return takeIn(&word, start, hash, at: slot)
  }

  private func isEqual(_ known: Word, _ word: inout WordBytes) -> Bool {
    for index in 8..<word.count where bytes[known.offset + index] != word[index] { return false }
    return true
  }

  @inline(never)
  private mutating func takeIn(
    _ word: inout WordBytes, _ start: UInt64, _ hash: UInt32, at slot: Int
  ) -> Int {
    words.append(
      Word(start: start, hash: hash, count: UInt32(word.count), offset: bytes.count))
    for index in 0..<word.count { bytes.append(word[index]) }
    slots[slot] = UInt32(count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, word) in words.enumerated() {
      var slot = Int(word.hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// Multiplication spreads the bits upwards, and the shift brings them down to where the table looks.
  @inline(__always)
  private static func hash(_ word: inout WordBytes, _ start: UInt64) -> UInt32 {
    var hash = start
    if word.count > 8 {
      for index in 8..<word.count { hash = (hash ^ UInt64(word[index])) &* 0x100_0000_01b3 }
    }
    return Self.hash(hash)
  }

  @inline(__always)
  private static func hash(_ number: UInt64) -> UInt32 {
    let hash = (number ^ number >> 32) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: hash >> 32)
  }

  /// All words in the order of their bytes.
  var sorted: [SortedWord] {
    words.enumerated().map { SortedWord(number: $0, start: $1.start) }.sorted { a, b in
      a.start != b.start
        ? a.start < b.start : self[a.number].lexicographicallyPrecedes(self[b.number])
    }
  }
}

/// A word by its number, with the eight bytes that tell it from most others.
struct SortedWord {
  let number: Int
  let start: UInt64
}
