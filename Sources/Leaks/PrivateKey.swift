import Text

/// A private key in PEM: its first line, with something of the key behind it.
enum PrivateKey {
  private static let marks = Array("-----".utf8)
  private static let opening = Array("-----BEGIN ".utf8)
  private static let kind = Array("PRIVATE KEY".utf8)

  static func find(in text: [UInt8], at start: Int) -> Leak? {
    guard start + 1 < text.count, text[start + 1] == Ascii.hyphen, text.has(opening, at: start),
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
    return hasKey(text, from: end) ? Leak(.secret("a private key"), start..<end) : nil
  }

  private static let block = Array(" BLOCK".utf8)

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
