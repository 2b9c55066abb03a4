import Text

/// A private key in PEM: its first line, with something of the key behind it.
enum PrivateKey {
  private static let marks = Array("-----".utf8)
  private static let opening = Array("-----BEGIN ".utf8)
  /// RFC 4716, and what SSH Communications' programs write for private keys.
  private static let tectia = Array("---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----".utf8)
  private static let kind = Array("PRIVATE KEY".utf8)

  static func find(in text: [UInt8], at start: Int) -> Leak? {
    guard start + 1 < text.count, text[start + 1] == Ascii.hyphen else { return nil }
    if text.has(tectia, at: start), start == 0 || text[start - 1] != Ascii.hyphen {
      let end = start + tectia.count
      return hasKey(text, from: end) ? Leak(.secret(SecretRule.privateKey), start..<end) : nil
    }
    guard text.has(opening, at: start),
      start == 0 || text[start - 1] != Ascii.hyphen
    else {
      return nil
    }
    var label = start + opening.count
    let limit = min(text.count, label + 64)
    while label < limit, text[label] != Ascii.hyphen { label += 1 }
    guard text.has(marks, at: label),
      text[start..<label].isEnding(in: kind) || text[start..<label].isEnding(in: kind + block)
    else { return nil }
    let end = label + marks.count
    // Where only dots stand for the key, it is an example.
    return hasKey(text, from: end) ? Leak(.secret(SecretRule.privateKey), start..<end) : nil
  }

  private static let block = Array(" BLOCK".utf8)

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

extension ArraySlice<UInt8> {
  fileprivate func isEnding(in word: [UInt8]) -> Bool {
    count >= word.count && suffix(word.count).elementsEqual(word)
  }
}
