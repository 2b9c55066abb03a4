import Text

/// Finds keys, tokens and passwords in a text.
struct SecretScanner: Sendable {
  /// By the first byte of their prefixes.
  private let rules: [[SecretRule]]
  /// By the first byte: the bytes that are second in a prefix.
  private let seconds: [Alphabet]
  /// What is shorter holds no token.
  private static let shortest = 16

  init() {
    var rules = [[SecretRule]](repeating: [], count: 256)
    for rule in SecretRule.all { rules[Int(rule.prefix.first ?? 0)].append(rule) }
    self.rules = rules
    seconds = rules.map { Alphabet($0.map { $0.prefix[1] }) }
  }

  /// What passwords and private keys have at their beginning or before it.
  static let signs = ":=-"

  /// The password or key that a sign is of.
  func find(in text: [UInt8], at sign: Int) -> Leak? {
    switch text[sign] {
    case Ascii.colon:
      WebAddressPassword.find(in: text, at: sign) ?? Assignment.find(in: text, at: sign)
        ?? CommandPassword.find(in: text, at: sign)
    case UInt8(ascii: "="): Assignment.find(in: text, at: sign)
    case Ascii.hyphen: PrivateKey.find(in: text, at: sign)
    default: nil
    }
  }

  /// What has the shape of a service's tokens, in the order of the text.
  /// `divides` says which bytes may stand before one.
  func tokens(
    in text: [UInt8], divides: (UInt8) -> Bool = { !$0.isTokenByte }
  ) -> [Leak] {
    var leaks: [Leak] = []
    for word in text.withUnsafeBufferPointer(Self.longWords) {
      search(text, word, divides, &leaks)
    }
    return leaks
  }

  /// Tokens stand in long words, each of which holds eight bytes that can be looked at at once, so
  /// that most of a text is leapt over.
  private static func longWords(of text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var index = 0
    var searched = 0
    while index + 8 <= text.count {
      guard !ByteBlock(text, at: index).containsBlank else {
        index += 8
        continue
      }
      var start = index
      while start > searched, text[start - 1].isInk { start -= 1 }
      var end = index + 8
      while end < text.count, text[end].isInk { end += 1 }
      if end - start >= shortest { words.append(start..<end) }
      searched = end
      index = (end + 7) / 8 * 8
    }
    return words
  }

  private func search(
    _ text: [UInt8], _ word: Range<Int>, _ divides: (UInt8) -> Bool, _ leaks: inout [Leak]
  ) {
    var index = word.lowerBound
    while index < word.upperBound {
      let isStart = index == word.lowerBound || divides(text[index - 1])
      guard isStart, let leak = token(in: text, at: index) else {
        index += 1
        continue
      }
      leaks.append(leak)
      index = leak.range.upperBound
    }
  }

  private func token(in text: [UInt8], at index: Int) -> Leak? {
    guard index + 1 < text.count else { return nil }
    let (first, second) = (Int(text[index]), text[index + 1])
    for rule in seconds[first].contains(second) ? rules[first] : [] {
      guard let end = rule.end(in: text, at: index) else { continue }
      if rule.name == SecretRule.privateKey, PrivateKey.isBelowOpening(index, in: text) { continue }
      return Leak(rule.isName ? .keyName(rule.name) : .secret(rule.name), index..<end)
    }
    return StructuredToken.find(in: text, at: index)
  }
}

extension [Leak] {
  /// In order, with others; of those that overlap, these.
  package func withoutOverlaps(with others: [Leak]) -> [Leak] { (self + others).withoutOverlaps }

  /// In order; of those that overlap, the first that was found.
  var withoutOverlaps: [Leak] {
    let ordered = enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    var kept: [(offset: Int, element: Leak)] = []
    for next in ordered {
      guard let last = kept.last, last.element.range.overlaps(next.element.range) else {
        kept.append(next)
        continue
      }
      if next.offset < last.offset { kept[kept.count - 1] = next }
    }
    return kept.map(\.element)
  }
}

extension UInt8 {
  /// Whether it is neither white space nor a control character.
  var isInk: Bool { self > 0x20 && self != 0x7F }

  /// Whether it may stand within a token, so that none begins behind it.
  var isTokenByte: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D: true
    default: false
    }
  }

  var isDigit: Bool { 0x30...0x39 ~= self }
  var isLetter: Bool { 0x61...0x7A ~= self | 0x20 }
  var lowercased: UInt8 { 0x41...0x5A ~= self ? self | 0x20 : self }
}
