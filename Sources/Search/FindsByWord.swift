/// What was found in some entries, word by word instead of entry by entry.
struct FindsByWord: ~Copyable {
  private var finds: Row<Find>
  /// By the number of a word: where its finds start; and where the last one's end.
  private var starts: Row<Int>

  /// Sorting by counting keeps the order of the entries.
  init(_ postings: borrowing Row<Posting>, wordCount: Int) {
    // While they are put in place, the start of a word stands one behind its own.
    starts = Row(repeating: 0, count: wordCount + 2)
    for index in 0..<postings.count { starts[Int(postings[index].word) + 2] += 1 }
    for word in 2..<starts.count { starts[word] += starts[word - 1] }
    finds = Row(repeating: Find(entry: 0, steps: 0), count: postings.count)
    for index in 0..<postings.count {
      let posting = postings[index]
      let word = Int(posting.word) + 1
      finds[starts[word]] = posting.find
      starts[word] += 1
    }
  }

  /// Where those of a word stand.
  func range(of word: Int) -> Range<Int> { starts[word]..<starts[word + 1] }

  subscript(index: Int) -> Find { finds[index] }
}
