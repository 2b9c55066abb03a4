import Text

/// Counts what is left out, and remembers the first.
struct SanitizerDrops: Sendable {
  struct Drop: Sendable {
    let what: String
    /// In the text of the tree.
    let range: Range<Int>
    let node: Tree.Index
    /// Whether it hid something that is shown without it.
    let hides: Bool
  }

  private(set) var first: Drop?
  private(set) var count = 0

  /// What hides something goes before what does not.
  mutating func note(
    _ what: @autoclosure () -> String, at range: Range<Int>, of node: Tree.Index,
    hides: Bool = false
  ) {
    count += 1
    guard first.map({ hides && !$0.hides }) ?? true else { return }
    // Names come from strangers, and are going to be printed.
    var words = String.UnicodeScalarView()
    for scalar in what().unicodeScalars.prefix(60) {
      words.append(scalar.isPrintable ? scalar : "\u{FFFD}")
    }
    first = Drop(what: String(words), range: range, node: node, hides: hides)
  }
}

extension SanitizerDrops.Drop {
  /// Line and column, counted from 1, and the length in characters.
  ///
  /// What the parser keeps of a line of HTML is the end of it, behind the marks of the quotes and
  /// lists that it stands in, so it is looked for in the lines of its block.
  func place(in source: [UInt8], of tree: Tree) -> (line: Int, column: Int, length: Int) {
    let lines = Lines(source)
    let literal = tree.text(of: node)
    let before = literal[..<range.lowerBound]
    let start = before.lastIndex(of: Ascii.newline).map { $0 + 1 } ?? literal.startIndex
    let rest = literal[range.lowerBound...]
    let end = rest.firstIndex(of: Ascii.newline) ?? literal.endIndex
    let block = tree.block(of: node)
    var first = Int(block.line)
    var last = max(first, Int(block.lastLine))
    if tree[node].kind == .htmlBlock {
      first += before.count { $0 == Ascii.newline }
      last = first
    }
    let wanted = lines.start(ofLine: first)..<lines.range(ofLine: last).upperBound
    guard let found = source[wanted].firstRange(of: literal[start..<end]) else {
      return (first, 1, max(1, lines.text(ofLine: first).count))
    }
    let offset = found.lowerBound + range.lowerBound - start
    let name = rest[..<end].prefix(range.count)
    return (
      lines.line(at: offset), lines.column(at: offset),
      max(1, String(decoding: name, as: UTF8.self).count)
    )
  }
}

extension Unicode.Scalar {
  fileprivate var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}
