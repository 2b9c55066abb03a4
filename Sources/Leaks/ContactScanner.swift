import Text

/// Finds e-mail addresses and phone numbers.
struct ContactScanner: Sendable {
  /// The addresses and numbers that their owner shows to everyone: addresses in lower case, the
  /// digits of numbers.
  private let known: Set<String>

  init(known: some Sequence<String>) {
    self.known = Set(
      known.flatMap { [$0.lowercased(), String($0.filter(\.isNumber))] }.filter { !$0.isEmpty })
  }

  /// What an address has in it, and what a number can begin with.
  static let signs = "@+(0123456789"

  /// The address around a sign or the number that begins there, if there is one to tell of, and
  /// where to look on.
  func find(in text: [UInt8], at sign: Int) -> (leak: Leak?, end: Int) {
    guard text[sign] == UInt8(ascii: "@") else {
      let run = DigitRun(in: text, at: sign)
      let number = PhoneNumber(run, in: text, at: sign)
      let isLeak = number.map { !known.contains($0.digits) } ?? false
      return (isLeak ? Leak(.phoneNumber, sign..<run.end) : nil, max(run.end, sign + 1))
    }
    guard let range = mailAddress(in: text, at: sign) else { return (nil, sign + 1) }
    return (Leak(.mailAddress, range), range.upperBound)
  }

  private func mailAddress(in text: [UInt8], at sign: Int) -> Range<Int>? {
    var start = sign
    while start > 0, sign - start < 64, isLocalPart(text[start - 1]) { start -= 1 }
    while start < sign, [0x2E, 0x2D, 0x5F, 0x25].contains(text[start]) { start += 1 }
    guard start < sign, text[sign - 1] != Ascii.dot else { return nil }
    // `@ada@social.example` is a name on a network, `https://ada@host` a user.
    if start > 0, [UInt8(ascii: "@"), Ascii.slash, Ascii.colon].contains(text[start - 1]),
      !text.has("mailto:", at: start - 7)
    {
      return nil
    }
    var end = sign + 1
    var lastDot: Int?
    while end < text.count, Alphabet.dotted.contains(text[end]), text[end] != UInt8(ascii: "_") {
      if text[end] == Ascii.dot { lastDot = end }
      end += 1
    }
    while end > sign, text[end - 1] == Ascii.dot || text[end - 1] == Ascii.hyphen { end -= 1 }
    if let dot = lastDot, dot >= end { lastDot = text[sign..<end].lastIndex(of: Ascii.dot) }
    guard let dot = lastDot, dot > sign + 1, end - dot > 2,
      text[(dot + 1)..<end].allSatisfy(\.isLetter)
    else { return nil }
    let domain = String(decoding: text[(sign + 1)..<end], as: UTF8.self)
    let local = String(decoding: text[start..<sign], as: UTF8.self).lowercased()
    let whole = String(decoding: text[start..<end], as: UTF8.self).lowercased()
    guard !ReservedDomain.isOne(domain), !Self.endings.contains(whole.suffix(after: ".")),
      !["git", "noreply", "no-reply", "you", "me", "user", "name", "youremail"].contains(local),
      !domain.contains("noreply"), !known.contains(whole)
    else { return nil }
    return start..<end
  }

  /// What stands behind the last dot of a file's name such as `cat@2x.png`.
  private static let endings: Set<String> = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "js", "mjs", "ts", "css", "html", "md",
    "json", "txt", "zip", "gz",
  ]

  private func isLocalPart(_ byte: UInt8) -> Bool {
    byte.isTokenByte || byte == Ascii.dot || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "%")
  }
}

extension String {
  fileprivate func suffix(after mark: Character) -> String {
    lastIndex(of: mark).map { String(self[index(after: $0)...]) } ?? ""
  }
}
