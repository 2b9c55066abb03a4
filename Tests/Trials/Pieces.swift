/// Texts put together from pieces that mean something to who reads them, and damaged here and there.
package struct Pieces: Sendable {
  private let pieces: [String]

  package init(_ pieces: [String]) {
    self.pieces = pieces
  }

  package func text(_ count: ClosedRange<Int>, _ random: inout SplitMix64) -> String {
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: count, using: &random) { text += random.one(of: pieces).utf8 }
    for _ in 0..<Int.random(in: 0...3, using: &random) where !text.isEmpty {
      let place = Int.random(in: 0..<text.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: text[place] = .random(in: 0...255, using: &random)
      case 1: text.removeSubrange(place..<min(text.count, place + 5))
      case 2: text.insert(contentsOf: text[place...].prefix(30), at: place)
      default: text.insert(contentsOf: random.one(of: pieces).utf8, at: place)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
