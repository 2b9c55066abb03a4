import Text

/// A tag of HTML as far as words go: where it ends, and whether it divides them.
struct HTMLTag {
  /// The index after it; for what holds no text, such as a script, after all of that.
  let end: Int
  let isEnd: Bool
  let isHeading: Bool
  /// Whether a word may go on across it, as in `<b>H</b>ello`.
  let isWithinWord: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    var index = start + 1
    let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    var name: UInt64 = 0
    while index < bytes.count, bytes[index].isNameByte {
      name = name << 8 | UInt64(bytes[index] | 0x20)
      index += 1
    }
    self.isEnd = isEnd
    // The names of `h1` to `h6`, `script` and `style`, as numbers.
    isHeading = (0x6831...0x6836).contains(name)
    isWithinWord = Self.wordParts.contains(name)
    if name == 0, bytes[start...].starts(with: "<!--".utf8) {
      end = Self.end(of: "-->", in: bytes, from: start + 4)
    } else if !isEnd, name == 0x7363_7269_7074 {
      end = Self.end(of: "</script", in: bytes, from: index)
    } else if !isEnd, name == 0x73_7479_6C65 {
      end = Self.end(of: "</style", in: bytes, from: index)
    } else {
      end = Self.end(ofTag: bytes, from: index)
    }
  }

  private static func end(ofTag bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var quote: UInt8 = 0
    for index in start..<bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == Ascii.greater {
        return index + 1
      } else if byte == Ascii.quote || byte == Ascii.apostrophe {
        quote = byte
      }
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

  /// The elements that may stand within a word.
  private static let wordParts = NameSet([
    "a", "code", "em", "strong", "abbr", "b", "bdi", "bdo", "cite", "data", "del", "dfn", "i",
    "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "sub", "sup", "time", "u", "var",
    "wbr",
  ])
}

/// A few names of elements, each as one number, in a table that is asked at every tag.
private struct NameSet {
  /// Open addressing; 0 for an empty slot.
  private var slots = [UInt64](repeating: 0, count: 64)

  init(_ names: [StaticString]) {
    precondition(names.count <= 32)
    for name in names {
      let number = name.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt64($1) } }
      slots[slot(of: number)] = number
    }
  }

  func contains(_ name: UInt64) -> Bool { name != 0 && slots[slot(of: name)] == name }

  /// Where a name is, or would be.
  private func slot(of name: UInt64) -> Int {
    // Multiplication spreads the bits upwards.
    var slot = Int(truncatingIfNeeded: (name &* 0x9E37_79B9_7F4A_7C15) >> 58)
    while slots[slot] != 0, slots[slot] != name { slot = (slot + 1) & 63 }
    return slot
  }
}

extension UInt8 {
  fileprivate var isNameByte: Bool {
    switch self | 0x20 {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: false
    }
  }
}
