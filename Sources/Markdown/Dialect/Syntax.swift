/// The constructs that are understood beyond CommonMark.
struct Syntax: OptionSet, Sendable {
  let rawValue: UInt16

  static let tables = Syntax(rawValue: 1 << 0)
  static let strikethrough = Syntax(rawValue: 1 << 1)
  static let tasks = Syntax(rawValue: 1 << 2)
  static let autolinks = Syntax(rawValue: 1 << 3)
  static let footnotes = Syntax(rawValue: 1 << 4)
  static let alerts = Syntax(rawValue: 1 << 5)
  static let headingIDs = Syntax(rawValue: 1 << 6)
  static let marks = Syntax(rawValue: 1 << 7)
  static let definitions = Syntax(rawValue: 1 << 8)
  static let wikiLinks = Syntax(rawValue: 1 << 9)
  static let smart = Syntax(rawValue: 1 << 10)
  static let emoji = Syntax(rawValue: 1 << 11)

  static let colonBlocks = Syntax(rawValue: 1 << 12)

  static let gfm: Syntax = [.tables, .strikethrough, .tasks, .autolinks, .footnotes, .alerts]
  static let outloud: Syntax = [
    .gfm, .headingIDs, .marks, .definitions, .wikiLinks, .colonBlocks,
  ]
}

extension MarkdownOptions {
  var syntax: Syntax {
    var syntax: Syntax =
      switch flavor {
      case .commonmark: []
      case .gfm: .gfm
      case .outloud: .outloud
      }
    if smartPunctuation != nil { syntax.insert(.smart) }
    if emoji { syntax.insert(.emoji) }
    return syntax
  }
}
