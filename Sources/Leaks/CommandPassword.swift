import Text

/// A password behind the name of its user in a command: `curl -u ada:lovelace1843 …`.
enum CommandPassword {
  /// At the colon between both.
  static func find(in text: [UInt8], at colon: Int) -> Leak? {
    guard colon + 1 < text.count, text[colon + 1].isInk else { return nil }
    var start = colon
    while start > 0, colon - start < 64, isUser(text[start - 1]) { start -= 1 }
    guard start < colon, isOption(text, before: start) else { return nil }
    let limit = min(text.count, colon + 130)
    let end = text[colon + 1..<limit].firstIndex { !$0.isInk || [0x22, 0x27, 0x60].contains($0) }
    let value = text[colon + 1..<(end ?? limit)]
    guard value.count >= 6, value.contains(where: \.isDigit), value.contains(where: \.isLetter),
      value.first != 0x24, value.first != 0x3C, !Placeholder.isLikely(value),
      Entropy.bits(of: value) >= 2.5
    else { return nil }
    return Leak(.secret("a password in a command"), value.startIndex..<value.endIndex)
  }

  /// Whether what stands before a name says that it is a user's.
  private static func isOption(_ text: [UInt8], before start: Int) -> Bool {
    guard start > 0 else { return false }
    let isQuoted = [Ascii.quote, Ascii.apostrophe].contains(text[start - 1])
    let end = isQuoted ? start - 1 : start
    return text.has("-u ", at: end - 3) || text.has("--user ", at: end - 7)
      || !isQuoted && text.has("--user=", at: end - 7)
  }

  private static func isUser(_ byte: UInt8) -> Bool {
    byte.isTokenByte || byte == Ascii.dot || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "+")
  }
}
