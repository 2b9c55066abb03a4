import Text

extension InlineParser {
  mutating func codeSpan() {
    let opening = position
    var index = position
    while index < end, input[index] == UInt8(ascii: "`") { index += 1 }
    let length = index - opening
    guard let closing = closingBackticks(length, from: index) else { return take(length) }
    var node = node(.code, at: opening)
    node.text = tree.append(codeText(index..<closing))
    append(leaf: node)
    position = closing + length
  }

  /// Where the next run of so many backticks begins.
  private mutating func closingBackticks(_ length: Int, from start: Int) -> Int? {
    if hasCountedBackticks, backticks[length, default: -1] < start { return nil }
    if !hasCountedBackticks {
      backticks.removeAll(keepingCapacity: true)
      forEachRun(from: start) { backticks[$1] = $0 }
      hasCountedBackticks = true
      if backticks[length, default: -1] < start { return nil }
    }
    var index = start
    while index < end {
      guard input[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let first = index
      while index < end, input[index] == UInt8(ascii: "`") { index += 1 }
      if index - first == length { return first }
    }
    return nil
  }

  private func forEachRun(from start: Int, _ body: (_ place: Int, _ length: Int) -> Void) {
    var index = start
    while index < end {
      guard input[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let first = index
      while index < end, input[index] == UInt8(ascii: "`") { index += 1 }
      body(first, index - first)
    }
  }

  /// Line ends become spaces, and one space at either end goes where both have one.
  private func codeText(_ range: Range<Int>) -> [UInt8] {
    var text = input[range].map { $0 == Ascii.newline ? Ascii.space : $0 }
    if text.first == Ascii.space, text.last == Ascii.space,
      text.contains(where: { $0 != Ascii.space })
    {
      text.removeFirst()
      text.removeLast()
    }
    return text
  }
}
