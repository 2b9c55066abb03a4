import Text

/// A line of colons, which begins or ends a block: `:::note Title`, `::: {.private}`, `:::`.
///
/// The spellings are those of VitePress and Docusaurus, MyST and Pandoc.
struct ColonFence {
  /// How many colons there are: three, or more around a block that holds others.
  let length: Int
  /// In lower case; empty for a line that ends a block.
  let name: String
  let nameRange: Range<Int>
  let title: Range<Int>

  var isEnd: Bool { name.isEmpty }
  var isPrivate: Bool { name == Self.privateName }

  static let privateName = "private"

  /// Reads a line from its first colon on; nil for one that is no fence.
  init?(in text: [UInt8], _ line: Range<Int>) {
    let count = text[line].prefix { $0 == Ascii.colon }.count
    let rest = text.trimmed(line.lowerBound + count..<line.upperBound)
    guard count >= 2, count > 2 || !rest.isEmpty else { return nil }
    length = count
    guard !rest.isEmpty else {
      (name, nameRange, title) = ("", rest, rest)
      return
    }
    guard
      let (name, end) = text[rest.lowerBound] == UInt8(ascii: "{")
        ? Self.braced(in: text, rest) : Self.word(in: text, rest).map({ ($0, $0.upperBound) })
    else { return nil }
    nameRange = name
    self.name = String(decoding: text[name].map(\.lowercased), as: UTF8.self)
    title = Self.title(in: text, end..<rest.upperBound)
    // Two colons are none of ours, but for someone who meant three.
    guard count > 2 || isPrivate || meansPrivate else { return nil }
  }

  /// Whether the name is none that is known, but one that its author may believe to be private.
  var meansPrivate: Bool {
    guard !isPrivate else { return length < 3 }
    return Self.seemsPrivate(name)
  }

  /// The same of a name that begins something else.
  static func seemsPrivate(_ name: String) -> Bool {
    if name.hasPrefix("privat") || seemingNames.contains(name) { return true }
    return !ColonBlock.knownNames.contains(name)
      && Spelling.nearest(to: name, among: [privateName]) != nil
  }

  /// What else people say of what they keep to themselves.
  private static let seemingNames: Set<String> = [
    "secret", "hidden", "confidential", "draft", "coach", "unlisted", "visibility", "personal",
    "internal", "me",
  ]

  private static func word(in text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard text[range.lowerBound].isLetter else { return nil }
    let word = text[range].prefix {
      $0.isAlphanumeric || $0 == Ascii.hyphen || $0 == UInt8(ascii: "_")
    }
    return word.startIndex..<word.endIndex
  }

  /// The first class or word between braces, or the one that makes it private.
  private static func braced(in text: [UInt8], _ range: Range<Int>) -> (Range<Int>, Int)? {
    let inside = text[range].dropFirst().prefix { $0 != UInt8(ascii: "}") }
    var found: Range<Int>?
    for token in inside.split(whereSeparator: \.isWhitespace) {
      let start = token.startIndex + (token.first == Ascii.dot ? 1 : 0)
      guard start < token.endIndex, let word = word(in: text, start..<token.endIndex),
        word.upperBound == token.endIndex
      else { continue }
      let isPrivate = text[word].map(\.lowercased).elementsEqual(privateName.utf8)
      if found == nil || isPrivate { found = word }
    }
    return found.map { ($0, min(inside.endIndex + 1, range.upperBound)) }
  }

  /// Without the colons that Pandoc allows at the end and the brackets that Docusaurus wants.
  private static func title(in text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var title = text.trimmed(range)
    while !title.isEmpty, text[title.upperBound - 1] == Ascii.colon {
      title = title.lowerBound..<title.upperBound - 1
    }
    title = text.trimmed(title)
    if title.count >= 2, text[title.lowerBound] == UInt8(ascii: "["),
      text[title.upperBound - 1] == UInt8(ascii: "]")
    {
      title = text.trimmed(title.lowerBound + 1..<title.upperBound - 1)
    }
    return title
  }
}

extension ColonFence {
  /// The fence of a private block behind whatever may look like the mark of a container.
  static func ofPrivateBlock(in text: [UInt8], _ words: Range<Int>) -> ColonFence? {
    var rest = words
    while let first = text[rest].first {
      if first == Ascii.colon, let fence = ColonFence(in: text, rest) {
        return fence.isPrivate || fence.meansPrivate ? fence : nil
      }
      let mark =
        switch BlockStart(text, rest) {
        case .item(let marker, _): marker
        case .footnote(let end): end - rest.lowerBound
        case .quote, .definition: 1
        default: first.isSpaceOrTab ? 1 : 0
        }
      guard mark > 0 else { return nil }
      rest = rest.lowerBound + mark..<rest.upperBound
    }
    return nil
  }
}
