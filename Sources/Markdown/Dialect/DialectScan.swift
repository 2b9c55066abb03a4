import Text

/// Tells from its bytes whether a text can hold anything beyond CommonMark, so that most need no
/// second parse.
struct DialectScan {
  let syntax: Syntax
  private let text: [UInt8]
  /// Whether libcmark's quotation marks are those that are wanted.
  private let knowsQuotes: Bool

  init(_ text: [UInt8], _ options: MarkdownOptions) {
    self.text = text
    syntax = options.syntax
    knowsQuotes = syntax.contains(.smart) && options.smartPunctuation == .english
  }

  enum Finding {
    case commonMark
    /// Quotes and dots that libcmark makes smart. It takes every dot and hyphen apart to do so, which
    /// is half of its work in a text where none of them is to become another.
    case smartMarks
    case mayBeMore
  }

  var finding: Finding {
    guard !syntax.isEmpty else { return .commonMark }
    var hasMarks = false
    let mayHoldMore = Self.candidates.utf8.contains { byte in
      isBegunWith(byte)
        && text.contains(byte) { index in
          let finding = finding(byte, at: index)
          if finding == .smartMarks { hasMarks = true }
          return finding == .mayBeMore
        }
    }
    return mayHoldMore ? .mayBeMore : hasMarks ? .smartMarks : .commonMark
  }

  /// Whether there are so many brackets that libcmark would look through them for long.
  var holdsManyBrackets: Bool {
    var count = 0
    return text.contains(UInt8(ascii: "[")) { _ in
      count += 1
      return count > Document.Excess.bracketLimit
    }
  }

  private static let candidates = ":[|~@={\"'-."

  /// Whether a byte that is found everywhere is worth looking for.
  private func isBegunWith(_ byte: UInt8) -> Bool {
    switch byte {
    case Ascii.quote, Ascii.apostrophe, Ascii.hyphen: syntax.contains(.smart)
    case Ascii.dot: !syntax.isDisjoint(with: [.smart, .autolinks])
    default: true
    }
  }

  private func finding(_ byte: UInt8, at index: Int) -> Finding {
    switch byte {
    case Ascii.dot: dot(at: index)
    case Ascii.quote, Ascii.apostrophe: quote(at: index)
    default: isBeginning(byte, at: index) ? .mayBeMore : .commonMark
    }
  }

  private func isBeginning(_ byte: UInt8, at index: Int) -> Bool {
    switch byte {
    case UInt8(ascii: "|"): syntax.contains(.tables) && isInDelimiterRow(index)
    case UInt8(ascii: "~"): syntax.contains(.strikethrough)
    case UInt8(ascii: "["): isBracket(at: index)
    case UInt8(ascii: "@"):
      syntax.contains(.autolinks) && isAlphanumeric(at: index + 1) && index > 0
    case UInt8(ascii: "="): syntax.contains(.marks) && text.has("==", at: index)
    case UInt8(ascii: "{"): syntax.contains(.headingIDs) && isAttributes(index)
    case Ascii.colon: isColon(at: index)
    case Ascii.hyphen: syntax.contains(.smart) && text.has("--", at: index)
    default: false
    }
  }

  /// Feet and inches are written with the same bytes.
  private func quote(at index: Int) -> Finding {
    knowsQuotes && !(index > 0 && text[index - 1].isDigit) ? .smartMarks : .mayBeMore
  }

  /// A dot may end `www.`, which is looked for here as letters are so many, or begin three.
  private func dot(at index: Int) -> Finding {
    // Most dots end a sentence.
    let goesOn = index + 1 < text.count && text[index + 1] == Ascii.dot
    guard goesOn || index > 0 && text[index - 1] == UInt8(ascii: "w") else { return .commonMark }
    if syntax.contains(.autolinks), index >= 3, text.has("www.", at: index - 3) {
      return .mayBeMore
    }
    guard syntax.contains(.smart), text.has("...", at: index) else { return .commonMark }
    return knowsQuotes && !(index > 0 && text[index - 1] == Ascii.slash) ? .smartMarks : .mayBeMore
  }

