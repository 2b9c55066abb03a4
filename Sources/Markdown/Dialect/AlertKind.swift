import Text

/// GitHub's alerts: a quote whose first line is `[!NOTE]` or the like alone.
enum AlertKind: Int32, CaseIterable {
  case note, tip, important, warning, caution

  var name: String {
    switch self {
    case .note: "note"
    case .tip: "tip"
    case .important: "important"
    case .warning: "warning"
    case .caution: "caution"
    }
  }

  func title(in words: MarkdownWords) -> MarkdownWord {
    switch self {
    case .note: words.note
    case .tip: words.tip
    case .important: words.important
    case .warning: words.warning
    case .caution: words.caution
    }
  }

  /// The kind that the first line names, and where the second begins.
  static func find(in text: [UInt8], _ range: Range<Int>) -> (kind: AlertKind, rest: Int)? {
    guard text.has("[!", at: range.lowerBound) else { return nil }
    let line = text[range].prefix { $0 != Ascii.newline }
    let inside = line.dropFirst(2).prefix { $0 != UInt8(ascii: "]") }
    let name = inside.map(\.lowercased)
    guard line[inside.endIndex...].dropFirst().allSatisfy(\.isWhitespace),
      inside.endIndex < line.endIndex,
      let kind = allCases.first(where: { $0.name.utf8.elementsEqual(name) })
    else { return nil }
    let rest = LinkSyntax.skipWhitespace(in: text, from: line.endIndex, before: range.upperBound)
    return (kind, rest)
  }
}
