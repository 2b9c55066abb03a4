import Text

/// The source as libcmark is to see it: line for line the author's, but for those lines that hold
/// what CommonMark does not know, which are written as something of the same shape that it does.
struct Draft {
  private(set) var text: [UInt8]
  private(set) var lineStarts: [Int]
  /// The byte that stands for `[`.
  let mask: UInt8

  init(_ source: [UInt8]) {
    text = []
    text.reserveCapacity(source.count + 1)
    lineStarts = []
    var seen: UInt32 = 0
    for byte in source where byte < 0x20 { seen |= 1 << UInt32(byte) }
    let mask = (1...0x1F).first { !Self.isLineSpace($0) && seen & 1 << $0 == 0 }
    // A text that holds every control character still is UTF-8, in which this byte never occurs.
    self.mask = mask.map { UInt8($0) } ?? 0xFF
    append(source, hasPlainLines: seen & (1 << 0x0D | 1) == 0)
    findLines()
  }

  private static func isLineSpace(_ byte: UInt32) -> Bool { (0x09...0x0D).contains(byte) }

  /// Line ends become `\n`, zero bytes U+FFFD, as in libcmark.
  private mutating func append(_ source: [UInt8], hasPlainLines: Bool) {
    var index = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if hasPlainLines {
      text += source[index...]
    } else {
      while index < source.count {
        switch source[index] {
        case 0: text += [0xEF, 0xBF, 0xBD]
        case Ascii.carriageReturn:
          text.append(Ascii.newline)
          if index + 1 < source.count, source[index + 1] == Ascii.newline { index += 1 }
        case let byte: text.append(byte)
        }
        index += 1
      }
    }
    if let last = text.last, last != Ascii.newline { text.append(Ascii.newline) }
    for index in text.indices where text[index] == UInt8(ascii: "[") {
      // Those of a CDATA section tell libcmark what it is.
      if !text.has("<![CDATA[", at: index - 2),
        !text.has("<!", at: index - 8)
          || !text.has("CDATA[", at: index - 5)
      {
        text[index] = mask
      }
    }
  }

  private mutating func findLines() {
    lineStarts.removeAll(keepingCapacity: true)
    lineStarts.append(0)
    for index in text.indices where text[index] == Ascii.newline { lineStarts.append(index + 1) }
  }

  /// How many lines there are.
  var lineCount: Int { lineStarts.count - 1 }

  /// A line, counted from 1, without its end.
  func line(_ number: Int) -> Range<Int> {
    lineStarts[number - 1]..<lineStarts[number] - 1
  }

  /// Puts other lines in the place of some, by their numbers.
  mutating func replace(_ lines: [Int: [UInt8]]) {
    guard !lines.isEmpty else { return }
    var next: [UInt8] = []
    next.reserveCapacity(text.count + lines.count * 4)
    var start = 0
    for number in lines.keys.sorted() {
      let range = line(number)
      next += text[start..<range.lowerBound]
      next += lines[number] ?? []
      start = range.upperBound
    }
    next += text[start...]
    text = next
    findLines()
  }

  /// The author's bytes of a range.
  func source(_ range: Range<Int>) -> [UInt8] {
    var bytes = Array(text[range])
    for index in bytes.indices where bytes[index] == mask { bytes[index] = UInt8(ascii: "[") }
    return bytes
  }
}
