import Text

/// Follows the blocks of a text line by line, as far as it takes to know which lines of colons are
/// fences and which are code.
///
/// Either takes the private blocks out, whole lines and nothing else, so that what is left is what
/// it would be had they never been written; or writes every block as a quote, which libcmark knows,
/// and the fence that ends it as a thematic break, which ends the quote.
struct ColonScan {
  enum Purpose { case publishing, quoting }

  let text: [UInt8]
  let purpose: Purpose
  private(set) var blocks: [ColonBlock] = []
  private(set) var output: [UInt8] = []
  /// The number that each line of the output has in the text.
  private(set) var lines: [Int] = []
  /// Private blocks without an end, by their places among the blocks.
  private(set) var unended: [Int] = []
  /// Fences whose names are near to what is private.
  private(set) var misspelt: [(name: String, line: Int, range: Range<Int>)] = []
  /// The lines of indented code that would begin a private block if they had fewer spaces.
  private(set) var indented: [Int] = []

  private var containers: [Container] = []
  private var leaf = Leaf.none
  /// Whether the last words were those of a paragraph, with or without a blank line since.
  private var followsParagraph = false
  /// Whether the line before held something.
  private var followsInk = false
  /// What was open before a private block began, which goes on behind it.
  private var hidden: (block: Int, depth: Int, before: State)?

  private typealias State = (containers: [Container], leaf: Leaf, followsParagraph: Bool)

  private enum Container {
    case quote
    case item(width: Int, isDefinition: Bool)
    case block(Int)
  }

  private enum Leaf {
    case none, paragraph, indentedCode
    case code(byte: UInt8, length: Int)
    case html(HTMLBlock)
  }

  /// Deeper than this nobody nests. Where something may be private, all from there on is.
  private static let deepest = 200

  /// The text has no line ends but `\n`.
  init(_ text: [UInt8], for purpose: Purpose) {
    self.text = text
    self.purpose = purpose
    output.reserveCapacity(text.count + 64)
    var start = 0
    var number = 1
    while start < text.count {
      let end = text[start...].firstIndex(of: Ascii.newline) ?? text.count
      take(Line(number: number, range: start..<end, hasEnd: end < text.count))
      start = end + 1
      number += 1
    }
    if let hidden { unended.append(hidden.block) }
  }

  private struct Line {
    let number: Int
    let range: Range<Int>
    let hasEnd: Bool
  }

  private mutating func take(_ line: Line) {
    let state: State = (containers, leaf, followsParagraph)
    var cursor = LineCursor(text, line.range)
    var marks = QuoteMarks()
    let matched = enter(&cursor, &marks)
    let rest = cursor.ink
    let isBlank = rest.offset >= cursor.end
    defer { followsInk = !isBlank }
    if matched < containers.count {
      if case .paragraph = leaf, !isBlank, isLazy(cursor, behind: matched) {
        if hidden == nil, let fence = ColonFence.ofPrivateBlock(in: text, rest.offset..<cursor.end)
        {
          containers.removeSubrange(matched...)
          open(fence, line, &marks, before: state)
        } else {
          emit(line, marks, cursor)
        }
        return
      }
      if let hidden, matched <= hidden.depth {
        // Words right behind it that lack the mark of its quote or list are meant to be in it.
        if followsInk, !isBlank, BlockStart(text, rest.offset..<cursor.end) == nil {
          leaf = .paragraph
          return
        }
        // The container of a private block ends before it does.
        unended.append(hidden.block)
        (containers, leaf, followsParagraph) = hidden.before
        self.hidden = nil
        take(line)
        return
      }
      // Behind a definition there can be another.
      if case .item(_, isDefinition: true) = containers[matched] {
        followsParagraph = true
      } else {
        followsParagraph = false
      }
      containers.removeSubrange(matched...)
      leaf = .none
    }
    // In HTML, too, what is private is.
    if case .html = leaf, let fence = ColonFence.ofPrivateBlock(in: text, rest.offset..<cursor.end)
    {
      open(fence, line, &marks, before: state)
      return
    }
    if goesOn(line, cursor, isBlank: isBlank) {
      emit(line, marks, cursor)
      return
    }
    begin(line, &cursor, &marks, before: state)
  }

  /// Goes past the marks of the containers, and tells how many of them go on.
  private func enter(_ cursor: inout LineCursor, _ marks: inout QuoteMarks) -> Int {
    for (index, container) in containers.enumerated() {
      let ink = cursor.ink
      switch container {
      case .quote:
        guard ink.indent < 4, ink.offset < cursor.end, text[ink.offset] == Ascii.greater else {
          return index
        }
        cursor.skipQuoteMark()
        marks.quote()
      case .item(let width, _):
        if ink.offset < cursor.end {
          guard ink.indent >= width else { return index }
          cursor.advance(columns: width)
        }
        marks.indent(width)
      case .block: marks.block()
      }
    }
    return containers.count
  }

