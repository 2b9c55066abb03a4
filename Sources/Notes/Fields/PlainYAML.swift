import Text

/// The YAML that nearly all notes have, read without the library: a key and a text or a short list
/// on each line, nothing nested, escaped or continued.
///
/// A full parser costs as much as rendering the note. This one gives up at the first thing that it
/// is not sure of, and whatever it reads, it reads as the library would; a test compares them.
struct PlainYAML {
  private let bytes: [UInt8]
  private let firstLine: Int

  /// The fields, or nil where the library has to look.
  static func read(_ text: [UInt8], firstLine: Int) -> Field? {
    PlainYAML(bytes: text, firstLine: firstLine).map()
  }

  private func map() -> Field? {
    var entries: [Field.Entry] = []
    entries.reserveCapacity(8)
    var start = 0
    var line = firstLine
    while start < bytes.count {
      let end = bytes.offset(of: Ascii.newline, from: start) ?? bytes.count
      if start < end, bytes[start] == Ascii.hash {
        // A line break that is none to us would end the comment.
        guard (start..<end).allSatisfy({ Self.isPrintable(bytes[$0]) }) else { return nil }
      } else if start < end {
        guard let entry = entry(start..<end, line: line),
          !entries.contains(where: { $0.key == entry.key })
        else { return nil }
        entries.append(entry)
      }
      start = end + 1
      line += 1
    }
    guard let first = entries.first else { return nil }
    return Field(value: .map(entries), mark: first.mark)
  }

  private func entry(_ line: Range<Int>, line number: Int) -> Field.Entry? {
    guard let colon = line.first(where: { !Self.isInKey(bytes[$0]) }), colon > line.lowerBound,
      bytes[colon] == Ascii.colon, bytes[line.lowerBound] != Ascii.hyphen
    else { return nil }
    let rest = colon + 1..<line.upperBound
    let range = trimmed(rest)
    guard rest.lowerBound < range.lowerBound, !range.isEmpty else { return nil }
    let mark = Field.Mark(line: number, column: range.lowerBound - line.lowerBound + 1)
    guard let value = value(range, mark: mark) else { return nil }
    return Field.Entry(
      key: string(line.lowerBound..<colon), mark: Field.Mark(line: number, column: 1),
      value: Field(value: value, mark: mark))
  }

  private func value(_ range: Range<Int>, mark: Field.Mark) -> Field.Value? {
    switch bytes[range.lowerBound] {
    case Ascii.quote, Ascii.apostrophe: quoted(range)
    case UInt8(ascii: "["): list(range, mark: mark)
    default: plain(range)
    }
  }

  /// A text in quotes without an escape or another quote in it.
  private func quoted(_ range: Range<Int>) -> Field.Value? {
    guard range.count >= 2, bytes[range.upperBound - 1] == bytes[range.lowerBound] else {
      return nil
    }
    let inside = range.lowerBound + 1..<range.upperBound - 1
    let quote = bytes[range.lowerBound]
    let isPlain = inside.allSatisfy { index in
      let byte = bytes[index]
      return Self.isPrintable(byte) && byte != quote && byte != 0x5C
    }
    return isPlain ? .text(string(inside)) : nil
  }

  private func plain(_ range: Range<Int>) -> Field.Value? {
    guard !Self.isIndicator(bytes[range.lowerBound]) else { return nil }
    var previous: UInt8 = 0
    for index in range {
      let byte = bytes[index]
      // `: ` and ` #` end a plain text, and so they may stand at its end.
      guard Self.isPrintable(byte), byte != Ascii.hash || previous != Ascii.space,
        byte != Ascii.space || previous != Ascii.colon
      else { return nil }
      previous = byte
    }
    guard previous != Ascii.colon else { return nil }
    let text = string(range)
    return Field.isNothing(text) ? .nothing : .text(text)
  }

  /// A list in brackets of words that need no quotes.
  private func list(_ range: Range<Int>, mark: Field.Mark) -> Field.Value? {
    let end = range.upperBound - 1
    guard range.count > 2, bytes[end] == UInt8(ascii: "]") else { return nil }
    var items: [Field] = []
    items.reserveCapacity(4)
    var start = range.lowerBound + 1
    while start <= end {
      let comma = (start..<end).first { !Self.isWord(bytes[$0]) } ?? end
      let item = trimmed(start..<comma)
      guard comma == end || bytes[comma] == UInt8(ascii: ","), !item.isEmpty,
        bytes[item.lowerBound] != Ascii.hyphen
      else { return nil }
      start = comma + 1
      let text = string(item)
      let place = Field.Mark(
        line: mark.line, column: mark.column + item.lowerBound - range.lowerBound)
      items.append(Field(value: Field.isNothing(text) ? .nothing : .text(text), mark: place))
    }
    return .list(items)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == Ascii.space { start += 1 }
    while start < end, bytes[end - 1] == Ascii.space { end -= 1 }
    return start..<end
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// What begins no plain text.
  private static func isIndicator(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "-", "?", ":", ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%", "@",
      "`":
      true
    default: false
    }
  }

  /// Beyond ASCII YAML has line breaks and forbidden characters of its own, which the lead bytes
  /// C2, E2 and EF may begin.
  private static func isPrintable(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7F && byte != 0xC2 && byte != 0xE2 && byte != 0xEF
  }

  private static func isInKey(_ byte: UInt8) -> Bool {
    isWord(byte) && byte != Ascii.space && byte != Ascii.dot
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), Ascii.space, Ascii.hyphen, Ascii.dot, 0x5F:
      true
    default: false
    }
  }
}
