import Text

/// The words of a list that its author keeps outside of the repository, and where they stand in a
/// text: whatever their case and accents, divided or joined, and with an ending behind them.
///
/// A word is not found inside of another, `Mark` not in `remarkable`; words of fewer than four
/// letters are found only whole. Of a very long word its beginning is looked for.
package struct ConfidentialWords: Sendable, Equatable {
  /// A tree of the words' letters: from a node and a byte to a node.
  private var steps: [Step: Int] = [:]
  private var nodes: [Node] = [Node()]

  private struct Step: Hashable {
    let node: Int
    let byte: UInt8
  }

  private struct Node: Sendable, Equatable {
    /// The word that ends here.
    var word: Word?
    /// Whether one of its words may be divided here by more than a hyphen.
    var isBetweenWords = false
  }

  private struct Word: Sendable, Equatable {
    /// Its place in the list.
    let index: Int
    /// How many letters it has.
    let length: Int
  }

  /// One word or name a line; what follows `#` at the start of a line is a remark.
  package init(list: [UInt8]) {
    let lines = String(decoding: list, as: UTF8.self).split(whereSeparator: \.isNewline)
    self.init(lines.map(\.trimmed).filter { !$0.isEmpty && !$0.hasPrefix("#") })
  }

  /// Of words that only differ in what makes no difference, the first counts.
  package init(_ words: some Sequence<String>) {
    for (index, word) in words.enumerated() {
      add(word, index)
      let spelled = Self.spelledOut(word)
      if spelled != word { add(spelled, index) }
    }
  }

  package var isEmpty: Bool { steps.isEmpty }

  /// In bytes of folded letters. A search takes time with the product of this and the text.
  package static let longest = 200

  /// What of a word is looked for: two words with one key are found at the same places.
  package static func key(_ word: String) -> [UInt8] {
    FoldedText(Array(word.utf8)).bytes.filter { $0 > FoldedText.hump }
  }

  private mutating func add(_ word: String, _ index: Int) {
    var node = 0
    var length = 0
    for byte in FoldedText(Array(word.utf8)).bytes {
      guard byte > FoldedText.hump else {
        nodes[node].isBetweenWords = node != 0
        continue
      }
      guard length < Self.longest else { break }
      let step = Step(node: node, byte: byte)
      if steps[step] == nil {
        steps[step] = nodes.count
        nodes.append(Node())
      }
      node = steps[step] ?? 0
      length += 1
    }
    guard length > 1, nodes[node].word == nil else { return }
    nodes[node].word = Word(index: index, length: length)
  }

  /// German umlauts without their dots.
  private static func spelledOut(_ word: String) -> String {
    var spelled = ""
    for character in word {
      switch character {
      case "ä": spelled += "ae"
      case "ö": spelled += "oe"
      case "ü": spelled += "ue"
      case "Ä": spelled += "Ae"
      case "Ö": spelled += "Oe"
      case "Ü": spelled += "Ue"
      default: spelled.append(character)
      }
    }
    return spelled
  }

  /// Where the words stand in a text, in order.
  package func leaks(in text: [UInt8]) -> [Leak] {
    matches(in: text).map { Leak(.confidential, $0.range) }
  }

  /// A place where one of the words stands.
  package struct Match: Hashable, Sendable {
    /// In bytes of the text.
    package let range: Range<Int>
    /// The word, by its place in the list.
    package let word: Int
  }

  /// The same with the words that stand there. Of those that begin at one place, the longest that
  /// suits; where none does, the longest.
  package func matches(in text: [UInt8], where suits: (Match) -> Bool = { _ in true }) -> [Match] {
    guard !isEmpty else { return [] }
    let folded = FoldedText(text)
    let bytes = folded.bytes
    var matches: [Match] = []
    var index = 0
    while index < bytes.count {
      guard mayStart(bytes, index) else {
        index += 1
        continue
      }
      let ends = ends(in: bytes, from: index).map { end, word in
        let start = Int(folded.offsets[index])
        let last = Int(folded.offsets[end - 1])
        let range = start..<Self.end(ofCharacter: last, in: text)
        return (end: end, match: Match(range: range, word: word))
      }
      guard let chosen = ends.last(where: { suits($0.match) }) ?? ends.last else {
        index += 1
        continue
      }
      matches.append(chosen.match)
      index = chosen.end
    }
    return matches
  }

  private func mayStart(_ bytes: [UInt8], _ index: Int) -> Bool {
    // From U+3000 on, scripts put no spaces between words.
    bytes[index] >= 0xE3 || bytes[index] > FoldedText.hump && isBorder(bytes, index - 1)
  }

  /// The ends of the words that start at an index, from the shortest to the longest.
  private func ends(in bytes: [UInt8], from start: Int) -> [(end: Int, word: Int)] {
    var node = 0
    var index = start
    var found: [(end: Int, word: Int)] = []
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= FoldedText.hump {
        guard byte != FoldedText.gap || nodes[node].isBetweenWords else { break }
      } else {
        guard let next = steps[Step(node: node, byte: byte)] else { break }
        node = next
        if let word = nodes[node].word, word.length >= 4 || isBorder(bytes, index + 1) {
          found.append((index + 1, word.index))
        }
      }
      index += 1
    }
    return found
  }

  private func isBorder(_ bytes: [UInt8], _ index: Int) -> Bool {
    index < 0 || index >= bytes.count || bytes[index] <= FoldedText.hump
  }

  private static func end(ofCharacter offset: Int, in text: [UInt8]) -> Int {
    var end = offset + 1
    if text[offset] == UInt8(ascii: "%") {
      end += 2
      // Each further byte of a character is written as `%80` to `%BF`.
      while end + 2 < text.count, text[end] == UInt8(ascii: "%"),
        "89aAbB".utf8.contains(text[end + 1])
      {
        end += 3
      }
    }
    // The accents that follow a letter belong to it, too: U+0300 to U+036F.
    while text[end...].starts(with: "%CC%".utf8) || text[end...].starts(with: "%cc%".utf8) {
      end += 6
    }
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    while end + 1 < text.count, text[end] == 0xCC || text[end] == 0xCD && text[end + 1] < 0xB0 {
      end += 2
    }
    return min(end, text.count)
  }
}
