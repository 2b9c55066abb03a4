import Text

/// Writes words, one after another, into shards.
struct WordShardWriter: ~Copyable {
  private var shards: [WordShard] = []
  private var firstWord: [UInt8] = []
  private var lastWord: [UInt8] = []
  private var bytes = ByteWriter(capacity: size * 2)

  /// A shard is closed once it has so many bytes.
  static let size = 8192

  /// The list says which entries hold the word, and how many these are is counted already.
  mutating func append(_ word: [UInt8], _ count: Int, _ list: borrowing ByteWriter) {
    if bytes.count >= Self.size { close() }
    if bytes.count == 0 { firstWord = word }
    var shared = 0
    let most = min(word.count, lastWord.count)
    while shared < most, word[shared] == lastWord[shared] { shared += 1 }
    bytes.append(leb128: shared)
    bytes.append(leb128: word.count - shared)
    bytes.append(word[shared...])
    bytes.append(leb128: count)
    bytes.append(leb128: list.count)
    bytes.append(list)
    lastWord = word
  }

  mutating func finish() -> [WordShard] {
    if bytes.count > 0 { close() }
    return shards
  }

  private mutating func close() {
    shards.append(WordShard(firstWord: firstWord, bytes: bytes.bytes))
    bytes.removeAll()
    lastWord = []
  }
}
