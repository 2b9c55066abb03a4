import Text

/// A password in an address: `postgres://ada:lovelace1843@db.example.net/notes`.
enum WebAddressPassword {
  /// At the colon behind the scheme.
  static func find(in text: [UInt8], at colon: Int) -> Leak? {
    guard text.has("://", at: colon), colon > 0, text[colon - 1].isLetter else { return nil }
    let start = colon + 3
    var end = start
    var at: Int?
    let limit = min(text.count, start + 512)
    while end < limit, text[end].isInk, !isEnd(text[end]) {
      if text[end] == UInt8(ascii: "@") { at = end }
      end += 1
    }
    guard let at, let divider = text[start..<at].firstIndex(of: Ascii.colon)
    else { return nil }
    let password = text[divider + 1..<at]
    let host = text[at + 1..<end].prefix { $0 != Ascii.colon }
    guard !isExample(password, user: text[start..<divider]), !isLocal(host) else { return nil }
    return Leak(.secret("a password in an address"), divider + 1..<at)
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case Ascii.slash, Ascii.quote, Ascii.apostrophe, Ascii.less, Ascii.greater, Ascii.question,
      UInt8(ascii: "`"), UInt8(ascii: ")"), UInt8(ascii: "\\"):
      true
    default: false
    }
  }

  private static func isExample(_ password: ArraySlice<UInt8>, user: ArraySlice<UInt8>) -> Bool {
    let isVariable =
      password.contains { [0x24, 0x7B, 0x5B, 0x25, 0x2A].contains($0) }
      && !password.contains(where: \.isDigit)
    return password.count < 4 || isVariable || password.first == 0x24 || password.first == 0x7B
      || password.elementsEqual(user) || Placeholder.isLikely(password)
      || password.starts(with: Array("pass".utf8))
  }

  /// Whether a host can be reached by nobody else.
  private static func isLocal(_ host: ArraySlice<UInt8>) -> Bool {
    let name = String(decoding: host, as: UTF8.self).lowercased()
    guard name.contains(".") else { return true }
    if ReservedDomain.isOne(name) || name.hasPrefix("127.") || name.hasPrefix("10.") { return true }
    let parts = name.split(separator: ".")
    if name.hasPrefix("192.168.") { return true }
    return parts.first == "172" && parts.count == 4 && 16...31 ~= (Int(parts[1]) ?? 0)
  }
}

/// Domains that are nobody's: those of RFC 2606 and RFC 6762, and what clouds call their insides.
enum ReservedDomain {
  static func isOne(_ name: String) -> Bool {
    let parts = name.lowercased().split(separator: ".")
    guard let last = parts.last else { return true }
    let isExample = parts.count >= 2 && parts[parts.count - 2] == "example"
    return ["example", "test", "invalid", "localhost", "local", "internal", "here"].contains(last)
      || isExample && ["com", "org", "net"].contains(last)
  }
}
