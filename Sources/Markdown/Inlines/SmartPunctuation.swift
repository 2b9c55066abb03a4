import Text

/// Straight quotes, hyphens and dots as a typesetter has them, by the rules of cmark's `--smart`.
extension InlineParser {
  /// The mark that a quote at a place becomes; nil for a run that is none, and for feet and inches.
  func quotationMark(_ run: Delimiters.Run, at place: Int) -> String? {
    guard let marks = options.smartPunctuation else { return nil }
    let isBehindDigit = place > start && input[place - 1].isDigit
    switch run.byte {
    case Ascii.quote:
      if isBehindDigit, run.quote == .none { return nil }
      let opens = run.quote == .open || run.quote == .none && !run.canClose
      return opens ? marks.double.open : marks.double.close
    case Ascii.apostrophe:
      if isBehindDigit, run.quote == .none, place + 1 == end || !input[place + 1].isLetter {
        return nil
      }
      return switch run.quote {
      case .open: marks.single.open
      case .close: marks.single.close
      case .none: "’"
      }
    default: return nil
    }
  }

  /// Two hyphens are an en dash, three an em dash; more are as many of one kind as can be. Two
  /// before a word are an option of a program.
  mutating func hyphens() {
    let first = position
    var last = position
    while last < end, input[last] == Ascii.hyphen { last += 1 }
    let count = last - first
    guard count > 1 else { return take(1) }
    if count == 2, last < end, input[last].isAlphanumeric, first == start || isOpen(first - 1) {
      return take(2)
    }
    let (em, en) =
      if count % 3 == 0 {
        (count / 3, 0)
      } else if count % 2 == 0 {
        (0, count / 2)
      } else if count % 3 == 2 {
        ((count - 2) / 3, 1)
      } else {
        ((count - 4) / 3, 2)
      }
    let dashes = String(repeating: "—", count: em) + String(repeating: "–", count: en)
    // A node of its own tells an anchor how many hyphens there were.
    var node = node(.text, at: first)
    node.text = tree.append(dashes.utf8)
    node.number = Int32(count)
    append(leaf: node)
    position = last
  }

  /// Whether a byte is one that a word can begin behind.
  private func isOpen(_ place: Int) -> Bool {
    switch input[place] {
    case UInt8(ascii: "("), UInt8(ascii: "["), Ascii.quote, Ascii.apostrophe: true
    case let byte: byte.isWhitespace
    }
  }

  /// Three dots are an ellipsis, but for those of a path such as `./...`.
  mutating func dots() {
    guard input.has("...", at: position), position + 3 <= end else { return take(1) }
    if position > start, input[position - 1] == Ascii.slash { return take(3) }
    pieces.append(.literal(tree.append("…".utf8)))
    position += 3
  }
}
