import Text

/// A tag of HTML as far as words go: where it ends, and whether it divides them.
struct HTMLTag {
  /// The index after it; for what holds no text, such as a script, after all of that.
  let end: Int
  let isEnd: Bool
  /// Up to seven letters and digits, the first of them the lowest; 0 for a longer name.
  private let name: UInt64

  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    isEnd = start + 1 < bytes.count && bytes[start + 1] == Ascii.slash
    let nameStart = isEnd ? start + 2 : start + 1
    let letters = Letters(bytes, at: nameStart)
    name = letters.count < 8 ? letters.bytes : 0
    let index = nameStart + letters.count
    // The numbers are `script` and `style`.
    if letters.count == 0, bytes[start...].starts(with: "<!--".utf8) {
      end = Self.end(of: "-->", in: bytes, from: start + 4)
    } else if !isEnd, name == 0x7470_6972_6373 {
      end = Self.end(of: "</script", in: bytes, from: index)
    } else if !isEnd, name == 0x65_6C79_7473 {
      end = Self.end(of: "</style", in: bytes, from: index)
    } else if index < bytes.count, bytes[index] == Ascii.greater {
      end = index + 1
    } else {
      end = Self.end(ofTag: bytes, from: index)
    }
  }

  /// `h1` to `h6`.
  var isHeading: Bool { name & 0xFF == 0x68 && 0x31...0x36 ~= name >> 8 }

  /// Whether a word may go on across it, as in `<b>H</b>ello`.
  var isWithinWord: Bool { Self.wordParts.contains(name) }

  private static func end(ofTag bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != Ascii.greater {
      let sixteen = SixteenBytes(bytes, from: index)
      let ends = sixteen.are(Ascii.greater)
      let count = (ends .| sixteen.are(Ascii.quote) .| sixteen.are(Ascii.apostrophe)).falseCount
      index += count
      let isQuote = count < 16 && bytes[index] != Ascii.greater
      if isQuote { index = end(ofQuoted: bytes, from: index) }
    }
    return min(index + 1, bytes.count)
  }

  private static func end(ofQuoted bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start + 1
    while index < bytes.count {
      let count = SixteenBytes(bytes, from: index).are(bytes[start]).falseCount
      if count < 16 { return index + count + 1 }
      index += 16
    }
    return bytes.count
  }

  /// The index after some text, or where all ends without it.
  private static func end(
    of text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var index = min(start, bytes.count)
    while index < bytes.count {
      let isHere = text.withUTF8Buffer { text in
        zip(text, bytes[index...]).allSatisfy { $0 | 0x20 == $1 | 0x20 }
      }
      if isHere { return min(index + text.utf8CodeUnitCount, bytes.count) }
      index += 1
    }
    return bytes.count
  }

  /// The elements that may stand within a word, those first that most often do.
  private static let wordParts = [
    "a", "code", "em", "strong", "abbr", "b", "bdi", "bdo", "cite", "data", "del", "dfn", "i",
    "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "sub", "sup", "time", "u", "var",
    "wbr",
  ].map { $0.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
}
