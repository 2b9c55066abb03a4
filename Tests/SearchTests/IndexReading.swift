@testable import Search

/// Reads an index as the script of the search page does.
struct IndexReader {
  struct Found: Hashable {
    let entry: Int
    let steps: Int
  }

  /// By word.
  let words: [String: [Found]]
  /// In the order of the shards.
  let order: [String]

  init(_ index: SearchIndex) {
    var words: [String: [Found]] = [:]
    var order: [String] = []
    for shard in index.shards {
      var rest = shard.bytes[...]
      var word: [UInt8] = []
      while !rest.isEmpty {
        word = Array(word.prefix(rest.number()))
        let length = rest.number()
        word += rest.prefix(length)
        rest = rest.dropFirst(length)
        let count = rest.number()
        let size = rest.number()
        var list = rest.prefix(size)
        rest = rest.dropFirst(size)
        var found: [Found] = []
        var last = -1
        while !list.isEmpty {
          let number = list.number()
          last += number >> 4
          found.append(Found(entry: last, steps: number & 15))
        }
        let text = String(decoding: word, as: UTF8.self)
        order.append(text)
        words[text] = found.count == count ? found : nil
      }
    }
    self.words = words
    self.order = order
  }
}

extension ArraySlice<UInt8> {
  fileprivate mutating func number() -> Int {
    var number = 0
    var shift = 0
    while let byte = popFirst() {
      number |= Int(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 { break }
    }
    return number
  }
}
