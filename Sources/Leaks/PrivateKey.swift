import Text

/// A private key in PEM: its first line, with something of the key behind it.
enum PrivateKey {
  static let name: StaticString = "a private key"
  private static let opening: StaticString = "-----BEGIN "
  /// RFC 4716, and what SSH Communications' programs write for private keys.
  private static let tectia: StaticString = "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----"

  static func find(in text: [UInt8], at start: Int) -> Leak? {
    guard text.has("--", at: start), start == 0 || text[start - 1] != Ascii.hyphen,
      let end = endOfOpening(text, start), hasKey(text, from: end)
    else { return nil }
    // Where only dots stand for the key, it is an example.
    return Leak(.secret(String(describing: name)), start..<end)
  }

  private static func endOfOpening(_ text: [UInt8], _ start: Int) -> Int? {
    if text.has(tectia, at: start) { return start + tectia.utf8CodeUnitCount }
    guard text.has(opening, at: start) else { return nil }
    var end = start + opening.utf8CodeUnitCount
    let limit = min(text.count, end + 64)
    while end < limit, text[end] != Ascii.hyphen { end += 1 }
    guard text.has("-----", at: end),
      text.has("PRIVATE KEY", at: end - 11) || text.has("PRIVATE KEY BLOCK", at: end - 17)
    else { return nil }
    return end + 5
  }

  /// Whether what begins there is the key below such a line, and told of with it.
  static func isBelowOpening(_ start: Int, in text: [UInt8]) -> Bool {
    var index = start
    let limit = max(0, start - 64)
    while index > limit {
      let byte = text[index - 1]
      // White space, marks of quotes and lists, and line breaks as they are written in JSON.
      guard !byte.isInk || [0x3E, 0x7C, 0x5C, 0x6E, 0x72, 0x22, 0x27].contains(byte) else { break }
      index -= 1
    }
    return index >= 4 && text[index - 4..<index].allSatisfy { $0 == Ascii.hyphen }
  }

  private static func hasKey(_ text: [UInt8], from start: Int) -> Bool {
    var run = 0
    for byte in text[start..<min(text.count, start + 512)] {
      run = Alphabet.base64.contains(byte) ? run + 1 : 0
      if run == 32 { return true }
    }
    return false
  }
}
