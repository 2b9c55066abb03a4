import Text

/// Tells letters and digits that were drawn at random from words, dates and patterns that somebody
/// has thought of, which others can think of too.
enum Chance {
  /// With as many characters as this that look like chance an id cannot be tried out. One in
  /// 150 of those that are minted here has fewer.
  static let fewest = 14

  /// More hyphens and underscores than this divide words.
  private static let dividers = 3

  /// How many characters of an id look like chance.
  static func characters(in id: String) -> Int {
    let text = id.lowercased().utf8
    let letters = text.filter { $0 != Ascii.hyphen && $0 != UInt8(ascii: "_") }
    guard text.count - letters.count <= dividers, !isPattern(letters) else { return 0 }
    var count = 0
    var rest = text[...]
    while let first = rest.first {
      let isDigits = isDigit(first)
      let run = rest.prefix { isDigit($0) == isDigits && $0.isWordPart }
      guard !run.isEmpty else {
        rest = rest.dropFirst()
        continue
      }
      // Four digits in a row may be a year.
      count += isDigits ? (run.count < 4 ? run.count : 2) : characters(inLetters: Array(run))
      rest = rest.dropFirst(run.count)
    }
    return count
  }

  /// Of letters that follow one another as in words, four and more are a word.
  private static func characters(inLetters letters: [UInt8]) -> Int {
    var count = 0
    var start = 0
    while start < letters.count {
      var end = start + 1
      while end < letters.count, follow(letters[end], letters[end - 1]) { end += 1 }
      count += end - start < 4 ? end - start : 2
      start = end
    }
    return count
  }

  /// Whether most characters can be told from the two before them: `a1b2c3`, `aaaa`, `abcd`.
  private static func isPattern(_ letters: [UInt8]) -> Bool {
    let told = letters.indices.dropFirst(2).count { index in
      [1, 2].contains { abs(Int(letters[index]) - Int(letters[index - $0])) <= 1 }
    }
    return told * 2 >= letters.count
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  private static func follow(_ next: UInt8, _ letter: UInt8) -> Bool {
    guard 0x61...0x7A ~= letter else { return false }
    return followers[Int(letter) - 0x61].utf8.contains(next)
  }

  /// What often follows each letter in the languages of Western Europe, from `a` on.
  private static let followers = [
    "bcdfgiklmnprstuvwy", "abeiloruysct", "acehiklorstuy", "adegiorsuyvl",
    "abcdefghilmnopqrstuvwxy", "aefiolrtuy", "aeghilnorsuy", "aeioutyrmn", "abcdefgklmnopqrstvz",
    "aeou", "aeilnosyt", "adeikloptuysfm", "abeimnopsuy", "acdefgiknostuyvl",
    "abcdefghiklmnoprstuvwxy", "aehiloprstuy", "u", "acdegiklmnorstuyv", "acehiklmnopqstuwy",
    "aceghilorstuwy", "abcdegilmnprstxy", "aeiouy", "aehinorsy", "aceiptuy", "aelmnopstbcdi",
    "aeilozy",
  ]
}

extension UInt8 {
  /// Whether it is a letter or digit of ASCII.
  fileprivate var isWordPart: Bool {
    switch self {
    case 0x30...0x39, 0x61...0x7A: true
    default: false
    }
  }
}
