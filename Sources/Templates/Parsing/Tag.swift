/// A tag as it is written: `{{#name}}`.
struct Tag: Sendable {
  enum Kind: Sendable {
    case variable, raw, section, inverted, close, comment, partial, parent, block, delimiters

    /// Whether something is open until it is closed.
    var opens: Bool { [.section, .inverted, .parent, .block].contains(self) }
  }

  let kind: Kind
  let name: String
  /// All of it, with its delimiters.
  let range: Range<Int>
  let nameRange: Range<Int>
  /// Whether nothing but white space is before it in its line.
  let startsLine: Bool
  /// Whether nothing but white space is after it in its line.
  let endsLine: Bool

  /// A tag that has its line for itself takes the line with it.
  var isAlone: Bool { startsLine && endsLine }
}

/// A piece of a template, before the pieces are put inside one another.
enum Token: Sendable {
  /// The white space, possibly none, at the start of a line that is not blank.
  case margin(Range<Int>)
  case text(Range<Int>)
  case newline(Range<Int>)
  case tag(Tag)
}