  private func isAttributes(_ index: Int) -> Bool {
    guard index + 1 < text.count else { return false }
    return switch text[index + 1] {
    case Ascii.hash, Ascii.dot, Ascii.colon, Ascii.hyphen: true
    default: false
    }
  }

  private func isAlphanumeric(at index: Int) -> Bool {
    index < text.count && text[index].isAlphanumeric
  }

  private func isBracket(at index: Int) -> Bool {
    guard index + 1 < text.count else { return false }
    return switch text[index + 1] {
    case UInt8(ascii: "^"): syntax.contains(.footnotes)
    case UInt8(ascii: "!"): syntax.contains(.alerts)
    case UInt8(ascii: "["): syntax.contains(.wikiLinks)
    case Ascii.space, UInt8(ascii: "x"), UInt8(ascii: "X"):
      syntax.contains(.tasks) && index + 2 < text.count && text[index + 2] == UInt8(ascii: "]")
    default: false
    }
  }

  private func isColon(at index: Int) -> Bool {
    if syntax.contains(.autolinks), text.has("://", at: index) { return isBareScheme(index) }
    if syntax.contains(.tables), isInDelimiterRow(index) { return true }
    if syntax.contains(.colonBlocks), text.has(":::", at: index) { return true }
    if syntax.contains(.emoji),
      isAlphanumeric(at: index + 1) || text.has(":+", at: index)
        || text.has(":-", at: index)
    {
      return true
    }
    return syntax.contains(.definitions) && index + 1 < text.count && text[index + 1].isSpaceOrTab
      && isFirst(index)
  }

  /// Whether an address stands where it is no destination of a link.
  private func isBareScheme(_ colon: Int) -> Bool {
    var index = colon
    while index > 0, text[index - 1].isLetter { index -= 1 }
    guard index < colon, index > 0 else { return index < colon }
    switch text[index - 1] {
    case UInt8(ascii: "("): return index < 2 || text[index - 2] != UInt8(ascii: "]")
    case Ascii.less: return false
    default: return true
    }
  }

  /// Whether a line holds nothing but pipes, colons and hyphens behind the marks of quotes; asked
  /// at the first pipe or colon.
  private func isInDelimiterRow(_ index: Int) -> Bool {
    var first = index
    var hasHyphen = false
    while first > 0, text[first - 1] != Ascii.newline, text[first - 1] != 0x0D {
      first -= 1
      switch text[first] {
      case Ascii.hyphen: hasHyphen = true
      case Ascii.space, Ascii.tab, Ascii.greater: break
      default: return false
      }
    }
    var last = index
    while last < text.count, isDelimiterRow(text[last]) {
      if text[last] == Ascii.hyphen { hasHyphen = true }
      last += 1
    }
    return hasHyphen && (last == text.count || text[last] == Ascii.newline || text[last] == 0x0D)
  }

  private func isDelimiterRow(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "|"), Ascii.colon, Ascii.hyphen, Ascii.space, Ascii.tab, 0x0B, 0x0C: true
    default: false
    }
  }

  /// Whether only spaces and the marks of quotes stand before a byte on its line.
  private func isFirst(_ index: Int) -> Bool {
    var first = index
    while first > 0, text[first - 1].isSpaceOrTab || text[first - 1] == Ascii.greater { first -= 1 }
    return first == 0 || text[first - 1] == Ascii.newline || text[first - 1] == 0x0D
  }
}

extension Tree {
  /// Whether an address was left in the text where `DialectScan` took it for a destination.
  var hasBareAddress: Bool {
    // The words of the nodes follow one another as the nodes do.
    var node = 0
    return text.contains(Ascii.colon) { colon in
      guard text.has("://", at: colon) else { return false }
      while node < nodes.count, nodes[node].text.upperBound <= colon { node += 1 }
      return node < nodes.count && nodes[node].kind == .text
        && nodes[node].text.lowerBound <= colon
    }
  }
}
