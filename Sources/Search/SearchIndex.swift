import Parallel
import Text

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
    var list = ByteWriter(capacity: 1 << 12)
    var rests = parts.map(PartRest.init)
    var holders: [Int] = []
    while true {
      findFirstWord(of: rests, &holders)
      guard let first = holders.first else { return writer.finish() }
      let word = rests[first].bytes
      var count = 0
      var last = -1
      list.removeAll()
      for holder in holders { rests[holder].takeWord(to: &list, &count, &last) }
      writer.append(word, count, list)
    }
  }

  /// Finds out which parts go on with the word that comes first.
  private static func findFirstWord(of rests: [PartRest], _ holders: inout [Int]) {
    holders.removeAll(keepingCapacity: true)
    var start = UInt64.max
    for index in rests.indices where rests[index].start <= start && !rests[index].isEmpty {
      if rests[index].start < start { holders.removeAll(keepingCapacity: true) }
      start = rests[index].start
      guard let first = holders.first else {
        holders.append(index)
        continue
      }
      switch rests[index].compare(with: rests[first]) {
      case .before: holders = [index]
      case .same: holders.append(index)
      case .after: break
      }
    }
  }
}

/// The words of a part that are not merged yet.
private struct PartRest {
  private let part: IndexPart
  private var place = 0
  /// How the first of them starts; none starts as an empty rest does.
  private(set) var start: UInt64

  init(_ part: IndexPart) {
    self.part = part
    start = part.words.first?.start ?? .max
  }

  var isEmpty: Bool { place == part.words.count }

  var bytes: [UInt8] { part.bytes(of: part.words[place]) }

  func compare(with other: PartRest) -> IndexPart.Order {
    part.compare(part.words[place], with: other.part, other.part.words[other.place])
  }

  /// Appends the entries that hold the first of them.
  mutating func takeWord(to list: inout ByteWriter, _ count: inout Int, _ last: inout Int) {
    let word = part.words[place]
    part.append(word, after: last, to: &list)
    count += word.count
    last = Int(word.last)
    place += 1
    start = isEmpty ? .max : part.words[place].start
  }
}
