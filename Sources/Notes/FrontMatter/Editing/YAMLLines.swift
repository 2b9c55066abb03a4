import Text

/// The lines of a YAML front matter whose keys stand at the start of lines.
struct YAMLLines: MatterLines {
  private let matter: MatterPlace
  private let entries: [Field.Entry]

  init(_ matter: MatterPlace, _ fields: Field) {
    self.matter = matter
    entries = fields.entries ?? []
  }

  private var bytes: [UInt8] { matter.bytes }

  /// Nil where a key does not begin its line, as between braces.
  private func indent(of entry: Field.Entry) -> String? {
    let line = matter.lines.range(ofLine: entry.mark.line)
    let spaces = bytes[line].prefix { $0 == Ascii.space }.count
    return spaces == entry.mark.column - 1 ? String(repeating: " ", count: spaces) : nil
  }

  /// The lines of an entry without the remarks and blank lines behind it, which belong to the next.
  private func numbers(of entry: Field.Entry) -> ClosedRange<Int> {
    let start = entry.mark.line
    let next = entries.map(\.mark.line).filter { $0 > start }.min() ?? matter.numbers.upperBound
    var end = max(start, next - 1)
    while end > start, matter.isBlank(line: end) || isRemark(line: end, of: entry) { end -= 1 }
    return start...end
  }

  /// Whether a line is a remark. In a text that follows `|` or `>`, what is indented is none.
  private func isRemark(line: Int, of entry: Field.Entry) -> Bool {
    let text = bytes[matter.lines.range(ofLine: line)]
    let spaces = text.prefix { $0 == Ascii.space }.count
    guard text.dropFirst(spaces).first == Ascii.hash else { return false }
    let lead = firstLine(of: entry).flatMap { bytes[$0.value].first }
    return spaces < entry.mark.column
      || lead != UInt8(ascii: "|") && lead != Ascii.greater
  }

  /// The bytes of some lines with their line breaks.
  private func range(of numbers: ClosedRange<Int>) -> Range<Int> {
    matter.lines.start(
      ofLine: numbers.lowerBound)..<matter.lines.start(ofLine: numbers.upperBound + 1)
  }

  /// On the first line of an entry: the value behind the colon, and the remark behind that.
  private func firstLine(of entry: Field.Entry) -> (value: Range<Int>, colon: Int)? {
    guard let indent = indent(of: entry) else { return nil }
    let line = matter.lines.range(ofLine: entry.mark.line)
    let start = line.lowerBound + indent.utf8.count
    let forms = [entry.key, "\"\(entry.key)\"", "'\(entry.key)'"]
    for form in forms where bytes[start..<line.upperBound].starts(with: form.utf8) {
      let after = start + form.utf8.count
      let rest = bytes[after..<line.upperBound]
      guard let colon = rest.firstIndex(where: { $0 != Ascii.space }), rest[colon] == Ascii.colon
      else { continue }
      var value = colon + 1..<endOfValue(in: colon + 1..<line.upperBound)
      while let first = bytes[value].first, first == Ascii.space { value.removeFirst() }
      while let last = bytes[value].last, last == Ascii.space || last == Ascii.tab {
        value = value.dropLast()
      }
      return (value, colon)
    }
    return nil
  }

  /// Where a remark begins on a line, behind a space and outside of quotes; else the line's end.
  private func endOfValue(in line: Range<Int>) -> Int {
    var quote: UInt8?
    var isStart = true
    var isEscaped = false
    var previous = Ascii.space
    for index in line {
      let byte = bytes[index]
      if let open = quote {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\"), open == Ascii.quote {
          isEscaped = true
        } else if byte == open {
          // Two of them in a row stand for one, within single quotes.
          isEscaped = open == Ascii.apostrophe && bytes[index + 1..<line.upperBound].first == byte
          if !isEscaped { quote = nil }
        }
      } else if byte == Ascii.hash, previous == Ascii.space || previous == Ascii.tab {
        return index
      } else if isStart, byte == Ascii.quote || byte == Ascii.apostrophe {
        quote = byte
      }
      if byte != Ascii.space { isStart = "[{,:".utf8.contains(byte) }
      previous = byte
    }
    return line.upperBound
  }

  // MARK: - Changes

  func inserting(_ key: String, _ value: FrontMatterValue) -> [UInt8]? {
    let indent = entries.first.map { self.indent(of: $0) } ?? ""
    guard let indent else { return nil }
    // Behind everything, where nothing that is there can take the line for its own.
    let offset = matter.lines.start(ofLine: matter.numbers.upperBound)
    return matter.replacing(
      offset..<offset,
      with: "\(indent)\(key): \(value.written(in: .yaml))\(matter.lineEnding)")
  }

  func replacing(_ entry: Field.Entry, with value: FrontMatterValue) -> [UInt8]? {
    guard let line = firstLine(of: entry) else { return nil }
    let words = value.written(in: .yaml)
    let numbers = numbers(of: entry)
    let rest = matter.lines.range(ofLine: numbers.lowerBound).upperBound
    let end = matter.lines.range(ofLine: numbers.upperBound).upperBound
    let hasSpace = line.value.lowerBound > line.colon + 1
    let remark = String(decoding: bytes[line.value.upperBound..<rest], as: UTF8.self)
    return matter.replacing(
      line.value.lowerBound..<end,
      with: (hasSpace ? "" : " ") + words + (remark.hasPrefix("#") ? " " : "") + remark)
  }

  func adding(to entry: Field.Entry, _ value: FrontMatterValue) -> [[UInt8]] {
    guard let items = value.items(behind: entry.value), let line = firstLine(of: entry) else {
      return []
    }
    let numbers = numbers(of: entry)
    if line.value.isEmpty { return [addingLines(items, numbers)].compactMap(\.self) }
    let last = matter.lines.range(ofLine: numbers.upperBound)
    let end = numbers.count == 1 ? line.value.upperBound : endOfValue(in: last)
    let ink = bytes[line.value.lowerBound..<end].lastIndex { $0 > Ascii.space }
    let range = line.value.lowerBound..<(ink.map { $0 + 1 } ?? end)
    return FrontMatterValue.additions(of: items, in: .yaml, to: matter, at: range)
  }

  /// More items for a list of lines that begin with dashes.
  private func addingLines(_ items: [FrontMatterValue], _ numbers: ClosedRange<Int>) -> [UInt8]? {
    let leads = numbers.dropFirst().lazy.compactMap { number -> String? in
      let text = bytes[matter.lines.range(ofLine: number)]
      let spaces = text.prefix { $0 == Ascii.space }.count
      guard text.dropFirst(spaces).first == Ascii.hyphen else { return nil }
      let gap = text.dropFirst(spaces + 1).prefix { $0 == Ascii.space }.count
      return String(repeating: " ", count: spaces) + "-" + String(repeating: " ", count: gap)
    }
    guard let lead = leads.first else { return nil }
    let offset = matter.lines.start(ofLine: numbers.upperBound + 1)
    let lines = items.map { "\(lead)\($0.written(in: .yaml))\(matter.lineEnding)" }
    return matter.replacing(offset..<offset, with: lines.joined())
  }

  func removing(_ entry: Field.Entry) -> [UInt8]? {
    guard indent(of: entry) != nil else { return nil }
    return matter.replacing(range(of: numbers(of: entry)), with: "")
  }
}
