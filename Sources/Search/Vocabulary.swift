/// The different words of some texts, each with a number: blocks one after another, and a table of
/// hashes. No word becomes a `String`.
struct Vocabulary: ~Copyable {
  /// By number: where a word's blocks start.
  private(set) var starts = Row<UInt32>()
  /// The blocks of all words, one word after another.
  private(set) var blocks = Row<UInt64>()
  /// Open addressing, by the upper bits of the hash.
  private var slots = Row(repeating: Slot.empty, count: 1 << 10)
  /// How many of the 32 bits of a hash are not looked at.
  private var unusedBits: UInt32 = 32 - 10

  /// Were it private, the compiler of Swift 6.3 would fail on it in a debug build.
  struct Slot: BitwiseCopyable {
    /// The first of the word; 0 in an empty slot, as no word has.
    let block: UInt64
    let hash: UInt32
    let number: UInt32

    static let empty = Slot(block: 0, hash: 0, number: 0)
    var isEmpty: Bool { block == 0 }
  }

  var count: Int { starts.count }

  /// The number of a word, which is taken in where it is new.
  mutating func number(of word: borrowing WordBlocks) -> Int {
    guard word.last > 0 else { return number(of: word[0]) }
    guard word.last > 1 else { return number(of: word[0], word[1]) }
    var sum: UInt64 = 0
    for index in 0...word.last { sum = Self.spread(sum ^ word[index]) }
    let hash = Self.hash(sum)
    let (number, place) = find(hash) { slot in
      slot.block == word[0] && slot.hash == hash
        && (1...word.last).allSatisfy { blocks[Int(starts[Int(slot.number)]) + $0] == word[$0] }
    }
    return number ?? takeIn(hash, at: place, word.last + 1) { word[$0] }
  }

  /// The same of a word of one block, which tells it from all others.
  @inline(__always)
  mutating func number(of block: UInt64) -> Int {
    let hash = Self.hash(Self.spread(block))
    let (number, place) = find(hash) { $0.block == block }
    return number ?? takeIn(hash, at: place, 1) { _ in block }
  }

  /// The same of a word of two blocks.
  @inline(never)
  mutating func number(of first: UInt64, _ second: UInt64) -> Int {
    let hash = Self.hash(Self.spread(Self.spread(first) ^ second))
    let (number, place) = find(hash) { slot in
      slot.block == first && blocks[Int(starts[Int(slot.number)]) + 1] == second
    }
    return number ?? takeIn(hash, at: place, 2) { $0 == 0 ? first : second }
  }

  /// The number of a word and its slot, or the empty one that is to be its own.
  @inline(__always)
  private func find(_ hash: UInt32, where isWord: (Slot) -> Bool) -> (number: Int?, place: Int) {
    var place = Int(hash &>> unusedBits)
    while true {
      let slot = slots[place]
      if isWord(slot) { return (Int(slot.number), place) }
      if slot.isEmpty { return (nil, place) }
      place = (place &+ 1) & (slots.count &- 1)
    }
  }

  @inline(never)
  private mutating func takeIn(
    _ hash: UInt32, at place: Int, _ blockCount: Int, _ block: (Int) -> UInt64
  ) -> Int {
    let number = count
    slots[place] = Slot(block: block(0), hash: hash, number: UInt32(number))
    starts.append(UInt32(blocks.count))
    for index in 0..<blockCount { blocks.append(block(index)) }
    if count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    var fewer = Row(repeating: Slot.empty, count: slots.count * 2)
    swap(&fewer, &slots)
    unusedBits -= 1
    for index in 0..<fewer.count where !fewer[index].isEmpty {
      slots[find(fewer[index].hash) { _ in false }.place] = fewer[index]
    }
  }

  /// Multiplication spreads the bits upwards.
  @inline(__always)
  private static func spread(_ number: UInt64) -> UInt64 { number &* 0x9E37_79B9_7F4A_7C15 }

  @inline(__always)
  private static func hash(_ sum: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: sum >> 32) }
}
