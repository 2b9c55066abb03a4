import Text

/// Straight quotes, hyphens and dots as a typesetter has them, by the rules of cmark's `--smart`.
extension InlineParser {
  /// The mark that a quote becomes; nil for a run that is none.
  func quotationMark(_ run: Delimiters.Run) -> String? {
    guard let marks = options.smartPunctuation else { return nil }
    switch run.byte {
    case Ascii.quote:
      let opens = run.quote == .open || run.quote == .none && !run.canClose
      return opens ? marks.double.open : marks.double.close
    case Ascii.apostrophe:
      return switch run.quote {
      case .open: marks.single.open
      case .close: marks.single.close
      case .none: "’"
      }
    default: return nil
    }
  }

  /// Two hyphens are an en dash, three an em dash; more are as many of one kind as can be.
  mutating func hyphens() {
    let first = position
    var last = position
    while last < end, input[last] == Ascii.hyphen { last += 1 }
    let count = last - first
    guard count > 1 else { return take(1) }
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
    pieces.append(.literal(tree.append(dashes.utf8)))
    position = last
  }

  mutating func dots() {
    guard input.has("...", at: position), position + 3 <= end else { return take(1) }
    pieces.append(.literal(tree.append("…".utf8)))
    position += 3
  }
}
