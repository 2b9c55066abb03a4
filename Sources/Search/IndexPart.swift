import Text

/// What was found in neighbouring entries: their words in the order of the index, each with the
/// entries that hold it.
struct IndexPart: Sendable {
  let words: [Word]
  /// Of all words, one word after another.
  private let blocks: [UInt64]
  /// Of all words, one after another: the entries that hold it, as they stand in a shard.
  private let lists: [UInt8]

  struct Word: Sendable {
    /// The first eight bytes, which tell it from most others, as a number in the order of the words.
    let start: UInt64
    /// Where its blocks start.
    let block: Int
    /// How many entries hold it.
    let count: Int
    /// It is not in the list, where it stands by how far it is behind one of another part.
    let first: Find
    let last: UInt32
    let list: Range<Int>
  }

  init(_ counter: borrowing WordCounter) {
    let finds = FindsByWord(counter.postings, wordCount: counter.vocabulary.count)
    let blocks = counter.vocabulary.blocks.array
    var lists = ByteWriter(capacity: counter.postings.count * 2)
    var words: [Word] = []
    words.reserveCapacity(counter.vocabulary.count)
    for word in Self.sorted(counter.vocabulary, blocks) {
      let range = finds.range(of: word.number)
      let first = finds[range.lowerBound]
      let start = lists.count
      var last = first.entry
      for index in range.dropFirst() {
        lists.append(finds[index], after: Int(last))
        last = finds[index].entry
      }
      words.append(
        Word(
          start: word.start, block: word.block, count: range.count, first: first, last: last,
          list: start..<lists.count))
    }
    self.words = words
    self.blocks = blocks
    self.lists = lists.bytes
  }

  /// All words in the order of their bytes.
  private static func sorted(
    _ vocabulary: borrowing Vocabulary, _ blocks: [UInt64]
  ) -> [(start: UInt64, block: Int, number: Int)] {
    var words: [(start: UInt64, block: Int, number: Int)] = []
    words.reserveCapacity(vocabulary.count)
    for number in 0..<vocabulary.count {
      let block = Int(vocabulary.starts[number])
      words.append((blocks[block].bigEndian, block, number))
    }
    words.sort { a, b in
      a.start != b.start
        ? a.start < b.start : compare(blocks, a.block, with: blocks, b.block) == .before
    }
    return words
  }

  /// Appends the entries that hold a word, behind another entry.
  func append(_ word: Word, after last: Int, to list: inout ByteWriter) {
    list.append(word.first, after: last)
    lists.withUnsafeBufferPointer { list.append(UnsafeBufferPointer(rebasing: $0[word.list])) }
  }

  func bytes(of word: Word) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16)
    var index = word.block
    while true {
      var rest = blocks[index]
      while rest != 0 {
        bytes.append(UInt8(truncatingIfNeeded: rest))
        rest >>= 8
      }
      if blocks[index].endsWord { return bytes }
      index += 1
    }
  }

  enum Order { case before, same, after }

  func compare(_ word: Word, with other: IndexPart, _ otherWord: Word) -> Order {
    Self.compare(blocks, word.block, with: other.blocks, otherWord.block)
  }

  private static func compare(
    _ blocks: [UInt64], _ start: Int, with others: [UInt64], _ otherStart: Int
  ) -> Order {
    var (index, otherIndex) = (start, otherStart)
    while blocks[index] == others[otherIndex] {
      if blocks[index].endsWord { return .same }
      index += 1
      otherIndex += 1
    }
    return blocks[index].bigEndian < others[otherIndex].bigEndian ? .before : .after
  }
}
