import Text

/// The classes of bytes that CommonMark's grammar is written in.
extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isAlphanumeric: Bool { isDigit || isLetter }
  /// Space, tab, line ends, vertical tab and form feed.
  var isWhitespace: Bool { self == 0x20 || self &- 9 < 5 }
  var isSpaceOrTab: Bool { self == Ascii.space || self == Ascii.tab }
  /// What a backslash can escape.
  var isPunctuation: Bool {
    self &- 0x21 < 15 || self &- 0x3A < 7 || self &- 0x5B < 6 || self &- 0x7B < 4
  }
  var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

/// What the delimiters of emphasis ask of their neighbours.
enum CharacterClass {
  case space, punctuation, other

  init(_ byte: UInt8) {
    self = byte.isWhitespace && byte != 0x0B ? .space : byte.isPunctuation ? .punctuation : .other
  }

  init(_ scalar: Unicode.Scalar) {
    guard scalar.value > 0x7F else {
      self.init(UInt8(scalar.value))
      return
    }
    self =
      switch scalar.properties.generalCategory {
      case .spaceSeparator: .space
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation:
        .punctuation
      default: .other
      }
  }
}

extension Array<UInt8> {
  /// The character that begins at an index of valid UTF-8.
  func scalar(at index: Int) -> Unicode.Scalar {
    let first = self[index]
    guard first >= 0xC0 else { return Unicode.Scalar(first) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length where index + offset < count {
      value = value << 6 | UInt32(self[index + offset] & 0x3F)
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// A range without the white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start].isWhitespace { start += 1 }
    while end > start, self[end - 1].isWhitespace { end -= 1 }
    return start..<end
  }

  /// A range without the white space at its ends, but with what libcmark leaves at the start of a
  /// block: a vertical tab or a form feed.
  func words(in range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start].isSpaceOrTab || self[start] == Ascii.newline { start += 1 }
    while end > start, self[end - 1].isWhitespace { end -= 1 }
    return start..<end
  }

  /// Whether these bytes stand at an index.
  func has(_ word: StaticString, at index: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    return word.withUTF8Buffer { buffer in
      for offset in 0..<length where self[index + offset] != buffer[offset] { return false }
      return true
    }
  }
}
