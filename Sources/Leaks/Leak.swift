/// Something in a text that its author hardly wants to publish.
package struct Leak: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A key, token or password, by what it is in words: `a GitHub token`.
    case secret(String)
    /// The public half of a key, which opens nothing alone: `an AWS access key id`.
    case keyName(String)
    case mailAddress
    case phoneNumber
    /// A word of the author's confidential list.
    case confidential
    /// A name for which the author publishes other words.
    case standIn
  }

  package let kind: Kind
  /// In bytes of the text.
  package let range: Range<Int>

  package init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
