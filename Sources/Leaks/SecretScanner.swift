import Text

/// Finds keys, tokens and passwords in a text.
struct SecretScanner: Sendable {
  private let assignments = Assignment()
  /// By the first byte of their prefixes.
  private let rules: [[SecretRule]]
  /// By the first byte: the bytes that are second in a prefix.
  private let seconds: [Alphabet]

  init() {
    var rules = [[SecretRule]](repeating: [], count: 256)
    var seconds = [[UInt8]](repeating: [], count: 256)
    for rule in SecretRule.all {
      rule.prefix.withUTF8Buffer { prefix in
        rules[Int(prefix[0])].append(rule)
        seconds[Int(prefix[0])].append(prefix[1])
      }
    }
    self.rules = rules
    self.seconds = seconds.map { Alphabet($0) }
  }

  /// What passwords and private keys have at their beginning or before it.
  static let signs = ":=-"

  /// The password or key that a sign is of.
  func find(in text: [UInt8], at sign: Int) -> Leak? {
    switch text[sign] {
    case Ascii.colon:
      WebAddressPassword.find(in: text, at: sign) ?? assignments.find(in: text, at: sign)
        ?? CommandPassword.find(in: text, at: sign)
    case UInt8(ascii: "="): assignments.find(in: text, at: sign)
    case Ascii.hyphen: PrivateKey.find(in: text, at: sign)
    default: nil
    }
  }

  /// Adds what has the shape of a service's tokens in a word of a text, in order.
  /// `divides` says which bytes may stand before one.
  @inline(__always)
  func addTokens(
    in text: [UInt8], _ word: Range<Int>,
    dividedBy divides: (UInt8) -> Bool = { !$0.isTokenByte }, to leaks: inout [Leak]
  ) {
    var index = word.lowerBound
    while index < word.upperBound {
      let isStart = index == word.lowerBound || divides(text[index - 1])
      guard isStart, let leak = token(in: text, index..<word.upperBound) else {
        index += 1
        continue
      }
      leaks.append(leak)
      index = leak.range.upperBound
    }
  }

  /// The token that a range begins with, which ends where its word does.
  private func token(in text: [UInt8], _ range: Range<Int>) -> Leak? {
    guard range.count > 1 else { return nil }
    let start = range.lowerBound
    let first = Int(text[start])
    if seconds[first].contains(text[start + 1]) {
      for rule in rules[first] {
        guard let end = rule.end(in: text, at: start) else { continue }
        let name = String(describing: rule.name)
        if name == String(describing: PrivateKey.name), PrivateKey.isBelowOpening(start, in: text) {
          continue
        }
        return Leak(rule.isName ? .keyName(name) : .secret(name), start..<end)
      }
    }
    return StructuredToken.find(in: text, range)
  }
}

extension [Leak] {
  /// In order, with others; of those that overlap, these.
  package func withoutOverlaps(with others: [Leak]) -> [Leak] { (self + others).withoutOverlaps }

  /// In order; of those that overlap, the first that was found.
  var withoutOverlaps: [Leak] {
    guard count > 1 else { return self }
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
