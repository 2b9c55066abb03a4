import Text

/// Tokens that are known by their shape and not by a prefix.
enum StructuredToken {
  /// What is shorter is none.
  private static let shortest = 36

  /// The one that a range begins with, which ends where its word does.
  static func find(in text: [UInt8], _ range: Range<Int>) -> Leak? {
    guard range.count >= shortest else { return nil }
    let start = range.lowerBound
    if let end = telegram(text, start) {
      return Leak(.secret("a Telegram bot token"), start..<end)
    }
    if let end = discord(text, start) {
      return Leak(.secret("a Discord bot token"), start..<end)
    }
    if let end = mailchimp(text, start) {
      return Leak(.secret("a Mailchimp key"), start..<end)
    }
    if let end = azureClientSecret(text, start) {
      return Leak(.secret("an Azure client secret"), start..<end)
    }
    return nil
  }

  /// `123456789:AA…`, with 35 characters behind the colon.
  private static func telegram(_ text: [UInt8], _ start: Int) -> Int? {
    guard text[start].isDigit else { return nil }
    let colon = end(of: .decimal, in: text, from: start)
    guard 8...10 ~= colon - start, text.has(":AA", at: colon) else { return nil }
    let last = end(of: .url, in: text, from: colon + 1)
    return last - colon - 1 == 35 ? last : nil
  }

  /// The bot's number in base64, a time and a signature, with dots between.
  private static func discord(_ text: [UInt8], _ start: Int) -> Int? {
    guard UInt8(ascii: "M")...UInt8(ascii: "O") ~= text[start] else { return nil }
    let first = end(of: .url, in: text, from: start)
    guard 23...28 ~= first - start, text.has(".", at: first) else { return nil }
    let second = end(of: .url, in: text, from: first + 1)
    guard second - first - 1 == 6, text.has(".", at: second) else { return nil }
    let third = end(of: .url, in: text, from: second + 1)
    return 27...40 ~= third - second - 1 ? third : nil
  }

  /// 32 hexadecimal digits and the name of a data centre.
  private static func mailchimp(_ text: [UInt8], _ start: Int) -> Int? {
    let hyphen = start + 32
    guard text.has("-us", at: hyphen), end(of: .hexadecimal, in: text, from: start) == hyphen
    else { return nil }
    let last = end(of: .decimal, in: text, from: hyphen + 3)
    return 1...2 ~= last - hyphen - 3 ? last : nil
  }

  /// `abc8Q~` and 34 more characters.
  private static func azureClientSecret(_ text: [UInt8], _ start: Int) -> Int? {
    guard start + 3 < text.count, text[start + 3].isDigit, text.has("Q~", at: start + 4)
    else { return nil }
    var last = start
    while last < text.count, Alphabet.dotted.contains(text[last]) || text[last] == 0x7E {
      last += 1
    }
    return 37...44 ~= last - start ? last : nil
  }

  private static func end(of alphabet: Alphabet, in text: [UInt8], from start: Int) -> Int {
    var index = start
    while index < text.count, index - start < 256, alphabet.contains(text[index]) { index += 1 }
    return index
  }
}

extension [UInt8] {
  /// Whether these bytes stand at an index, which may lie outside.
  @inline(__always)
  func has(_ word: StaticString, at index: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    return word.withUTF8Buffer { word in
      for offset in 0..<length where self[index + offset] != word[offset] { return false }
      return true
    }
  }
}
