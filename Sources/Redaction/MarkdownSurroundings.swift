import Text

extension Surroundings {
  /// Adds the parts of a Markdown text, from an offset to the end: code, addresses, attributes.
  ///
  /// It knows as much of Markdown as it takes to write a name's stand-in well, and nothing depends on
  /// it being right: a name is replaced wherever it stands.
  mutating func addMarkdown(_ text: [UInt8], from start: Int) {
    var block: Range<Int>?
    var fence: (byte: UInt8, count: Int)?
    var followsBlank = true
    var isInList = false
    var lineStart = start
    while lineStart < text.count {
      let end = text[lineStart...].firstIndex(of: Ascii.newline).map { $0 + 1 } ?? text.count
      let line = lineStart..<end
      lineStart = end
      let (ink, hasMarker, columns) = Self.lead(text, line)
      let isBlank = ink == end || text[ink] == Ascii.newline || text[ink] == Ascii.carriageReturn
      let run = isBlank ? 0 : text[ink..<end].prefix { $0 == text[ink] }.count
      if let open = fence {
        closeBlock(&block, text)
        add(line, .code)
        let isClosing = !isBlank && text[ink] == open.byte && run >= open.count
        if isClosing, text[(ink + run)..<end].allSatisfy(\.isBlank) { fence = nil }
        continue
      }
      if !isBlank, run >= 3, text[ink] == 0x60 || text[ink] == 0x7E,
        text[ink] == 0x7E || !text[(ink + run)..<end].contains(0x60)
      {
        closeBlock(&block, text)
        add(line, .code)
        fence = (text[ink], run)
        continue
      }
      if isBlank {
        closeBlock(&block, text)
        followsBlank = true
        continue
      }
      if hasMarker { isInList = true } else if columns == 0 { isInList = false }
      if followsBlank, columns >= 4, !isInList {
        add(line, .code)
        continue
      }
      followsBlank = false
      block = (block?.lowerBound ?? line.lowerBound)..<end
    }
    closeBlock(&block, text)
  }

  /// Where the ink of a line begins behind the marks of quotes and lists, whether it is a list's item,
  /// and how far a line without marks is indented.
  private static func lead(
    _ text: [UInt8], _ line: Range<Int>
  ) -> (ink: Int, hasMarker: Bool, columns: Int) {
    var index = line.lowerBound
    var hasMarker = false
    var columns = 0
    while index < line.upperBound {
      let rest = text[index..<line.upperBound]
      switch text[index] {
      case Ascii.space: columns += 1
      case Ascii.tab: columns += 4
      case Ascii.greater: columns = 0
      case Ascii.hyphen, UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard rest.dropFirst().first == Ascii.space else { return (index, hasMarker, columns) }
        hasMarker = true
      case 0x30...0x39:
        let digits = rest.prefix { 0x30...0x39 ~= $0 }
        let after = text[digits.endIndex..<line.upperBound].prefix(2)
        guard digits.count < 10, after.count == 2, after.last == Ascii.space,
          [Ascii.dot, UInt8(ascii: ")")].contains(after[after.startIndex])
        else { return (index, hasMarker, columns) }
        hasMarker = true
        index = digits.endIndex
      default: return (index, hasMarker, columns)
      }
      index += 1
    }
    return (index, hasMarker, columns)
  }

  private mutating func closeBlock(_ block: inout Range<Int>?, _ text: [UInt8]) {
    guard let range = block else { return }
    block = nil
    var index = range.lowerBound
    // What is open without an end is looked for once, and not from every place.
    let lastAngle = text[range].lastIndex(of: Ascii.greater) ?? range.lowerBound
    var unclosed: Set<Int> = []
    while index < range.upperBound {
      switch text[index] {
      case Ascii.less where index > lastAngle && !text[index...].starts(with: "<!--".utf8):
        index += 1
      case 0x60:
        let run = text[index..<range.upperBound].prefix { $0 == 0x60 }.count
        let close =
          unclosed.contains(run)
          ? nil : Self.closing(run, in: text, index + run..<range.upperBound)
        if let close { add(index..<close, .code) } else { unclosed.insert(run) }
        index = close ?? index + run
      default: index = addInline(text, at: index, in: range)
      }
    }
  }

