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

  /// Takes words from an index on, or else a part of one, or what stands between; returns the index
  /// behind.
  @inline(__always)
  private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let index = word.isEmpty ? takeWords(bytes, start) : start
    // What follows words may be markup.
    guard index < bytes.count, index == start || !bytes[index].isSign else { return index }
    let letters = Letters(bytes, at: index)
    if letters.count > 0 {
      append(letters)
      return index + letters.count
    }
    if bytes[index] >= 0x80 { return takeScalar(bytes, index) }
    flush()
    return index + 1
  }

  /// Counts words that surely begin and end where they seem to, as most do; returns the index of what
  /// needs a closer look.
  @inline(__always)
  private mutating func takeWords(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count {
      // White space and most punctuation come before all letters.
      if bytes[index] < UInt8(ascii: "0") {
        if bytes[index] == Ascii.ampersand { break }
        index &+= 1
        continue
      }
      let letters = Letters(bytes, at: index)
      var end = index &+ letters.count
      if letters.count < 8 {
        guard end < bytes.count, bytes[end].surelyEndsWord else { break }
        if letters.count > 0 { entry.count(vocabulary.number(of: letters.bytes), in: place) }
      } else {
        let more = Letters(bytes, at: end)
        end &+= more.count
        guard more.count < 8, end < bytes.count, bytes[end].surelyEndsWord else { break }
        entry.count(vocabulary.number(of: letters.bytes, more.bytes), in: place)
      }
      index = end &+ 1
    }
    return index
  }

  /// Goes on in the word with letters and digits of ASCII.
  @inline(never)
  private mutating func append(_ letters: Letters) {
    if isSpaceless { flush() }
    let taken = min(letters.count, Self.wordScalars - scalars)
    word.append(letters.bytes & ~(.max << UInt64(taken * 8)), taken)
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
  fileprivate var surelyEndsWord: Bool { self < 0x80 && !isSign }

  /// Whether markup begins with it.
  fileprivate var isSign: Bool { self == Ascii.less || self == Ascii.ampersand }
}
