import Text

/// A text without the blocks that its author keeps to themselves.
///
/// They go before anything else is looked at, by whole lines: so no title, link, footnote or anchor
/// can come from one, and what is left is what it would be without them.
struct PublicText {
  let text: [UInt8]
  /// The number that each line has in the whole text.
  let lines: [Int]
  let blocks: Document.PrivateBlocks

  /// Nil for a text that holds no private block, which stays as it is.
  init?(_ source: [UInt8]) {
    guard Self.mayHoldFence(source) || source.contains("[!") else { return nil }
    let scan = ColonScan(source.withPlainNewlines, for: .publishing)
    let isPrivate = scan.blocks.contains { $0.kind == .isPrivate }
    guard isPrivate || !scan.misspelt.isEmpty || !scan.indented.isEmpty else { return nil }
    text = scan.output
    lines = scan.lines
    blocks = Document.PrivateBlocks(scan)
  }

  func sourceLine(_ line: Int) -> Int {
    lines.isEmpty ? line : lines.indices.contains(line - 1) ? lines[line - 1] : (lines.last ?? 1)
  }

  /// Whether two colons stand where a line may begin.
  private static func mayHoldFence(_ text: [UInt8]) -> Bool {
    text.contains(Ascii.colon) { colon in
      text.has("::", at: colon)
        && (colon == 0 || text[colon - 1].isWhitespace || text[colon - 1] == Ascii.greater)
    }
  }
}

extension Document {
  /// The numbers of the lines of a text, counted from 1, that hold nothing of a private block; nil where
  /// there is no such block. The text has no line ends but `\n`.
  package static func linesWithoutPrivateBlocks(of source: [UInt8]) -> [Int]? {
    guard let open = PublicText(source), open.text.count < source.count else { return nil }
    return open.lines
  }
}

extension Document.PrivateBlocks {
  fileprivate func adding(_ misplaced: [Int], _ remarks: [Int]) -> Self {
    .init(
      unended: unended, misspelt: misspelt, misplaced: misplaced, indented: indented,
      remarks: remarks)
  }

  fileprivate init(_ scan: ColonScan) {
    misplaced = []
    indented = scan.indented
    remarks = []
    unended = scan.unended.map { scan.blocks[$0].line }
    let lines = Lines(scan.text)
    misspelt = scan.misspelt.map { name, line, range in
      Misspelling(
        name: name, line: line, column: lines.column(at: range.lowerBound), length: range.count)
    }
  }
}

extension Document {
  /// The same with the lines of a whole text of which it was made from a part.
  func placed(in source: PublicText) -> Document {
    var document = self
    document.privateBlocks = source.blocks.adding(
      (privateBlocks?.misplaced ?? []).map(source.sourceLine),
      (privateBlocks?.remarks ?? []).map(source.sourceLine))
    for index in links.indices {
      document.links[index].line = source.sourceLine(links[index].line)
    }
    document.sections = sections.map { section in
      var section = section
      if let heading = section.heading {
        section.heading?.line = source.sourceLine(heading.line)
      }
      return section
    }
    document.excess = excess.map {
      .init(kind: $0.kind, line: source.sourceLine($0.line), column: $0.column)
    }
    if let dropped = droppedHTML {
      document.droppedHTML?.line = source.sourceLine(dropped.line)
    }
    return document
  }
}

extension Tree {
  /// Whether a text may hold what `seemingPrivateLines` looks for.
  static func maySeemPrivate(_ source: [UInt8]) -> Bool {
    source.contains(":::") || source.contains("\u{FF1A}\u{FF1A}")
  }

  /// The lines of blocks in whose words a private block seems to begin all the same, as in the
  /// middle of a line: a second wall.
  var seemingPrivateLines: [Int] {
    var lines: [Int] = []
    walk(0) { index in
      let isSeen =
        switch self[index].kind {
        case .text, .htmlBlock, .htmlInline: holdsPrivateFence(text(of: index))
        default: false
        }
      if isSeen { lines.append(Int(block(of: index).line)) }
    } leave: { _ in
    }
    return lines
  }

  private func holdsPrivateFence(_ words: ArraySlice<UInt8>) -> Bool {
    var start = words.startIndex
    while let (_, end) = Self.colons(in: words[start...]) {
      start = end
      // Whatever stands between them and the word: a mark, or what looks like a space.
      let name = words[start...].prefix(16).drop { !$0.isLetter }
        .prefix(ColonFence.privateName.utf8.count)
      if name.map(\.lowercased).elementsEqual(ColonFence.privateName.utf8) { return true }
    }
    return false
  }

  /// The next three colons or more, or two of those that Chinese and Japanese keyboards write.
  private static func colons(in words: ArraySlice<UInt8>) -> (start: Int, end: Int)? {
    let wide: [UInt8] = [0xEF, 0xBC, 0x9A]
    var index = words.startIndex
    while index < words.endIndex {
      let start = index
      var count = 0
      while index < words.endIndex {
        if words[index] == Ascii.colon {
          (count, index) = (count + 1, index + 1)
        } else if words[index...].starts(with: wide) {
          (count, index) = (count + 2, index + 3)
        } else {
          break
        }
      }
      if count > 2 { return (start, index) }
      if index == start { index += 1 }
    }
    return nil
  }
}
