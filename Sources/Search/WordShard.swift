import Text

/// A part of the index: neighbouring words in the order of their bytes, each with the entries that
/// hold it. A search loads those whose words it needs.
///
/// Every word is four numbers and what they announce: how many bytes it shares with the word before
/// it, how many follow, those bytes; how many entries hold it, how many bytes these take, and those
/// bytes. An entry is one number: how far it stands behind the last, and below that, in four bits,
/// its relevance. Numbers are LEB128: seven bits a byte, the lowest first.
package struct WordShard: Sendable {
  package let firstWord: [UInt8]
  package let bytes: [UInt8]
}

/// An entry that holds a word, and how much it has to do with it.
struct Find {
  let entry: UInt32
  let steps: UInt8
}

/// Writes words, one after another, into shards.
struct WordShardWriter {
  private(set) var shards: [WordShard] = []
  private var firstWord: [UInt8] = []
  private var lastWord: [UInt8] = []
  private var bytes: [UInt8] = []
  private var list: [UInt8] = []

  /// A shard is closed once it has so many bytes.
  static let size = 8192

  /// `finds` are in the order of their entries, in one piece or more.
  mutating func append(_ word: ArraySlice<UInt8>, _ finds: [ArraySlice<Find>]) {
    if bytes.count >= Self.size { close() }
    if bytes.isEmpty { firstWord = Array(word) }
    let shared = zip(word, lastWord).prefix { $0 == $1 }.count
    bytes.append(number: shared)
    bytes.append(number: word.count - shared)
    bytes.append(contentsOf: word.dropFirst(shared))
    lastWord = Array(word)
    list.removeAll(keepingCapacity: true)
    var last = -1
    for piece in finds {
      for find in piece {
        list.append(number: (Int(find.entry) - last) << Relevance.bits | Int(find.steps))
        last = Int(find.entry)
      }
    }
    bytes.append(number: finds.reduce(0) { $0 + $1.count })
    bytes.append(number: list.count)
    bytes.append(contentsOf: list)
  }

  mutating func finish() -> [WordShard] {
    if !bytes.isEmpty { close() }
    return shards
  }

  private mutating func close() {
    shards.append(WordShard(firstWord: firstWord, bytes: bytes))
    bytes = []
    lastWord = []
  }
}

extension [UInt8] {
  @inline(__always)
  fileprivate mutating func append(number: Int) {
    var rest = number
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}
