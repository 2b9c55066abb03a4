import Text

/// Bare web addresses as links: GFM's extended autolinks, as cmark-gfm finds them.
extension InlineParser {
  /// At `www.`.
  mutating func webAddress() -> Bool {
    guard input.has("www.", at: position), !brackets.canMatch, standsFree(position),
      let domain = domainEnd(from: position, isShort: false)
    else { return false }
    let last = addressEnd(position, domain)
    guard last > position else { return false }
    link(position..<last, after: "http://")
    position = last
    return true
  }

  /// At a colon: after a scheme, or before an emoji's name.
  mutating func colon() -> Bool {
    if syntax.contains(.autolinks), schemeAddress() { return true }
    return syntax.contains(.emoji) && emoji()
  }

  /// At the colon of `http://`, `https://` or `ftp://`.
  private mutating func schemeAddress() -> Bool {
    guard input.has("://", at: position), position + 3 < end, !brackets.canMatch else {
      return false
    }
    var first = position
    while first > start, input[first - 1].isLetter, position - first <= 6 { first -= 1 }
    guard isScheme(first..<position), isHostCharacter(at: position + 3),
      let domain = domainEnd(from: position + 3, isShort: true)
    else { return false }
    let last = addressEnd(first, domain)
    guard last > position + 3 else { return false }
    dropText(position - first)
    link(first..<last, after: "")
    position = last
    return true
  }

  private func isScheme(_ range: Range<Int>) -> Bool {
    let name = input[range].map(\.lowercased)
    return name.elementsEqual("http".utf8) || name.elementsEqual("https".utf8)
      || name.elementsEqual("ftp".utf8)
  }

  /// What may stand before `www.`.
  private func standsFree(_ place: Int) -> Bool {
    guard place > start else { return true }
    switch input[place - 1] {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "("): return true
    case let byte: return byte.isWhitespace
    }
  }

  private func isHostCharacter(at index: Int) -> Bool {
    guard index < end else { return false }
    let byte = input[index]
    let kind = byte < 0x80 ? CharacterClass(byte) : CharacterClass(input.scalar(at: index))
    return kind == .other
  }

  /// Where a domain ends: letters and digits in parts between dots, no underscore in the last two.
  private func domainEnd(from first: Int, isShort: Bool) -> Int? {
    var index = first + 1
    var dots = 0
    var underscores = (last: 0, beforeLast: 0)
    // As in cmark-gfm, the last byte of the text is not looked at.
    while index < end - 1 {
      let byte = input[index]
      if byte == UInt8(ascii: "_") {
        underscores.last += 1
      } else if byte == Ascii.dot {
        underscores = (0, underscores.last)
        dots += 1
      } else if byte & 0xC0 != 0x80, byte != Ascii.hyphen, !isHostCharacter(at: index) {
        break
      }
      index += 1
    }
    if dots <= 10, underscores.last > 0 || underscores.beforeLast > 0 { return nil }
    return isShort || dots > 0 ? index : nil
  }

  /// Where an address ends: at white space or `<`, without the punctuation of the sentence.
  func addressEnd(_ first: Int, _ from: Int) -> Int {
    var last = from
    while last < end, !input[last].isWhitespace, input[last] != Ascii.less { last += 1 }
    return withoutPunctuation(first..<last)
  }

  private func withoutPunctuation(_ range: Range<Int>) -> Int {
    var last = range.upperBound
    // Closing parentheses without an opening one; counted once.
    var surplus: Int?
    while last > range.lowerBound {
      switch input[last - 1] {
      case UInt8(ascii: "?"), UInt8(ascii: "!"), Ascii.dot, UInt8(ascii: ","), Ascii.colon,
        UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), Ascii.apostrophe, Ascii.quote:
        last -= 1
      case UInt8(ascii: ";"):
        var index = last - 2
        while index > range.lowerBound, input[index].isLetter { index -= 1 }
        let isEntity =
          index >= range.lowerBound && index < last - 2 && input[index] == Ascii.ampersand
        last = isEntity ? index : last - 1
      case UInt8(ascii: ")"):
        let excess = surplus ?? parentheses(range.lowerBound..<last)
        guard excess > 0 else { return last }
        surplus = excess - 1
        last -= 1
      default: return last
      }
    }
    return last
  }

  private func parentheses(_ range: Range<Int>) -> Int {
    var excess = 0
    for byte in input[range] {
      if byte == UInt8(ascii: "(") { excess -= 1 } else if byte == UInt8(ascii: ")") { excess += 1 }
    }
    return excess
  }

  /// Takes back so many bytes of text.
  private mutating func dropText(_ count: Int) {
    var count = Int32(count)
    while count > 0, let last = pieces.last, last.kind == .text {
      let dropped = min(count, last.end - last.start)
      count -= dropped
      if dropped == last.end - last.start {
        pieces.removeLast()
      } else {
        pieces[pieces.count - 1].end -= dropped
      }
    }
  }

  private mutating func link(_ range: Range<Int>, after scheme: StaticString) {
    var node = node(.link, at: range.lowerBound)
    node.text = scheme.withUTF8Buffer { tree.append(Array($0) + input[range]) }
    append(opening: node)
    pieces.append(.text(range))
    pieces.append(Piece(kind: .close))
  }
}
