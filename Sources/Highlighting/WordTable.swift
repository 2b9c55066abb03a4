import Text

/// What the words of a language are: the listed ones by name, others by their shape.
struct WordTable: Sendable {
  var ignoresCase = false
  /// Of a word before `(`.
  var call = TokenKind.plain
  /// Of a word that starts with a capital letter.
  var capitalized = TokenKind.plain
  /// Of a word of at least two letters that are all capital.
  var capitals: TokenKind?

  private var slots: [Slot] = [Slot](repeating: Slot(), count: 64)
  private var letters: [UInt8] = []
  private var count = 0

  private struct Slot: Sendable {
    var start: Int32 = 0
    var length: Int32 = 0
    var kind = TokenKind.plain
  }

  /// A word that is listed twice is what the first list says.
  mutating func add(_ word: [UInt8], _ kind: TokenKind) {
    guard !word.isEmpty else { return }
    if count * 2 >= slots.count { grow() }
    let word = ignoresCase ? word.map(\.lowercased) : word
    let place = word.withUnsafeBufferPointer { self.place(of: $0, 0..<$0.count) }
    guard slots[place].length == 0 else { return }
    slots[place] = Slot(start: Int32(letters.count), length: Int32(word.count), kind: kind)
    letters += word
    count += 1
  }

  func kind(of word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, end: Int) -> TokenKind {
    let slot = slots[place(of: bytes, word)]
    guard slot.length == 0 else { return slot.kind }
    let first = bytes[word.lowerBound]
    if (0x41...0x5A).contains(first) {
      if let capitals, word.count > 1, word.allSatisfy({ !(0x61...0x7A).contains(bytes[$0]) }) {
        return capitals
      }
      if capitalized != .plain { return capitalized }
    }
    guard call != .plain, word.upperBound < end, bytes[word.upperBound] == UInt8(ascii: "(") else {
      return .plain
    }
    return call
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.length > 0 {
      let word = Int(slot.start)..<Int(slot.start + slot.length)
      slots[letters.withUnsafeBufferPointer { self.place(of: $0, word) }] = slot
    }
  }

  /// The slot of a word, or the free one where it would stand.
  private func place(of bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for index in word {
      let byte = ignoresCase ? bytes[index].lowercased : bytes[index]
      hash = (hash ^ UInt32(byte)) &* 16_777_619
    }
    var place = Int(hash ^ hash >> 15) & (slots.count - 1)
    while true {
      let slot = slots[place]
      if slot.length == 0 || isWord(slot, bytes, word) { return place }
      place = (place + 1) & (slots.count - 1)
    }
  }

  private func isWord(
    _ slot: Slot, _ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>
  ) -> Bool {
    guard Int(slot.length) == word.count else { return false }
    for offset in 0..<word.count {
      let byte = bytes[word.lowerBound + offset]
      if letters[Int(slot.start) + offset] != (ignoresCase ? byte.lowercased : byte) {
        return false
      }
    }
    return true
  }
}

extension UInt8 {
  fileprivate var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