  /// Whether a line goes on with code or HTML; ends it where it does not.
  private mutating func goesOn(_ line: Line, _ cursor: LineCursor, isBlank: Bool) -> Bool {
    let ink = cursor.ink
    let words = ink.offset..<cursor.end
    switch leaf {
    case .code(let byte, let length):
      let fence = text[words].prefix { $0 == byte }
      if ink.indent < 4, fence.count >= length,
        text[fence.endIndex..<cursor.end].allSatisfy(\.isSpaceOrTab)
      {
        leaf = .none
      }
      return true
    case .indentedCode:
      if isBlank || ink.indent >= 4 {
        noteIndentedFence(words, line)
        return true
      }
      leaf = .none
      return false
    case .html(let block):
      if block.isMarkup, let fence = ColonFence(in: text, words), fence.isEnd,
        ends(fence, behind: containers.count) != nil
      {
        return false
      }
      if block.ends(in: text, at: words) { leaf = .none }
      return true
    case .none, .paragraph: return false
    }
  }

  /// Takes what begins on a line, behind the marks of the containers that go on.
  private mutating func begin(
    _ line: Line, _ cursor: inout LineCursor, _ marks: inout QuoteMarks, before state: State
  ) {
    while true {
      let ink = cursor.ink
      let words = ink.offset..<cursor.end
      guard !words.isEmpty else {
        leaf = .none
        break
      }
      var start = BlockStart(text, words)
      if ink.indent >= 4 {
        guard goesOnWithWords else {
          leaf = .indentedCode
          noteIndentedFence(words, line)
          break
        }
        start = nil
      }
      if containers.count >= Self.deepest, start?.isContainer == true {
        if purpose == .publishing, hidden == nil {
          return hideAll(line, before: state)
        }
        start = nil
      }
      if !push(start, &cursor, &marks, ink.indent, on: line.number) {
        if case .colons(let fence) = start, take(fence, line, &marks, before: state) { return }
        // Where words go on, too, what is private is.
        if let fence = ColonFence.ofPrivateBlock(in: text, words) {
          return open(fence, line, &marks, before: state)
        }
        followsParagraph = false
        leaf = leaf(start, words)
        if case .paragraph = leaf { followsParagraph = true }
        break
      }
    }
    emit(line, marks, cursor)
  }

  private var goesOnWithWords: Bool {
    switch leaf {
    case .paragraph, .html: true
    default: false
    }
  }

  /// Opens a quote, an item or what is like one.
  private mutating func push(
    _ start: BlockStart?, _ cursor: inout LineCursor, _ marks: inout QuoteMarks, _ indent: Int,
    on line: Int
  ) -> Bool {
    let isParagraph = if case .paragraph = leaf { true } else { false }
    switch start {
    case .quote:
      cursor.skipQuoteMark()
      noteCallout(cursor, line)
      containers.append(.quote)
      marks.quote()
    case .item(let marker, let canInterrupt):
      guard !isParagraph || canInterrupt else { return false }
      push(marker: marker, width: nil, &cursor, &marks, indent)
    case .footnote(let rest):
      push(marker: rest - cursor.ink.offset, width: 4, &cursor, &marks, indent)
    case .definition:
      guard isParagraph || followsParagraph else { return false }
      push(marker: 1, width: nil, &cursor, &marks, indent, isDefinition: true)
    default: return false
    }
    leaf = .none
    followsParagraph = false
    return true
  }

  private mutating func push(
    marker: Int, width: Int?, _ cursor: inout LineCursor, _ marks: inout QuoteMarks, _ indent: Int,
    isDefinition: Bool = false
  ) {
    let start = cursor.ink.offset
    cursor.skipToInk()
    cursor.advance(columns: marker)
    let spaces = cursor.ink
    let isEmpty = spaces.offset >= cursor.end
    let padding = isEmpty || spaces.indent > 4 || spaces.indent < 1 ? 1 : spaces.indent
    if width == nil { cursor.advance(columns: padding) }
    containers.append(
      .item(width: width ?? indent + marker + padding, isDefinition: isDefinition))
    marks.marker(text[start..<start + marker], indent: indent, padding: width == nil ? padding : 0)
  }

  private func leaf(_ start: BlockStart?, _ words: Range<Int>) -> Leaf {
    let isParagraph = if case .paragraph = leaf { true } else { false }
    switch start {
    case .code(let byte, let length): return .code(byte: byte, length: length)
    case .line: return .none
    case .html(.tag) where isParagraph: return .paragraph
    case .html(let block): return block.ends(in: text, at: words) ? .none : .html(block)
    default: return .paragraph
    }
  }

