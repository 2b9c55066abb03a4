import Text

/// What a heading ends with to say its own anchor: `{#id}`, with classes and the like beside it as
/// Pandoc, Hugo and kramdown know them, which say nothing here.
struct HeadingAttributes {
  /// The heading without them.
  let words: Range<Int>
  /// Empty where they say none.
  let id: Range<Int>

  /// Nil where a heading ends with something else.
  init?(at range: Range<Int>, of text: [UInt8]) {
    guard range.count > 3, text[range.upperBound - 1] == UInt8(ascii: "}"),
      let start = text[range].lastIndex(of: UInt8(ascii: "{")), start > range.lowerBound,
      text[start - 1].isSpaceOrTab || text[start - 1] == Ascii.hash
    else { return nil }
    var inside = start + 1..<range.upperBound - 1
    // kramdown begins them with a colon.
    if text[inside].first == Ascii.colon { inside = inside.lowerBound + 1..<inside.upperBound }
    var id: Range<Int>?
    let tokens = text[inside].split(whereSeparator: \.isWhitespace)
    guard !tokens.isEmpty else { return nil }
    for token in tokens {
      switch token.first {
      case Ascii.hash where token.count > 1 && token.dropFirst().allSatisfy(Self.isName):
        id = id ?? token.startIndex + 1..<token.endIndex
      case Ascii.dot where token.count > 1 && token.dropFirst().allSatisfy(Self.isName): break
      case Ascii.hyphen where token.count == 1: break
      default:
        guard let equals = token.firstIndex(of: UInt8(ascii: "=")), equals > token.startIndex else {
          return nil
        }
      }
    }
    self.id = id ?? inside.lowerBound..<inside.lowerBound
    var words = text.trimmed(range.lowerBound..<start)
    // `## Heading ## {#id}`
    let rest = text[words].reversed().prefix { $0 == Ascii.hash }.count
    let end = words.upperBound - rest
    if rest > 0, end == words.lowerBound || text[end - 1].isSpaceOrTab {
      words = text.trimmed(words.lowerBound..<end)
    }
    self.words = words
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case Ascii.quote, Ascii.apostrophe, Ascii.less, Ascii.greater, Ascii.ampersand, Ascii.hash,
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "="), UInt8(ascii: "%"),
      UInt8(ascii: "\\"), 0x7F:
      false
    default: byte > 0x20
    }
  }
}