  /// Adds what begins at a byte, and tells where the next may begin.
  private mutating func addInline(_ text: [UInt8], at index: Int, in block: Range<Int>) -> Int {
    let rest = text[index..<block.upperBound]
    switch text[index] {
    case UInt8(ascii: "\\"): return min(index + 2, block.upperBound)
    case Ascii.less: return addAngle(text, at: index, in: block) ?? index + 1
    case UInt8(ascii: "]"):
      let next = rest.dropFirst().first
      if next == UInt8(ascii: "(") { return addDestination(text, from: index + 2, in: block) }
      // A definition: `[name]: address`.
      let isFirst = text[..<index].suffix(200).last { $0 == Ascii.newline || $0 == 0x5B } == 0x5B
      if next == Ascii.colon, isFirst {
        return addDestination(text, from: index + 2, in: block)
      }
      return index + 1
    case UInt8(ascii: "[") where rest.starts(with: [0x5B, 0x5B]):
      let name = rest.dropFirst(2).prefix { ![0x5D, 0x7C, 0x23, Ascii.newline].contains($0) }
      if Self.isFileName(name) { add(name.startIndex..<name.endIndex, .address) }
      return name.endIndex
    default: return index + 1
    }
  }

  private static func closing(_ run: Int, in text: [UInt8], _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while let tick = text[index..<range.upperBound].firstIndex(of: 0x60) {
      let found = text[tick..<range.upperBound].prefix { $0 == 0x60 }.count
      if found == run { return tick + found }
      index = tick + found
    }
    return nil
  }

  private mutating func addDestination(
    _ text: [UInt8], from start: Int, in block: Range<Int>
  ) -> Int {
    var index = start
    while index < block.upperBound, text[index].isBlank { index += 1 }
    let rest = text[index..<block.upperBound]
    guard rest.first != Ascii.less else {
      let end = rest.firstIndex { $0 == Ascii.greater || $0 == Ascii.newline } ?? rest.endIndex
      add(index..<end, .address)
      return end
    }
    var depth = 0
    let end =
      rest.firstIndex { byte in
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        return byte.isBlank || depth < 0
      } ?? rest.endIndex
    add(index..<end, .address)
    return end
  }

  /// `[[diagram.png]]` names a file, `[[The cache]]` a note by its title.
  private static func isFileName(_ name: ArraySlice<UInt8>) -> Bool {
    guard let dot = name.lastIndex(of: Ascii.dot) else { return false }
    let ending = name[(dot + 1)...]
    return (1...5).contains(ending.count) && ending.allSatisfy { $0.isWordByte }
  }

  // MARK: - HTML

  /// A tag, a comment or an address in angle brackets.
  private mutating func addAngle(_ text: [UInt8], at start: Int, in block: Range<Int>) -> Int? {
    let rest = text[start..<block.upperBound]
    if rest.starts(with: "<!--".utf8) {
      let rest = min(start + 4, block.upperBound)..<block.upperBound
      let end = text.offset(of: Array("-->".utf8)[...], in: rest) ?? rest.upperBound
      let inside = rest.lowerBound..<end
      add(inside, .plain)
      return inside.upperBound
    }
    guard let first = rest.dropFirst().first, first.isWordByte || first == Ascii.slash else {
      return nil
    }
    guard let close = rest.firstIndex(of: Ascii.greater) else { return nil }
    let name = rest.dropFirst().prefix {
      $0 != Ascii.colon && $0 != UInt8(ascii: "@") && $0 != 0x20
    }
    let isAddress = name.endIndex < close && text[name.endIndex] != Ascii.space
    guard !isAddress else {
      add(start + 1..<close, .address)
      return close
    }
    return addTag(text, at: start, in: block)
  }

  private mutating func addTag(_ text: [UInt8], at start: Int, in block: Range<Int>) -> Int {
    var index = start + 1
    var name: [UInt8] = []
    while index < block.upperBound, text[index] != Ascii.greater {
      let byte = text[index]
      guard byte == Ascii.quote || byte == Ascii.apostrophe else {
        if byte.isWordByte {
          name.append(byte | 0x20)
        } else if byte != UInt8(ascii: "="), byte != Ascii.hyphen {
          name = []
        }
        index += 1
        continue
      }
      let inside = text[(index + 1)..<block.upperBound]
      let end = inside.firstIndex(of: byte) ?? inside.endIndex
      let isWords = Self.wordAttributes.contains(String(decoding: name, as: UTF8.self))
      add(index + 1..<end, isWords ? .attribute : .address)
      name = []
      index = min(end + 1, block.upperBound)
    }
    return index
  }

  /// The attributes that readers read.
  private static let wordAttributes: Set<String> = [
    "alt", "title", "summary", "label", "arialabel", "placeholder", "abbr", "content",
  ]
}

extension UInt8 {
  /// White space of any kind.
  var isBlank: Bool { self == 0x20 || 0x09...0x0D ~= self }

  /// An ASCII letter or digit.
  var isWordByte: Bool { 0x30...0x39 ~= self || 0x61...0x7A ~= self | 0x20 }
}
