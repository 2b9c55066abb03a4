import Text

extension InlineParser {
  /// Takes `:name:` at its first colon; false where that names none.
  mutating func emoji() -> Bool {
    var index = position + 1
    while index < end, index - position <= 40, isEmojiName(input[index]) { index += 1 }
    guard index > position + 1, index < end, input[index] == Ascii.colon,
      let character = Emoji.character(
        named: String(decoding: input[position + 1..<index], as: UTF8.self))
    else { return false }
    pieces.append(.literal(tree.append(character.utf8)))
    position = index + 1
    return true
  }

  private func isEmojiName(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+")
      || byte == Ascii.hyphen
  }
}
