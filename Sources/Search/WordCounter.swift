import Text

/// Reads entries word by word, and keeps which of them hold a word and how much they have to do
/// with it.
///
/// Words are runs of letters and digits, folded. Scripts without spaces have none to be found, so
/// each two neighbouring letters count as a word, and the last one by itself.
package struct WordCounter {
  /// Where in an entry a text stands.
  package enum Field: Sendable { case title, label, text }

  struct Posting {
    let word: UInt32
    let find: Find
  }

  private(set) var vocabulary = Vocabulary()
  /// In the order of the entries.
  private(set) var postings: [Posting] = []
  private var folding = Folding()

  // The entry that is being read, and its words.
  private var entry: UInt32 = 0
  private var field = Field.text
  private var words: [UInt32] = []
  /// By word: where it stands in the last entry that holds it.
  private var sightings: [Sighting] = []

  private struct Sighting {
    var entry: UInt32
    var places: Relevance.Places
  }

  private var titleLength = 0
  private var textLength = 0

  // The word that is being read.
  private var word = WordBytes()
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

  /// Ends an entry, and begins the one with the next number.
  mutating func finish(entry number: Int) {
    flush()
    let relevance = Relevance(titleLength: titleLength, textLength: textLength)
    for word in words {
      let steps = relevance.steps(sightings[Int(word)].places)
      postings.append(Posting(word: word, find: Find(entry: UInt32(number), steps: UInt8(steps))))
    }
    words.removeAll(keepingCapacity: true)
    titleLength = 0
    textLength = 0
    isInHeading = false
    entry += 1
  }

  package mutating func read(_ text: String, as field: Field) {
    flush()
    self.field = field
    text.withUTF8Bytes { bytes in
      var index = 0
      while index < bytes.count { index = take(bytes, index) }
    }
    flush()
  }

  /// Reads a piece of HTML. The next piece goes on in the word where this one ends.
  package mutating func read(html bytes: UnsafeBufferPointer<UInt8>) {
    field = .text
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
    guard bytes[start] >= UInt8(ascii: "0") else {
      if !word.isEmpty { flush() }
      return start + 1
    }
    var index = start
    var count = 8
    if word.isEmpty, let end = takeShort(bytes, start) { return end }
    while count == 8, index < bytes.count {
      let eight = EightBytes(bytes, at: index)
      count = eight.letterCount
      guard count > 0 else { break }
      if isSpaceless { flush() }
      let taken = min(count, Self.wordScalars - scalars)
      word.append(eight.lowercase, taken)
      scalars += taken
      index += count
    }
    guard index == start else { return index }
    guard bytes[start] >= 0x80 else {
      if !word.isEmpty { flush() }
      return start + 1
    }
    return takeScalar(bytes, start)
  }

  /// Counts the word that starts at an index, if it is short and a mark of ASCII ends it, as most
  /// are; returns the index after both.
  @inline(__always)
  private mutating func takeShort(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    let eight = EightBytes(bytes, at: start)
    let count = eight.letterCount
    let end = start + count
    // A tag or a reference may go on with the word.
    guard count > 0, count < 8, end < bytes.count, bytes[end] < UInt8(ascii: "0"),
      bytes[end] != Ascii.ampersand
    else { return nil }
    self.count(vocabulary.number(ofShort: eight.start(count)))
    return end + 1
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
    for byte in utf8 { word.append(byte) }
    scalars += 1
  }

  // MARK: - Words

  private mutating func flush() {
    guard !word.isEmpty else { return }
    if second > 0 { countPair() }
    count()
    word.removeAll()
    scalars = 0
    isSpaceless = false
  }

  /// Counts two letters as a word, and keeps the second.
  private mutating func countPair() {
    count()
    word.removeFirst(second)
    second = 0
  }

  private mutating func count() {
    count(vocabulary.number(of: &word))
  }

  /// Counts a word of the vocabulary.
  @inline(__always)
  private mutating func count(_ number: Int) {
    if number == sightings.count {
      sightings.append(Sighting(entry: .max, places: Relevance.Places()))
    }
    var places = sightings[number].places
    if sightings[number].entry != entry {
      places = Relevance.Places()
      words.append(UInt32(number))
    }
    switch field {
    case .title:
      places.isTitle = true
      titleLength += 1
    case .label: places.isLabel = true
    case .text:
      places.text = min(places.text, .max - 1) + 1
      if isInHeading { places.isLabel = true }
      textLength += 1
    }
    sightings[number] = Sighting(entry: entry, places: places)
  }

  // MARK: - HTML

  private mutating func readTag(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let tag = HTMLTag(bytes, at: start)
    if !tag.isWithinWord { flush() }
    if tag.isHeading { isInHeading = !tag.isEnd }
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
