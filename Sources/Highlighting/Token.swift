/// A run of code that is all of one kind. It starts where the token before it ends.
package struct Token: Hashable, Sendable {
  package let kind: TokenKind
  /// The offset of the first byte after it.
  package internal(set) var end: Int
}

extension [Token] {
  /// All of a text in one plain token.
  package static func plain(_ text: ArraySlice<UInt8>) -> [Token] {
    [Token(kind: .plain, end: text.count)]
  }
}
