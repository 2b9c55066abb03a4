import Text

/// Goes through a text once for all who look for something in it, and calls them where it can be.
///
/// Most of a text is short words, of which eight bytes at once are leapt over.
struct TextWalk: Sendable {
  /// What a byte may be to those who look.
  struct Meaning: OptionSet, Sendable {
    let rawValue: UInt8

    /// It is no part of a word: white space or a control character.
    static let blank = Meaning(rawValue: 1)
    /// It stands before or in a password or private key.
    static let secret = Meaning(rawValue: 2)
    /// It stands in an address, or a number may begin with it.
    static let contact = Meaning(rawValue: 4)
    /// It may begin what readers do not see, or see as something else.
    static let disguise = Meaning(rawValue: 8)
  }

  /// By the byte.
  private let meanings: [Meaning]
  /// What is shorter holds no token, and nothing in base64.
  private static let shortestWord = 16

  init() {
    var meanings = [Meaning](repeating: [], count: 256)
    for byte in UInt8.min...UInt8.max where !byte.isInk { meanings[Int(byte)] = .blank }
    for byte in SecretScanner.signs.utf8 { meanings[Int(byte)].insert(.secret) }
    for byte in ContactScanner.signs.utf8 { meanings[Int(byte)].insert(.contact) }
    for byte in DecodedText.joints { meanings[Int(byte)].insert(.disguise) }
    self.meanings = meanings
  }

  /// Tells of each long word, and of each byte that means one of some things. A word comes before what
  /// stands in it.
  @inline(__always)
  func through(
    _ text: [UInt8], to wanted: Meaning, word: (Range<Int>) -> Void,
    sign: (_ index: Int, _ meaning: Meaning) -> Void = { _, _ in }
  ) {
    meanings.withUnsafeBufferPointer { meanings in
      text.withUnsafeBufferPointer { text in
        var endOfWord = 0
        var next = Self.block(in: text, from: 0, wanted, meanings)
        while let block = next {
          // A long word has a block without a blank, wherever it begins.
          if !block.meaning.contains(.blank), block.range.lowerBound >= endOfWord {
            let found = Self.word(around: block.range.lowerBound, in: text)
            if found.count >= Self.shortestWord { word(found) }
            endOfWord = found.upperBound
          }
          if !block.meaning.isDisjoint(with: wanted) {
            for index in block.range {
              let meaning = meanings[Int(text[index])].intersection(wanted)
              if !meaning.isEmpty { sign(index, meaning) }
            }
          }
          next = Self.block(in: text, from: block.range.upperBound, wanted, meanings)
        }
      }
    }
  }

  /// The next eight bytes, or the last fewer, that may be of a long word or hold what is wanted.
  private static func block(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, _ wanted: Meaning,
    _ meanings: UnsafeBufferPointer<Meaning>
  ) -> (range: Range<Int>, meaning: Meaning)? {
    let wantedOrBlank = wanted.union(.blank)
    var index = start
    while index + 8 <= text.count {
      var seen: Meaning = []
      for offset in 0..<8 { seen.formUnion(meanings[Int(text[index + offset])]) }
      seen.formIntersection(wantedOrBlank)
      if seen != .blank { return (index..<index + 8, seen) }
      index += 8
    }
    return index < text.count ? (index..<text.count, wantedOrBlank) : nil
  }

  private static func word(around place: Int, in text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var start = place
    while start > 0, text[start - 1].isInk { start -= 1 }
    var end = place
    while end < text.count, text[end].isInk { end += 1 }
    return start..<end
  }
}
