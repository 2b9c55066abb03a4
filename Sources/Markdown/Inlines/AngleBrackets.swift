import Text

/// What can stand between `<` and `>`: autolinks and HTML tags, as the CommonMark specification has
/// them.
struct AngleBrackets {
  /// Ends that were looked for in vain from here on, so that no text is searched twice.
  private var missing: [UInt8: Int] = [:]

  /// Where the autolink that begins at `<` ends, past its `>`.
  static func autolink(in text: [UInt8], at start: Int, before end: Int) -> Int? {
    var index = start + 1
    guard index < end, text[index].isLetter else { return nil }
    while index < end,
      text[index].isAlphanumeric || text[index] == 0x2B || text[index] == Ascii.dot
        || text[index] == Ascii.hyphen
    {
      index += 1
    }
    guard index < end, text[index] == Ascii.colon, 2...32 ~= index - start - 1 else { return nil }
    while index < end, text[index] > 0x20, text[index] != Ascii.less {
      if text[index] == Ascii.greater { return index + 1 }
      index += 1
    }
    return nil
  }

  /// Where the e-mail autolink that begins at `<` ends, past its `>`.
  static func emailAutolink(in text: [UInt8], at start: Int, before end: Int) -> Int? {
    var index = start + 1
    while index < end, isLocalPart(text[index]) { index += 1 }
    guard index > start + 1, index < end, text[index] == UInt8(ascii: "@") else { return nil }
    repeat {
      let part = index + 1
      index = part
      while index < end, text[index].isAlphanumeric || text[index] == Ascii.hyphen { index += 1 }
      guard 1...63 ~= index - part, text[part] != Ascii.hyphen, text[index - 1] != Ascii.hyphen
      else { return nil }
    } while index < end && text[index] == Ascii.dot
    return index < end && text[index] == Ascii.greater ? index + 1 : nil
  }

  private static func isLocalPart(_ byte: UInt8) -> Bool {
    if byte.isAlphanumeric { return true }
    return switch byte {
    // . ! # $ % & ' * + / = ? ^ _ ` { | } ~ -
    case 0x2E, 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2F, 0x3D, 0x3F, 0x5E...0x60, 0x7B...0x7E, 0x2D: true
    default: false
    }
  }

  /// Where the HTML tag, comment, instruction, declaration or CDATA section that begins at `<`
  /// ends, past its `>`.
  mutating func html(in text: [UInt8], at start: Int, before end: Int) -> Int? {
    let index = start + 1
    guard index < end else { return nil }
    switch text[index] {
    case Ascii.slash: return Self.closingTag(in: text, at: index + 1, before: end)
    case Ascii.question: return find("?>", in: text, from: index + 1, before: end)
    case UInt8(ascii: "!"):
      if text.has("--", at: index + 1) { return comment(in: text, at: index + 3, before: end) }
      if text.has("[CDATA[", at: index + 1) {
        return find("]]>", in: text, from: index + 8, before: end)
      }
      guard index + 1 < end, text[index + 1].isLetter else { return nil }
      return find(">", in: text, from: index + 2, before: end)
    default: return Self.openingTag(in: text, at: index, before: end)
    }
  }

  private mutating func comment(in text: [UInt8], at start: Int, before end: Int) -> Int? {
    guard start < end, text[start] != Ascii.greater, !text.has("->", at: start),
      let found = find("--", in: text, from: start, before: end)
    else { return nil }
    return found < end && text[found] == Ascii.greater ? found + 1 : nil
  }

  private mutating func find(
    _ word: StaticString, in text: [UInt8], from start: Int, before end: Int
  ) -> Int? {
    let length = word.utf8CodeUnitCount
    let first = word.utf8Start[0]
    if let from = missing[first], start >= from { return nil }
    var index = start
    while index + length <= end {
      if text[index] == first, text.has(word, at: index) { return index + length }
      index += 1
    }
    missing[first] = min(start, missing[first] ?? start)
    return nil
  }

  /// Forgets the ends that were missing, as a new text begins.
  mutating func reset() {
    if !missing.isEmpty { missing.removeAll(keepingCapacity: true) }
  }

  private static func tagName(in text: [UInt8], at start: Int, before end: Int) -> Int? {
    guard start < end, text[start].isLetter else { return nil }
    var index = start + 1
    while index < end, text[index].isAlphanumeric || text[index] == Ascii.hyphen { index += 1 }
    return index
  }

  private static func closingTag(in text: [UInt8], at start: Int, before end: Int) -> Int? {
    guard var index = tagName(in: text, at: start, before: end) else { return nil }
    index = LinkSyntax.skipWhitespace(in: text, from: index, before: end)
    return index < end && text[index] == Ascii.greater ? index + 1 : nil
  }

  static func openingTag(in text: [UInt8], at start: Int, before end: Int) -> Int? {
    guard var index = tagName(in: text, at: start, before: end) else { return nil }
    while true {
      let next = LinkSyntax.skipWhitespace(in: text, from: index, before: end)
      guard next < end else { return nil }
      if text[next] == Ascii.greater { return next + 1 }
      if text[next] == Ascii.slash {
        return next + 1 < end && text[next + 1] == Ascii.greater ? next + 2 : nil
      }
      guard next > index, let attribute = attribute(in: text, at: next, before: end) else {
        return nil
      }
      index = attribute
    }
  }

  private static func attribute(in text: [UInt8], at start: Int, before end: Int) -> Int? {
    guard text[start].isLetter || text[start] == 0x5F || text[start] == Ascii.colon else {
      return nil
    }
    var index = start + 1
    while index < end,
      text[index].isAlphanumeric || text[index] == 0x5F || text[index] == Ascii.colon
        || text[index] == Ascii.dot || text[index] == Ascii.hyphen
    {
      index += 1
    }
    let equals = LinkSyntax.skipWhitespace(in: text, from: index, before: end)
    guard equals < end, text[equals] == UInt8(ascii: "=") else { return index }
    let value = LinkSyntax.skipWhitespace(in: text, from: equals + 1, before: end)
    guard value < end else { return nil }
    if text[value] == Ascii.quote || text[value] == Ascii.apostrophe {
      return text[value + 1..<end].firstIndex(of: text[value]).map { $0 + 1 }
    }
    index = value
    while index < end, isUnquoted(text[index]) { index += 1 }
    return index > value ? index : nil
  }

  private static func isUnquoted(_ byte: UInt8) -> Bool {
    switch byte {
    case Ascii.quote, Ascii.apostrophe, UInt8(ascii: "="), Ascii.less, Ascii.greater,
      UInt8(ascii: "`"):
      false
    default: !byte.isWhitespace
    }
  }
}
