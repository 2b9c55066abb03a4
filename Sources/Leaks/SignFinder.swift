import Text

/// Goes through a text from one to the next of some signs of ASCII.
///
/// Signs and digits stand close together in ASCII and seldom in a text, so that eight bytes at once
/// can be seen to hold none.
struct SignFinder: Sendable {
  private let signs: Alphabet
  private let first: UInt8
  private let last: UInt8

  init(_ signs: String) {
    self.signs = Alphabet(signs)
    first = signs.utf8.min() ?? 0
    last = signs.utf8.max() ?? 0
  }

  /// The offset of the first of the signs from a place on.
  func first(in text: [UInt8], from start: Int) -> Int? {
    text.withUnsafeBufferPointer { text in
      var index = start
      while index < text.count {
        let end = min(index + 8, text.count)
        if end == index + 8, !ByteBlock(text, at: index).contains(first, through: last) {
          index = end
          continue
        }
        while index < end {
          if signs.contains(text[index]) { return index }
          index += 1
        }
      }
      return nil
    }
  }
}
