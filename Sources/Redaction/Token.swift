import Text

/// What stands around a place without white space or brackets in between.
struct Token {
  /// The name of the host in which the place may lie, if the token is an address or the name of one.
  let host: Range<Int>?
  /// Whether it is a whole web or mail address.
  let isAddress: Bool

  /// No more is looked at on either side.
  private static let longest = 400

  init(around place: Range<Int>, in text: [UInt8]) {
    var start = place.lowerBound
    while start > 0, place.lowerBound - start < Self.longest, !Self.ends(text[start - 1]) {
      start -= 1
    }
    var end = place.upperBound
    while end < text.count, end - place.upperBound < Self.longest, !Self.ends(text[end]) {
      end += 1
    }
    let token = start..<end
    if let scheme = text.offset(of: Array("://".utf8)[...], in: token), scheme < place.lowerBound {
      isAddress = true
      let authority = Self.until("/?#", in: text, scheme + 3..<end)
      let user = text[authority].lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 }
      host = Self.until(":", in: text, (user ?? authority.lowerBound)..<authority.upperBound)
      return
    }
    if let sign = text[token].firstIndex(of: UInt8(ascii: "@")), sign > start,
      text[sign - 1].isWordByte, text[(sign + 1)..<end].contains(Ascii.dot)
    {
      isAddress = true
      host = Self.name(in: text, from: sign + 1, to: end)
      return
    }
    let name = Self.name(in: text, from: start, to: end)
    let ending = text[name].lastIndex(of: Ascii.dot).map { text[($0 + 1)..<name.upperBound] }
    let isHost = ending.map { Self.endings.contains(String(decoding: $0, as: UTF8.self)) } ?? false
    isAddress = isHost
    host = isHost ? name : nil
  }

  /// The commonest of those that a host's name ends in, without any that is a file's ending too.
  private static let endings: Set<String> = [
    "com", "net", "org", "io", "dev", "co", "de", "fr", "uk", "eu", "ai", "app", "ch", "at", "nl",
    "se", "es", "it", "us", "ca", "au", "jp", "be", "dk", "fi", "no", "pt", "br", "mx", "in", "cn",
    "cloud", "shop", "store", "info", "biz", "tech", "gov", "edu", "example",
  ]

  private static func ends(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "<>\"'()[]{}|`,;*".utf8.contains(byte)
  }

  private static func until(_ signs: String, in text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let end = text[range].firstIndex { signs.utf8.contains($0) } ?? range.upperBound
    return range.lowerBound..<end
  }

  private static func name(in text: [UInt8], from start: Int, to end: Int) -> Range<Int> {
    let name = text[start..<end].prefix {
      $0.isWordByte || $0 == Ascii.hyphen || $0 == Ascii.dot || $0 >= 0x80
    }
    var upper = name.endIndex
    while upper > start, text[upper - 1] == Ascii.dot { upper -= 1 }
    return start..<upper
  }
}
