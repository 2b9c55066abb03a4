/// What stands in the place of a template where the binder is.
enum Place: Hashable {
  /// Words, between which markup can stand.
  case words
  /// A tag: its name and attributes, and within quotation marks the value of one. What it opens may
  /// hold words alone.
  case tag(quote: UInt8?, opensText: Bool)
  /// An element that takes words only, such as `title`.
  case text

  /// Goes on behind a piece of a template.
  mutating func pass(_ piece: ArraySlice<UInt8>) {
    for (offset, byte) in zip(piece.indices, piece) {
      switch self {
      case .words where byte == UInt8(ascii: "<"):
        let rest = piece[offset...].dropFirst()
        // A comment has no attributes, and apostrophes as it likes.
        guard rest.first != UInt8(ascii: "!") else { continue }
        self = .tag(quote: nil, opensText: Self.isTextOnly(rest))
      // It ends at its own end tag, before which no other sign matters.
      case .text where piece[offset...].starts(with: "</".utf8):
        self = .tag(quote: nil, opensText: false)
      case .tag(let quote?, let opensText) where byte == quote:
        self = .tag(quote: nil, opensText: opensText)
      case .tag(nil, let opensText) where byte == UInt8(ascii: ">"):
        self = opensText ? .text : .words
      case .tag(nil, let opensText) where byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"):
        self = .tag(quote: byte, opensText: opensText)
      default: break
      }
    }
  }

  /// Whether a tag opens an element that takes words only.
  private static func isTextOnly(_ tag: ArraySlice<UInt8>) -> Bool {
    ["title", "textarea", "script", "style", "option"].contains { name in
      tag.prefix(name.utf8.count).lazy.map { $0 | 0x20 }.elementsEqual(name.utf8)
    }
  }
}