  /// Whether a line behind fewer marks than its paragraph has goes on with that all the same.
  private func isLazy(_ cursor: LineCursor, behind matched: Int) -> Bool {
    let ink = cursor.ink
    if ink.indent >= 4 { return true }
    return switch BlockStart(text, ink.offset..<cursor.end) {
    case nil, .html(.tag), .item(_, canInterrupt: false), .definition: true
    case .colons(let fence): fence.isEnd && ends(fence, behind: matched) == nil
    default: false
    }
  }

  // MARK: - Fences

  /// Begins or ends a block; false for a fence that ends none.
  private mutating func take(
    _ fence: ColonFence, _ line: Line, _ marks: inout QuoteMarks, before state: State
  ) -> Bool {
    guard !fence.isEnd else {
      guard let block = ends(fence, behind: containers.count) else { return false }
      blocks[block].end(at: line.number)
      containers.removeLast()
      leaf = .none
      followsParagraph = false
      if let hidden, hidden.block == block {
        (containers, leaf, followsParagraph) = hidden.before
        self.hidden = nil
        return true
      }
      marks.endBlock()
      emit(line, marks, nil)
      return true
    }
    open(fence, line, &marks, before: state)
    return true
  }

  private mutating func open(
    _ fence: ColonFence, _ line: Line, _ marks: inout QuoteMarks, before state: State
  ) {
    if fence.meansPrivate {
      misspelt.append((fence.name, line.number, fence.nameRange))
    }
    let block = blocks.count
    blocks.append(ColonBlock(fence, in: text, line: line.number))
    if purpose == .publishing, hidden == nil, fence.isPrivate || fence.meansPrivate {
      hidden = (block, containers.count, state)
    }
    containers.append(.block(block))
    leaf = .none
    followsParagraph = false
    marks.block()
    emit(line, marks, nil)
  }

  /// The innermost block of so many containers, if a fence ends it.
  private func ends(_ fence: ColonFence, behind count: Int) -> Int? {
    guard count > 0, case .block(let block) = containers[count - 1],
      blocks[block].length <= fence.length
    else {
      return nil
    }
    return block
  }

  /// `> [!private]`, in the manner of Obsidian's callouts.
  private mutating func noteCallout(_ cursor: LineCursor, _ line: Int) {
    let start = cursor.ink.offset
    guard hidden == nil, text.has("[!", at: start) else { return }
    let word = text[start + 2..<cursor.end].prefix { $0.isAlphanumeric || $0 == Ascii.hyphen }
    let name = String(decoding: word.map(\.lowercased), as: UTF8.self)
    guard ColonFence.seemsPrivate(name) else { return }
    misspelt.append((name, line, word.startIndex..<word.endIndex))
  }

  private mutating func noteIndentedFence(_ words: Range<Int>, _ line: Line) {
    guard hidden == nil, let fence = ColonFence.ofPrivateBlock(in: text, words),
      fence.isPrivate || fence.meansPrivate
    else { return }
    indented.append(line.number)
  }

  private mutating func hideAll(_ line: Line, before state: State) {
    let block = blocks.count
    blocks.append(ColonBlock(name: ColonFence.privateName, line: line.number))
    hidden = (block, -1, state)
    containers = [.block(block)]
    leaf = .none
  }

  // MARK: - Output

  private mutating func emit(_ line: Line, _ marks: QuoteMarks, _ cursor: LineCursor?) {
    guard hidden == nil else { return }
    lines.append(line.number)
    defer { if line.hasEnd { output.append(Ascii.newline) } }
    guard purpose == .quoting, marks.hasBlock else {
      output += text[line.range]
      return
    }
    output += marks.bytes
    guard let cursor else { return }
    let ink = cursor.ink
    // Code keeps its tabs, but for those before what may be its end, as marks before them move it.
    let isFence = text.has("```", at: ink.offset) || text.has("~~~", at: ink.offset)
    if case .code = leaf, cursor.passedOfTab == 0, !isFence {
      output += text[cursor.offset..<cursor.end]
    } else if ink.offset < cursor.end {
      output += [UInt8](repeating: Ascii.space, count: ink.indent)
      output += text[ink.offset..<cursor.end]
    }
  }
}

extension LineCursor {
  /// Past `>` and the space behind it.
  fileprivate mutating func skipQuoteMark() {
    skipToInk()
    advance(columns: 1)
    if offset < end, text[offset].isSpaceOrTab { advance(columns: 1) }
  }
}

extension BlockStart {
  fileprivate var isContainer: Bool {
    switch self {
    case .quote, .item, .footnote, .definition, .colons: true
    default: false
    }
  }
}
