import Text

/// Goes through a text once for all who look for something in it, and calls them where it can be.
///
/// Most of a text is short words, of which sixteen bytes at once are leapt over.
struct TextWalk: Sendable {
  /// What a byte may be to those who look.
  struct Meaning: OptionSet, Sendable {
    let rawValue: UInt8

    /// It stands before or in a password or private key.
    static let secret = Meaning(rawValue: 1)
    /// It stands in an address, or a number may begin with it.
    static let contact = Meaning(rawValue: 2)
    /// It may begin what readers do not see, or see as something else.
    static let disguise = Meaning(rawValue: 4)
  }

  /// By the byte.
  private let meanings: [Meaning]
  /// What is shorter holds no token, and nothing in base64.
  private static let shortestWord = 16

  init() {
    var meanings = [Meaning](repeating: [], count: 256)
    for byte in SecretScanner.signs.utf8 { meanings[Int(byte)].insert(.secret) }
    for byte in ContactScanner.signs.utf8 { meanings[Int(byte)].insert(.contact) }
    for byte in DecodedText.joints { meanings[Int(byte)].insert(.disguise) }
    self.meanings = meanings
  }

  /// Tells of each long word, and of each byte that means one of some things.
  func through(
    _ text: [UInt8], to wanted: Meaning, word: (Range<Int>) -> Void,
    sign: (_ index: Int, _ meaning: Meaning) -> Void = { _, _ in }
  ) {
    meanings.withUnsafeBufferPointer { meanings in
      text.withUnsafeBufferPointer { text in
        var endOfWord = 0
        func takeWord(around place: Int) {
          guard place >= endOfWord else { return }
          let found = Self.word(around: place, in: text)
          if found.count >= Self.shortestWord { word(found) }
          endOfWord = found.upperBound
        }
        var start = 0
        while start < text.count {
          let bytes = SixteenBytes(text, from: start)
          let blanks = Self.areBlank(bytes)
          // A long word has eight bytes without a blank, wherever it begins.
          let halves = blanks.halves
          if halves.first == 0 { takeWord(around: start) }
          if halves.last == 0 { takeWord(around: start &+ 8) }
          var signs = wanted.isEmpty ? 0 : (.!(blanks .| Self.areProse(bytes))).highBits
          while signs != 0 {
            let index = start &+ signs.trailingZeroBitCount / 8
            let meaning = meanings[Int(text[index])].intersection(wanted)
            if !meaning.isEmpty { sign(index, meaning) }
            signs &= signs &- 1
          }
          start &+= 16
        }
      }
    }
  }

  @inline(never)
  private static func word(around place: Int, in text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var start = place
    while start > 0, text[start - 1].isInk { start -= 1 }
    var end = place
    var count = 16
    while count == 16 {
      count = areBlank(SixteenBytes(text, from: end)).falseCount
      end += count
    }
    return start..<end
  }

  /// White space and control characters, which are no part of a word; and what stands behind the end
  /// of a text.
  @inline(__always)
  private static func areBlank(_ bytes: SixteenBytes) -> SIMDMask<SIMD16<Int8>> {
    bytes.are(upTo: Ascii.space) .| bytes.are(0x7F)
  }

  /// Letters, dots, commas, and what goes on with a character beyond ASCII: they mean nothing to
  /// anyone, and prose is little else.
  @inline(__always)
  private static func areProse(_ bytes: SixteenBytes) -> SIMDMask<SIMD16<Int8>> {
    bytes.with(0x20).are(from: UInt8(ascii: "a"), through: UInt8(ascii: "z"))
      // A comma differs from a dot in one bit.
      .| bytes.with(0x02).are(Ascii.dot) .| bytes.continueScalar
  }
}
