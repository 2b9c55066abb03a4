import Text

/// What the front matter of a text is written in.
package enum MatterLanguage: Sendable {
  case yaml, toml
}

extension Surroundings {
  /// Adds the parts of a front matter, the lines between its marks.
  mutating func addMatter(_ text: [UInt8], _ range: Range<Int>, _ language: MatterLanguage) {
    var reader = MatterScan(text: text, language: language, end: range.upperBound)
    var start = range.lowerBound
    while start < range.upperBound {
      let end =
        text[start..<range.upperBound].firstIndex(of: Ascii.newline) ?? range.upperBound
      let hasReturn = end > start && text[end - 1] == Ascii.carriageReturn
      reader.read(start..<(hasReturn ? end - 1 : end), into: &self)
      start = end + 1
    }
  }
}

/// Follows a front matter line by line.
private struct MatterScan {
  let text: [UInt8]
  let language: MatterLanguage
  let end: Int
  /// The key at the start of a line that was read last.
  private var key = ""
  /// The quote that an earlier line has opened: one byte, or three of TOML.
  private var open: [UInt8]?
  /// How many brackets of lists are open.
  private var depth = 0
  /// The indent of the key whose text of many lines goes on.
  private var blockIndent: Int?

  init(text: [UInt8], language: MatterLanguage, end: Int) {
    self.text = text
    self.language = language
    self.end = end
  }

  /// Keys whose values are no sentences.
  private static let nameKeys: Set<String> = [
    "id", "slug", "permalink", "url", "path", "aliases", "redirect_from", "image", "canonical",
    "tags", "categories", "closes", "answers", "lang", "taxonomies",
  ]

  mutating func read(_ line: Range<Int>, into surroundings: inout Surroundings) {
    var index = line.lowerBound
    while index < line.upperBound, text[index].isBlank { index += 1 }
    guard index < line.upperBound else { return }
    if let indent = blockIndent {
      guard index - line.lowerBound <= indent else {
        surroundings.add(index..<line.upperBound, .plain)
        return
      }
      blockIndent = nil
    }
    if open == nil, depth == 0 { readKey(line, &index, &surroundings) }
    readValues(index..<line.upperBound, &surroundings)
  }

  /// Goes past the marks of list items and a key, which is a name.
  private mutating func readKey(
    _ line: Range<Int>, _ index: inout Int, _ surroundings: inout Surroundings
  ) {
    let indent = index - line.lowerBound
    while index + 1 < line.upperBound, text[index] == Ascii.hyphen, text[index + 1] == Ascii.space {
      index += 2
      while index < line.upperBound, text[index] == Ascii.space { index += 1 }
    }
    let sign = language == .yaml ? Ascii.colon : UInt8(ascii: "=")
    let name = text[index..<line.upperBound].prefix { byte in
      byte.isWordByte || byte == 0x5F || byte == Ascii.hyphen || byte == Ascii.dot || byte >= 0x80
    }
    var after = name.endIndex
    while after < line.upperBound, text[after] == Ascii.space { after += 1 }
    guard !name.isEmpty, after < line.upperBound, text[after] == sign,
      after + 1 == line.upperBound || text[after + 1] == Ascii.space || language == .toml
    else { return }
    if indent == 0 { key = String(decoding: name, as: UTF8.self) }
    surroundings.add(name.startIndex..<name.endIndex, .address)
    index = after + 1
    while index < line.upperBound, text[index] == Ascii.space { index += 1 }
    if language == .yaml, index < line.upperBound, text[index] == 0x7C || text[index] == 0x3E {
      blockIndent = indent
      index = line.upperBound
    }
  }

  private mutating func readValues(_ range: Range<Int>, _ surroundings: inout Surroundings) {
    var index = range.lowerBound
    if let quote = open {
      index = readQuoted(quote, from: index, to: range.upperBound, &surroundings)
    }
    while index < range.upperBound {
      let byte = text[index]
      switch byte {
      case Ascii.hash:
        surroundings.add(index..<range.upperBound, .plain)
        return
      case Ascii.quote, Ascii.apostrophe:
        let isTriple =
          language == .toml && text[index..<range.upperBound].starts(with: [byte, byte, byte])
        let quote = isTriple ? [byte, byte, byte] : [byte]
        index = readQuoted(quote, from: index + quote.count, to: range.upperBound, &surroundings)
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        index += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth = max(0, depth - 1)
        index += 1
      case Ascii.space, Ascii.tab, UInt8(ascii: ","): index += 1
      default: index = readUnquoted(index..<range.upperBound, &surroundings)
      }
    }
  }

  private mutating func readQuoted(
    _ quote: [UInt8], from start: Int, to limit: Int, _ surroundings: inout Surroundings
  ) -> Int {
    let isDouble = quote[0] == Ascii.quote
    var index = start
    while index < limit {
      if isDouble, text[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if text[index..<limit].starts(with: quote) {
        let isDoubled =
          language == .yaml && !isDouble && index + 1 < limit
          && text[index + 1] == Ascii.apostrophe
        guard isDoubled else { break }
        index += 1
      }
      index += 1
    }
    let end = min(index, limit)
    let kind: Surroundings.Kind =
      isDouble ? .escaped : language == .yaml ? .singleQuoted : .literal
    surroundings.add(start..<end, self.kind(of: start..<end, kind))
    open = end < limit ? nil : quote
    return min(end + quote.count, limit)
  }

  private func readUnquoted(_ range: Range<Int>, _ surroundings: inout Surroundings) -> Int {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte == Ascii.hash, index > 0, text[index - 1] == Ascii.space { break }
      if depth > 0, [0x2C, 0x5D, 0x7D].contains(byte) { break }
      index += 1
      // Within braces a key ends at its colon.
      if depth > 0, byte == Ascii.colon, index < range.upperBound, text[index] == Ascii.space {
        break
      }
    }
    var end = index
    while end > range.lowerBound, text[end - 1].isBlank { end -= 1 }
    let value = range.lowerBound..<end
    surroundings.add(value, kind(of: value, .unquoted(inBrackets: depth > 0)))
    return index
  }

  /// The value of a key that wants a name is one, unless it is several words.
  private func kind(of value: Range<Int>, _ kind: Surroundings.Kind) -> Surroundings.Kind {
    let isName = Self.nameKeys.contains(key) && !text[value].contains(Ascii.space)
    return isName ? .address : kind
  }
}
