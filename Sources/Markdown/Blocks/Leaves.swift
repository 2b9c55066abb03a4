import Text

/// A paragraph or heading with the lines that its words stand on.
struct Leaf {
  let node: Tree.Index
  /// Those of its words; of a heading that is underlined, the underline is the last.
  let lines: [Line]
  let isUnderlined: Bool

  struct Line {
    let number: Int
    /// Its words, without the marks of containers and the white space before them.
    let range: Range<Int>
    /// How many columns its words are in from the container's content.
    let indent: Int
    /// Whether it continues its paragraph without the marks of the containers.
    let isLazy: Bool
    /// The marks of the containers that this line continues.
    let prefix: [UInt8]
  }
}

extension Skeleton {
  /// Calls a function with every paragraph and heading, in order.
  func forEachLeaf(of draft: Draft, _ body: (Leaf) -> Void) {
    var containers = Containers()
    // The arena is in document order.
    for index in tree.nodes.indices.dropFirst() {
      let node = Tree.Index(index)
      switch tree[node].kind {
      case .quote, .item:
        containers.leave(for: node, in: tree)
        containers.push(node, of: tree, draft)
      case .paragraph, .heading:
        containers.leave(for: node, in: tree)
        body(leaf(node, containers, draft))
      default: break
      }
    }
  }

  private func leaf(_ node: Tree.Index, _ containers: Containers, _ draft: Draft) -> Leaf {
    let first = Int(tree[node].line)
    let start = draft.line(first).lowerBound + Int(columns[Int(node)])
    let isHeading = tree[node].kind == .heading
    if isHeading,
      let words = Self.numberSignHeading(draft.text, start..<draft.line(first).upperBound)
    {
      return Leaf(
        node: node,
        lines: [.init(number: first, range: words, indent: 0, isLazy: false, prefix: [])],
        isUnderlined: false)
    }
    var lines: [Leaf.Line] = []
    let last = min(max(Int(tree[node].lastLine), first), draft.lineCount)
    for number in first...last {
      let line = line(number, containers, draft, start: number == first ? start : nil)
      if isHeading, number > first, !line.isLazy, line.indent < 4,
        Self.underline(draft.text, line.range) != nil
      {
        return Leaf(node: node, lines: lines + [line], isUnderlined: true)
      }
      if line.range.isEmpty { break }
      lines.append(line)
    }
    return Leaf(node: node, lines: lines, isUnderlined: false)
  }

  private func line(
    _ number: Int, _ containers: Containers, _ draft: Draft, start: Int?
  ) -> Leaf.Line {
    let whole = draft.line(number)
    let (cursor, matched) = containers.enter(number, of: draft)
    let ink = cursor.ink
    let first = min(start ?? ink.offset, whole.upperBound)
    return Leaf.Line(
      number: number, range: first..<whole.upperBound, indent: ink.indent,
      isLazy: matched < containers.path.count,
      prefix: containers.path.isEmpty
        ? []
        : draft.text[whole.lowerBound..<cursor.offset]
          + [UInt8](repeating: Ascii.space, count: cursor.passedOfTab))
  }

  /// The words of `## words ##`.
  static func numberSignHeading(_ text: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    var index = line.lowerBound
    while index < line.upperBound, text[index] == Ascii.hash { index += 1 }
    guard 1...6 ~= index - line.lowerBound,
      index == line.upperBound || text[index].isSpaceOrTab
    else { return nil }
    let words = text.words(in: index..<line.upperBound)
    var last = words.upperBound
    while last > index, text[last - 1] == Ascii.hash { last -= 1 }
    // Closing signs stand apart from the words.
    guard last < words.upperBound, last > index, text[last - 1].isSpaceOrTab else { return words }
    return text.words(in: index..<last)
  }

  /// The byte of `===` or `---`.
  static func underline(_ text: [UInt8], _ line: Range<Int>) -> UInt8? {
    guard let byte = text[line].first, byte == UInt8(ascii: "=") || byte == Ascii.hyphen else {
      return nil
    }
    let rest = text[line].drop { $0 == byte }
    return rest.allSatisfy(\.isSpaceOrTab) ? byte : nil
  }
}
