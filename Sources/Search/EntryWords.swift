/// The words of the entry that is being read, each with the places where it stands there.
struct EntryWords: ~Copyable {
  private var words = Row<UInt32>()
  /// By the number of a word in the vocabulary.
  private var places = Row<WordPlaces>()

  @inline(__always)
  mutating func count(_ word: Int, in place: WordPlaces.Place) {
    var known = WordPlaces()
    let isOld = places.has(word)
    if isOld { known = places[word] }
    if known.isNowhere { words.append(UInt32(truncatingIfNeeded: word)) }
    known.add(place)
    if isOld { places[word] = known } else { places.append(known) }
  }

  /// Ends the entry with this number: appends what was found in it, and forgets it.
  mutating func finish(entry: UInt32, into postings: inout Row<Posting>) {
    var titleLength = 0
    var textLength = 0
    for index in 0..<words.count {
      let places = places[Int(words[index])]
      titleLength += places.title
      textLength += places.text
    }
    let relevance = Relevance(titleLength: titleLength, textLength: textLength)
    for index in 0..<words.count {
      let word = words[index]
      let steps = relevance.steps(places[Int(word)])
      postings.append(Posting(word: word, find: Find(entry: entry, steps: UInt8(steps))))
      places[Int(word)] = WordPlaces()
    }
    words.removeAll()
  }
}

/// A word, by its number in the vocabulary, and an entry that holds it.
struct Posting: BitwiseCopyable {
  let word: UInt32
  let find: Find
}
