import Text

/// The words of a list that its author keeps outside of the repository, and where they stand in a
/// text: whatever their case and accents, divided or joined, and with an ending behind them.
///
/// A word is not found inside of another, `Mark` not in `remarkable`; words of fewer than four
/// letters are found only whole.
package struct ConfidentialWords: Sendable {
  /// A tree of the words' letters: from a node and a byte to a node.
  private var steps: [Step: Int] = [:]
  private var nodes: [Node] = [Node()]

  private struct Step: Hashable {
    let node: Int
    let byte: UInt8
  }

  private struct Node: Sendable {
    /// Whether a word ends here, and how many letters it has.
    var length: Int?
    /// Whether one of its words may be divided here by more than a hyphen.
    var isBetweenWords = false
  }

  /// One word or name a line; what follows `#` at the start of a line is a remark.
  package init(list: [UInt8]) {
    let text = String(decoding: list, as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline) {
      let word = line.trimmed
      guard !word.isEmpty, !word.hasPrefix("#") else { continue }
      add(word)
      let spelled = Self.spelledOut(word)
      if spelled != word { add(spelled) }
    }
  }

  package var isEmpty: Bool { steps.isEmpty }

  private mutating func add(_ word: String) {
    var node = 0
    var length = 0
    for byte in FoldedText(Array(word.utf8)).bytes {
      guard byte > FoldedText.hump else {
        nodes[node].isBetweenWords = node != 0
        continue
      }
      let step = Step(node: node, byte: byte)
      if steps[step] == nil {
        steps[step] = nodes.count
        nodes.append(Node())
      }
      node = steps[step] ?? 0
      length += 1
    }
    guard length > 1 else { return }
    nodes[node].length = max(length, nodes[node].length ?? 0)
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
    guard !isEmpty else { return [] }
    let folded = FoldedText(text)
    let bytes = folded.bytes
    var leaks: [Leak] = []
    var index = 0
    while index < bytes.count {
      guard mayStart(bytes, index), let end = end(in: bytes, from: index)
      else {
        index += 1
        continue
      }
      let start = Int(folded.offsets[index])
      let last = Int(folded.offsets[end - 1])
      leaks.append(Leak(.confidential, start..<Self.end(ofCharacter: last, in: text)))
      index = end
    }
    return leaks
  }

  private func mayStart(_ bytes: [UInt8], _ index: Int) -> Bool {
    // From U+3000 on, scripts put no spaces between words.
    bytes[index] >= 0xE3 || bytes[index] > FoldedText.hump && isBorder(bytes, index - 1)
  }

  /// The end of the longest word that starts at an index.
  private func end(in bytes: [UInt8], from start: Int) -> Int? {
    var node = 0
    var index = start
    var found: Int?
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= FoldedText.hump {
        guard byte != FoldedText.gap || nodes[node].isBetweenWords else { break }
      } else {
        guard let next = steps[Step(node: node, byte: byte)] else { break }
        node = next
        if let length = nodes[node].length, length >= 4 || isBorder(bytes, index + 1) {
          found = index + 1
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
    var end = offset + (text[offset] == UInt8(ascii: "%") ? 3 : 1)
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    return min(end, text.count)
  }
}
