/// A piece of raw HTML, as a browser would take it apart.
struct HTMLToken: Sendable {
  var kind: Kind
  /// Where it is written, in the text of the tree.
  let range: Range<Int>

  enum Kind: Sendable {
    case text
    case start(HTMLTag)
    case end(String)
    /// A comment, or what a browser takes for one; nobody misses it.
    case comment
    /// What is neither: a declaration, an instruction, a tag without an end; with a name for it.
    case other(String)
  }

  /// Whether it says nothing: white space, or a comment.
  func isBlank(in text: [UInt8]) -> Bool {
    switch kind {
    case .comment: true
    case .text: text[range].allSatisfy(\.isHTMLSpace)
    default: false
    }
  }
}

/// A start tag.
struct HTMLTag: Sendable {
  /// In lower case.
  let name: String
  var attributes: [Attribute]
  /// Whether its end tag follows, in the same block or in a later one below the same node.
  var isPaired = false
  /// Of `details`: whether its summary comes first.
  var hasSummary = false

  var isMedia: Bool { name == "video" || name == "audio" }

  struct Attribute: Sendable {
    /// In lower case.
    let name: String
    let nameRange: Range<Int>
    /// As written, with its entities; empty where none is.
    let value: Range<Int>
  }
}

extension UInt8 {
  /// What separates attributes: HTML standard, 13.2.5.32, "before attribute name state".
  var isHTMLSpace: Bool {
    self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0C || self == 0x0D
  }

  /// Whether a text may hold it: not a control character, but for white space.
  var isText: Bool { self >= 0x20 && self != 0x7F || isHTMLSpace }

  var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }

  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
}

extension ArraySlice<UInt8> {
  /// A name as HTML compares it: only ASCII letters have cases.
  var lowercasedName: String {
    String(
      decoding: lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
