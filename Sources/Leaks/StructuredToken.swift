import Text

/// Tokens that are known by their shape and not by a prefix.
enum StructuredToken {
  static func find(in text: [UInt8], at start: Int) -> Leak? {
    if text[start].isDigit, let end = telegram(text, start) {
      return Leak(.secret("a Telegram bot token"), start..<end)
    }
    if [UInt8(ascii: "M"), UInt8(ascii: "N"), UInt8(ascii: "O")].contains(text[start]),
      let end = discord(text, start)
    {
      return Leak(.secret("a Discord bot token"), start..<end)
    }
    if Alphabet.hexadecimal.contains(text[start]), let end = mailchimp(text, start) {
      return Leak(.secret("a Mailchimp key"), start..<end)
    }
    if let end = azureClientSecret(text, start) {
      return Leak(.secret("an Azure client secret"), start..<end)
    }
    return nil
  }

  /// `123456789:AA…`, with 35 characters behind the colon.
  private static func telegram(_ text: [UInt8], _ start: Int) -> Int? {
    let colon = end(of: .decimal, in: text, from: start)
    guard 8...10 ~= colon - start, text.has(Array(":AA".utf8), at: colon) else { return nil }
    let last = end(of: .url, in: text, from: colon + 1)
    return last - colon - 1 == 35 ? last : nil
  }

  /// The bot's number in base64, a time and a signature, with dots between.
  private static func discord(_ text: [UInt8], _ start: Int) -> Int? {
    let first = end(of: .url, in: text, from: start)
    guard 23...28 ~= first - start, text.has([Ascii.dot], at: first) else { return nil }
    let second = end(of: .url, in: text, from: first + 1)
    guard second - first - 1 == 6, text.has([Ascii.dot], at: second) else { return nil }
    let third = end(of: .url, in: text, from: second + 1)
    return 27...40 ~= third - second - 1 ? third : nil
  }

  /// 32 hexadecimal digits and the name of a data centre.
  private static func mailchimp(_ text: [UInt8], _ start: Int) -> Int? {
    let hyphen = end(of: .hexadecimal, in: text, from: start)
    guard hyphen - start == 32, text.has(Array("-us".utf8), at: hyphen) else { return nil }
    let last = end(of: .decimal, in: text, from: hyphen + 3)
    return 1...2 ~= last - hyphen - 3 ? last : nil
  }

  /// `abc8Q~` and 34 more characters.
  private static func azureClientSecret(_ text: [UInt8], _ start: Int) -> Int? {
    guard text.has(Array("Q~".utf8), at: start + 4), text[start + 3].isDigit else { return nil }
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
  func has(_ word: [UInt8], at index: Int) -> Bool {
    index >= 0 && index + word.count <= count
      && self[index..<index + word.count].elementsEqual(word)
  }
}
