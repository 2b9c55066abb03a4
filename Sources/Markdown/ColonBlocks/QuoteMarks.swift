import Text

/// What stands before the words of a line, with the marks of the quotes that blocks are written
/// as.
struct QuoteMarks {
  private(set) var bytes: [UInt8] = []
  private var blocks = 0

  var hasBlock: Bool { blocks > 0 }

  mutating func quote() { bytes += [Ascii.greater, Ascii.space] }

  mutating func block() {
    quote()
    blocks += 1
  }

  /// Takes the innermost block off, which is the last, for a line that ends its quote.
  mutating func endBlock() {
    bytes.removeLast(2)
    bytes += [UInt8](repeating: UInt8(ascii: "_"), count: 3)
  }

  mutating func indent(_ width: Int) {
    bytes += [UInt8](repeating: Ascii.space, count: width)
  }

  mutating func marker(_ marker: ArraySlice<UInt8>, indent: Int, padding: Int) {
    bytes += [UInt8](repeating: Ascii.space, count: indent)
    bytes += marker
    bytes += [UInt8](repeating: Ascii.space, count: padding)
  }
}
