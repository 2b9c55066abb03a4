import Parallel

/// An inverted index: which entries hold a word, for every word, in shards.
///
/// The same entries make the same bytes, on however many processors.
package struct SearchIndex: Sendable {
  package let shards: [WordShard]

  /// Reads so many entries, each of them once, and several at the same time.
  package init(count: Int, reading read: @Sendable (Int, inout WordCounter) -> Void) {
    // Few and large parts: each has a vocabulary of its own.
    let partSize = max(256, (count + 15) / 16)
    let starts = Array(stride(from: 0, to: count, by: partSize))
    let parts = starts.concurrentMap(inPartsOf: 1) { start in
      var counter = WordCounter()
      for entry in start..<min(start + partSize, count) {
        read(entry, &counter)
        counter.finish(entry: entry)
      }
      return IndexPart(counter)
    }
    shards = Self.merge(parts)
  }

  private static func merge(_ parts: [IndexPart]) -> [WordShard] {
    var writer = WordShardWriter()
    var places = [Int](repeating: 0, count: parts.count)
    var holders: [Int] = []
    while true {
      holders.removeAll(keepingCapacity: true)
      for (index, part) in parts.enumerated() where places[index] < part.count {
        guard let first = holders.first else {
          holders.append(index)
          continue
        }
        switch part.compare(places[index], with: parts[first], places[first]) {
        case .before: holders = [index]
        case .same: holders.append(index)
        case .after: break
        }
      }
      guard let first = holders.first else { return writer.finish() }
      writer.append(
        parts[first].word(places[first]), holders.map { parts[$0].finds(places[$0]) })
      for index in holders { places[index] += 1 }
    }
  }
}

/// What was found in neighbouring entries, by word.
private struct IndexPart: Sendable {
  private let vocabulary: Vocabulary
  private let words: [SortedWord]
  /// By a word's number: where its entries start in `finds`; and where the last one's end.
  private let starts: [Int]
  private let finds: [Find]

  init(_ counter: WordCounter) {
    vocabulary = counter.vocabulary
    words = counter.vocabulary.sorted
    // Sorting by counting keeps the order of the entries.
    var starts = [Int](repeating: 0, count: counter.vocabulary.count + 1)
    for posting in counter.postings { starts[Int(posting.word) + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var next = starts
    var finds = [Find](repeating: Find(entry: 0, steps: 0), count: counter.postings.count)
    for posting in counter.postings {
      let word = Int(posting.word)
      finds[next[word]] = posting.find
      next[word] += 1
    }
    self.starts = starts
    self.finds = finds
  }

  var count: Int { words.count }

  func word(_ place: Int) -> ArraySlice<UInt8> { vocabulary[words[place].number] }

  func finds(_ place: Int) -> ArraySlice<Find> {
    let word = words[place].number
    return finds[starts[word]..<starts[word + 1]]
  }

  enum Order { case before, same, after }

  func compare(_ place: Int, with other: IndexPart, _ otherPlace: Int) -> Order {
    let (own, others) = (words[place].start, other.words[otherPlace].start)
    guard own == others else { return own < others ? .before : .after }
    let (word, otherWord) = (self.word(place), other.word(otherPlace))
    guard word != otherWord else { return .same }
    return word.lexicographicallyPrecedes(otherWord) ? .before : .after
  }
}
