import Glibc
import Text

/// A secret that is known by the name it is given: `DB_PASSWORD="…"`, `apiKey: …`,
/// `Authorization: Bearer …`.
struct Assignment: Sendable {
  /// What ends the names of secrets, by its own last byte, small or large.
  private let endings: [[[UInt8]]]
  private let authorization = Array("authorization".utf8)

  init() {
    let words = [
      "password", "passwd", "passphrase", "pwd", "passwort", "secret", "token", "apikey", "api_key",
      "api-key", "access_key", "accesskey", "secret_key", "secretkey", "secret-key", "private_key",
      "privatekey", "auth_key", "authkey", "encryption_key", "signing_key", "account_key",
      "accountkey", "access-key", "admin_key", "app_key", "master_key", "secret_key_base",
      "kennwort", "wachtwoord", "mot_de_passe",
    ].map { Array($0.utf8) }
    endings = (UInt8.min...UInt8.max).map { last in
      words.filter { $0.last == last.lowercased }
    }
  }

  /// At the `=` or `:` behind the name.
  func find(in text: [UInt8], at sign: Int) -> Leak? {
    let end = Self.endOfName(in: text, before: sign)
    guard end > 0 else { return nil }
    let isHeader = isHeader(text, before: end)
    guard
      isHeader
        || endings[Int(text[end - 1])].contains(where: { text.has(small: $0, before: end) }),
      let value = Self.value(in: text, after: sign, isHeader: isHeader)
    else { return nil }
    let isQuoted = value.upperBound < text.count && Self.isQuote(text[value.upperBound])
    guard 8...512 ~= value.count, Self.isSecret(text[value], isQuoted: isQuoted) else { return nil }
    return Leak(.secret(isHeader ? "a key in a header" : "a password or key"), value)
  }

  /// Where the name ends, which may stand in quotes, or before “is”: “The password is: …”.
  private static func endOfName(in text: [UInt8], before sign: Int) -> Int {
    var next: Int? = sign
    var end = sign
    while let sign = next {
      end = sign
      while end > 0, sign - end < 3, text[end - 1] == Ascii.space { end -= 1 }
      if end > 0, isQuote(text[end - 1]) { end -= 1 }
      next = startOfVerb(text, before: end)
    }
    return end
  }

  private static func startOfVerb(_ text: [UInt8], before end: Int) -> Int? {
    let isLong = text.has(" ist", at: end - 4) || text.has(" est", at: end - 4)
    guard isLong || text.has(" is", at: end - 3) else { return nil }
    let start = end - (isLong ? 3 : 2)
    // Something has to stand before it.
    return start > 1 ? start : nil
  }

  private func isHeader(_ text: [UInt8], before end: Int) -> Bool {
    text.has(small: authorization, before: end)
      && (end == authorization.count || !text[end - authorization.count - 1].isTokenByte)
  }

  private static func value(in text: [UInt8], after sign: Int, isHeader: Bool) -> Range<Int>? {
    var start = sign + 1
    // `:=` and `=>` assign; `==` compares.
    if start < text.count, text[start] == UInt8(ascii: "=") {
      if text[sign] == UInt8(ascii: "=") { return nil }
      start += 1
    } else if start < text.count, text[start] == Ascii.greater {
      start += 1
    }
    start = skipSpaces(in: text, from: start)
    if isHeader || text.has("Bearer ", at: start) {
      if start < text.count, isQuote(text[start]) { start += 1 }
      let schemes: [StaticString] = ["Bearer ", "bearer ", "Basic ", "basic ", "token ", "Token "]
      guard let scheme = schemes.first(where: { text.has($0, at: start) }) else { return nil }
      start += scheme.utf8CodeUnitCount
      return start..<bareEnd(in: text, from: start)
    }
    guard start < text.count else { return nil }
    guard isQuote(text[start]) else { return start..<bareEnd(in: text, from: start) }
    let quote = text[start]
    let limit = min(text.count, start + 514)
    var end = start + 1
    while end < limit, text[end] != quote, text[end] != Ascii.newline { end += 1 }
    guard end < limit, text[end] == quote else { return nil }
    return start + 1..<end
  }

