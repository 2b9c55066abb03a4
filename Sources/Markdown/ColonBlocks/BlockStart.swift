import Text

/// What a line begins, from its first character on: CommonMark's rules for the start of blocks.
enum BlockStart {
  /// `>`, with the space behind it.
  case quote
  /// A list item whose marker has so many bytes; `canInterrupt` says whether it can follow a
  /// paragraph at once.
  case item(marker: Int, canInterrupt: Bool)
  /// `[^label]:`, whose text begins at an offset.
  case footnote(rest: Int)
  /// `: definition`.
  case definition
  case colons(ColonFence)
  case code(byte: UInt8, length: Int)
  case html(HTMLBlock)
  /// A heading or a thematic break.
  case line

  /// Nil for a line of words.
  init?(_ text: [UInt8], _ line: Range<Int>) {
    guard let first = text[line].first else { return nil }
    switch first {
    case Ascii.greater: self = .quote
    case Ascii.colon:
      if let fence = ColonFence(in: text, line) {
        self = .colons(fence)
      } else if LineStart.isDefinition(text, line) {
        self = .definition
      } else {
        return nil
      }
    case UInt8(ascii: "["):
      guard let (_, rest) = LineStart.footnote(text, line, bracket: first) else { return nil }
      self = .footnote(rest: rest)
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      let length = text[line].prefix { $0 == first }.count
      let info = text[line].dropFirst(length)
      guard length >= 3, first == UInt8(ascii: "~") || !info.contains(first) else { return nil }
      self = .code(byte: first, length: length)
    case Ascii.hash:
      guard Skeleton.numberSignHeading(text, line) != nil else { return nil }
      self = .line
    case Ascii.less:
      guard let block = HTMLBlock(text, line) else { return nil }
      self = .html(block)
    default:
      if "*-_".utf8.contains(first), LineStart.isThematicBreak(text, line) {
        self = .line
      } else if let item = Self.item(text, line) {
        self = item
      } else {
        return nil
      }
    }
  }

  private static func item(_ text: [UInt8], _ line: Range<Int>) -> BlockStart? {
    let first = text[line.lowerBound]
    var marker = 1
    var isFirst = true
    if first.isDigit {
      let digits = text[line].prefix(while: \.isDigit)
      marker = digits.count + 1
      guard digits.count < 10, digits.endIndex < line.upperBound,
        text[digits.endIndex] == Ascii.dot || text[digits.endIndex] == UInt8(ascii: ")")
      else { return nil }
      isFirst = digits.elementsEqual([UInt8(ascii: "1")])
    } else if first != Ascii.hyphen, first != UInt8(ascii: "+"), first != UInt8(ascii: "*") {
      return nil
    }
    let rest = text[line].dropFirst(marker)
    guard rest.first?.isSpaceOrTab ?? true else { return nil }
    return .item(
      marker: marker, canInterrupt: isFirst && !rest.allSatisfy(\.isSpaceOrTab))
  }
}
