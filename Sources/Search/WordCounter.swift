import Text

/// Reads entries word by word, and keeps which of them hold a word and how much they have to do
/// with it.
///
/// Words are runs of letters and digits, folded. Scripts without spaces have none to be found, so
/// each two neighbouring letters count as a word, and the last one by itself.
package struct WordCounter: ~Copyable {
  /// Where in an entry a text stands.
  package enum Field: Sendable { case title, label, text }

  private(set) var vocabulary = Vocabulary()
  /// In the order of the entries.
  private(set) var postings = Row<Posting>(capacity: 1 << 12)
  private var entry = EntryWords()
  private var folding = Folding()

  // The word that is being read.
  private var word = WordBlocks()
  private var place = WordPlaces.Place.text
  /// Of a word, its scalars; of a script without spaces, those of the last letter with its marks.
  private var scalars = 0
  /// Of a script without spaces: where the second letter starts; 0 before there is one.
  private var second = 0
  private var isSpaceless = false
  private var isInHeading = false

  /// Of a longer word, only its start counts.
  private static let wordScalars = 32
  private static let letterScalars = 8

  init() {}

  /// Ends an entry, and begins the next.
  mutating func finish(entry number: Int) {
    flush()
    isInHeading = false
    entry.finish(entry: UInt32(number), into: &postings)
  }

  package mutating func read(_ text: String, as field: Field) {
    flush()
    place =
      switch field {
      case .title: .title
      case .label: .label
      case .text: isInHeading ? .heading : .text
      }
    text.withUTF8Bytes { bytes in
      var index = 0
      while index < bytes.count { index = take(bytes, index) }
    }
    flush()
  }

  /// Reads a piece of HTML. The next piece goes on in the word where this one ends.
  package mutating func read(html bytes: UnsafeBufferPointer<UInt8>) {
    place = isInHeading ? .heading : .text
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case Ascii.less: index = readTag(bytes, index)
      case Ascii.ampersand: index = readReference(bytes, index)
      default: index = take(bytes, index)
      }
    }
  }

  // MARK: - Letters

  /// Takes the letters of ASCII from an index on, or else the character there; returns the index
  /// after them.
  @inline(__always)
  private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    // White space and most punctuation come before all letters.
    if bytes[start] >= UInt8(ascii: "0") {
      let end = takeLetters(bytes, start)
      if end > start { return end }
      if bytes[start] >= 0x80 { return takeScalar(bytes, start) }
    }
    flush()
    return start + 1
  }

  /// Takes letters and digits of ASCII from an index on, in one or more words; returns the index
  /// after them.
  @inline(__always)
  private mutating func takeLetters(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] >= UInt8(ascii: "0") {
      let eight = EightBytes(bytes, at: index)
      let count = eight.letterCount
      if word.isEmpty, count > 0, let end = takeWhole(bytes, index, eight, count) {
        index = end
      } else {
        append(eight, count)
        index &+= count
        if count < 8 { break }
      }
    }
    return index
  }

  /// Counts a word that surely ends within two blocks, as most do; returns the index behind what
  /// ends it.
  @inline(__always)
  private mutating func takeWhole(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ eight: EightBytes, _ count: Int
  ) -> Int? {
    if count < 8 {
      let end = start &+ count
      guard end < bytes.count, bytes[end].surelyEndsWord else { return nil }
      entry.count(vocabulary.number(of: eight.letters(count)), in: place)
      return end &+ 1
    }
    let next = EightBytes(bytes, at: start &+ 8)
    let nextCount = next.letterCount
    let end = start &+ 8 &+ nextCount
    guard nextCount < 8, end < bytes.count, bytes[end].surelyEndsWord else { return nil }
    entry.count(vocabulary.number(of: eight.letters(8), next.letters(nextCount)), in: place)
    return end &+ 1
  }

  /// Goes on in the word with so many letters and digits of ASCII.
  @inline(never)
  private mutating func append(_ eight: EightBytes, _ count: Int) {
    guard count > 0 else { return }
    if isSpaceless { flush() }
    let taken = min(count, Self.wordScalars - scalars)
    word.append(eight.letters(taken), taken)
    scalars += taken
  }

  @inline(never)
  private mutating func takeScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let length = bytes[start] >= 0xF0 ? 4 : bytes[start] >= 0xE0 ? 3 : 2
    let end = min(start + length, bytes.count)
    var value = UInt32(bytes[start]) & (0x7F >> UInt32(length))
    for byte in bytes[start + 1..<end] { value = value << 6 | UInt32(byte & 0x3F) }
    take(Unicode.Scalar(value) ?? "\u{FFFD}")
    return end
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    for piece in folding.fold(scalar) {
      switch piece.kind {
      case .separator: flush()
      case .letter:
        if isSpaceless { flush() }
        if scalars < Self.wordScalars { append(piece.utf8) }
      case .spaceless:
        if !isSpaceless { flush() }
        isSpaceless = true
        if second > 0 { countPair() }
        second = word.count
        scalars = 0
        append(piece.utf8)
      case .mark:
        if scalars < (isSpaceless ? Self.letterScalars : Self.wordScalars) { append(piece.utf8) }
      }
    }
  }

  private mutating func append(_ utf8: Unicode.UTF8.EncodedScalar) {
    for byte in utf8 { word.append(UInt64(byte), 1) }
    scalars += 1
  }

  // MARK: - Words

  @inline(__always)
  private mutating func flush() {
    if !word.isEmpty { countWord() }
  }

  @inline(never)
  private mutating func countWord() {
    if second > 0 { countPair() }
    entry.count(vocabulary.number(of: word), in: place)
    word.removeAll()
    scalars = 0
    isSpaceless = false
  }

  /// Counts two letters as a word, and keeps the second.
  private mutating func countPair() {
    entry.count(vocabulary.number(of: word), in: place)
    word.removeFirst(second)
    second = 0
  }

  // MARK: - HTML

  private mutating func readTag(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let tag = HTMLTag(bytes, at: start)
    if !word.isEmpty, !tag.isWithinWord { flush() }
    if tag.isHeading {
      isInHeading = !tag.isEnd
      place = isInHeading ? .heading : .text
    }
    return tag.end
  }

  /// A character by its number; every one that has a name separates words.
  private mutating func readReference(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let longest = 10
    let rest = bytes[(start + 1)..<min(start + longest, bytes.count)]
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else {
      flush()
      return start + 1
    }
    let name = rest[..<end]
    if name.first == UInt8(ascii: "#") {
      let digits = String(decoding: name.dropFirst(), as: UTF8.self)
      let isHex = digits.first == "x" || digits.first == "X"
      let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      if let scalar = value.flatMap(Unicode.Scalar.init) {
        take(scalar)
        return end + 1
      }
    }
    flush()
    return end + 1
  }
}

extension UInt8 {
  /// Of what is no letter of ASCII: a tag, a reference or another letter may go on with a word.
  fileprivate var surelyEndsWord: Bool {
    self < 0x80 && self != Ascii.less && self != Ascii.ampersand
  }
}