  private static func skipSpaces(in text: [UInt8], from start: Int) -> Int {
    var index = start
    while index < text.count, index - start < 8, text[index] == Ascii.space { index += 1 }
    return index
  }

  private static func bareEnd(in text: [UInt8], from start: Int) -> Int {
    let ends = Alphabet("\"'`,;()<>[]{}|&\\")
    var end = start
    while end < text.count, end - start <= 513, text[end].isInk, !ends.contains(text[end]) {
      end += 1
    }
    while end > start, text[end - 1] == Ascii.dot || text[end - 1] == Ascii.colon { end -= 1 }
    return end
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == Ascii.quote || byte == Ascii.apostrophe || byte == UInt8(ascii: "`")
  }

  /// Whether a value is made up and no name, call or variable.
  private static func isSecret(_ value: ArraySlice<UInt8>, isQuoted: Bool) -> Bool {
    // What stands between quotes may hold any sign, if it is too long to be a call.
    let mayHoldSigns = isQuoted && value.count >= 24
    guard value.allSatisfy({ $0.isInk && $0 < 0x80 }), let first = value.first,
      ![0x24, 0x25, 0x7B, 0x3C, 0x2F, 0x40, 0x28].contains(first),
      mayHoldSigns || !value.contains(where: { [0x7B, 0x7D, 0x3C, 0x3E, 0x28].contains($0) }),
      !Placeholder.isLikely(value)
    else { return false }
    let hasDigit = value.contains(where: \.isDigit)
    let hasLetter = value.contains(where: \.isLetter)
    guard hasDigit, hasLetter, !isPath(value) else { return false }
    return Entropy.bits(of: value) >= 2.8
  }

  /// `settings.token2`, `https://…`, `config/key1.pem`: where a secret is, and none itself.
  private static func isPath(_ value: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: value, as: UTF8.self)
    if text.contains("://") { return true }
    // No path holds such signs.
    if value.contains(where: { [0x21, 0x23, 0x24, 0x26, 0x2A, 0x2B, 0x5E].contains($0) }) {
      return false
    }
    let parts = text.split(whereSeparator: { $0 == "." || $0 == "/" || $0 == "_" || $0 == "-" })
    // Words between dots or slashes; what is made up has digits in most of its parts, or no parts.
    let words = parts.count { part in part.allSatisfy(\.isLetter) && !isMixed(part) }
    // Four times four letters are how some services write passwords for their programs.
    if parts.count == 4, parts.allSatisfy({ $0.utf8.count == 4 }) { return false }
    return parts.count > 1 && words * 2 >= parts.count
  }
}

extension Assignment {
  /// Whether capitals and small letters change places more often than in words.
  private static func isMixed(_ word: Substring) -> Bool {
    zip(word, word.dropFirst()).count { $0.isUppercase != $1.isUppercase } > 2
  }
}

extension [UInt8] {
  /// Whether a word of small letters ends at an index, whatever the case of its letters.
  fileprivate func has(small word: [UInt8], before end: Int) -> Bool {
    guard word.count <= end else { return false }
    let start = end - word.count
    return word.indices.allSatisfy { self[start + $0].lowercased == word[$0] }
  }
}

/// How hard a text is to guess from its own characters.
enum Entropy {
  /// Shannon's, in bits for each byte.
  static func bits(of text: ArraySlice<UInt8>) -> Double {
    var counts = [Int](repeating: 0, count: 256)
    for byte in text { counts[Int(byte)] += 1 }
    let total = Double(text.count)
    return counts.reduce(0) { bits, count in
      count == 0 ? bits : bits - Double(count) / total * log2(Double(count) / total)
    }
  }
}
