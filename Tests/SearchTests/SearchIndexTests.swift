import Testing

@testable import Search

struct SearchIndexTests {
  @Test func `a word knows its entries, with those that have most to do with it ahead`() {
    let index = SearchIndex(count: 5) { entry, counter in
      switch entry {
      case 0: counter.read("The cache", as: .title)
      case 1: counter.read("cache", as: .label)
      case 2: counter.read("cache " + String(repeating: "cache more ", count: 20), as: .text)
      case 3: counter.read("A word about a cache among many others", as: .text)
      default: counter.read("nothing of it", as: .text)
      }
    }
    let found = IndexReader(index).words["cache"] ?? []
    #expect(found.map(\.entry) == [0, 1, 2, 3])
    #expect(found.map(\.steps) == found.map(\.steps).sorted(by: >))
    #expect(Set(found.map(\.steps)).count == 4)
  }

  @Test func `a heading counts for more than text, and the short title for more than the long`() {
    let html = Array("<h2>Heading</h2><p>Text</p>".utf8)
    let index = SearchIndex(count: 2) { entry, counter in
      counter.read(entry == 0 ? "Title" : "Title with four words more and more", as: .title)
      html.withUnsafeBufferPointer { counter.read(html: $0) }
    }
    let words = IndexReader(index).words
    let steps = { (word: String) in words[word]?.map(\.steps) ?? [] }
    #expect(steps("heading").allSatisfy { (6...9).contains($0) })
    #expect(steps("text").allSatisfy { (1...5).contains($0) })
    #expect(steps("title").count == 2)
    #expect(steps("title").allSatisfy { $0 >= 10 })
    #expect(steps("title").first ?? 0 > steps("title").last ?? 0)
  }

  @Test func `an index of many entries in many parts holds exactly their words`() {
    // SplitMix64, from a seed of its own.
    let seed: UInt64 = 20_261_123
    @Sendable func word(_ entry: Int, _ place: Int) -> String {
      var z = seed &+ UInt64(entry * 8 + place) &* 0x9E37_79B9_7F4A_7C15
      z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      let number = Int((z ^ z >> 31) % 3000)
      // Many words differ only behind their first eight or sixteen bytes.
      return String("interoperability".prefix(number % 17)) + String(number, radix: 36)
    }
    let count = 5000
    let index = SearchIndex(count: count) { entry, counter in
      for place in 0..<8 { counter.read(word(entry, place), as: .text) }
    }
    var expected: [String: [Int]] = [:]
    for entry in 0..<count {
      for word in Set((0..<8).map({ word(entry, $0) })) {
        expected[word, default: []].append(entry)
      }
    }
    let read = IndexReader(index)
    #expect(read.words.mapValues { $0.map(\.entry) } == expected, "seed \(seed)")
    #expect(read.order == read.order.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(index.shards.count > 1)
    #expect(index.shards.allSatisfy { $0.bytes.count < WordShardWriter.size + 4096 })
    #expect(index.shards.map(\.firstWord).allSatisfy { !$0.isEmpty })
  }

  @Test func `nothing makes no shard`() {
    #expect(SearchIndex(count: 0) { _, _ in }.shards.isEmpty)
    #expect(SearchIndex(count: 3) { _, _ in }.shards.isEmpty)
  }
}
