/// How the tokens of one service look: a prefix nobody writes by chance, and so many characters
/// behind it.
struct SecretRule: Sendable {
  /// What it is, in words that follow “this looks like”.
  let name: StaticString
  let prefix: StaticString
  let alphabet: Alphabet
  let counts: ClosedRange<Int>
  /// Whether it is only the name of a key, which opens nothing without the key itself.
  let isName: Bool

  init(
    _ name: StaticString, _ prefix: StaticString, _ alphabet: Alphabet, _ counts: ClosedRange<Int>,
    isName: Bool = false
  ) {
    self.name = name
    self.prefix = prefix
    self.alphabet = alphabet
    self.counts = counts
    self.isName = isName
  }

  /// The end of the token whose prefix stands at an index; nil where there is none.
  func end(in text: [UInt8], at start: Int) -> Int? {
    guard text.has(prefix, at: start) else { return nil }
    let body = start + prefix.utf8CodeUnitCount
    var end = body
    let limit = min(text.count, body + counts.upperBound + 1)
    while end < limit, alphabet.contains(text[end]) { end += 1 }
    // A sentence may end behind a token whose alphabet holds its mark; the mark may be its own, too.
    let longest = end
    while end > body, [0x2E, 0x2D, 0x3A, 0x25].contains(text[end - 1]) { end -= 1 }
    if !counts.contains(end - body) { end = longest }
    guard counts.contains(end - body) else { return nil }
    return Placeholder.isOne(text[body..<end]) ? nil : end
  }
}
