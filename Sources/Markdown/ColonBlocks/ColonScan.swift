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
  var blocks: [ColonBlock] = []
  private(set) var output: [UInt8] = []
  /// The number that each line of the output has in the text.
  private(set) var lines: [Int] = []
  /// Private blocks without an end, by their places among the blocks.
  private(set) var unended: [Int] = []
  /// Fences whose names are near to what is private.
  var misspelt: [(name: String, line: Int, range: Range<Int>)] = []
  /// The lines of indented code that would begin a private block if they had fewer spaces.
  var indented: [Int] = []

  var containers: [Container] = []
  var leaf = Leaf.none
  /// Whether the last words were those of a paragraph, with or without a blank line since.
  var followsParagraph = false
  /// Whether the line before held something.
  private var followsInk = false
  /// What was open before a private block began, which goes on behind it.
  var hidden: (block: Int, depth: Int, before: State)?

  typealias State = (containers: [Container], leaf: Leaf, followsParagraph: Bool)

  enum Container {
    case quote
    case item(width: Int, isDefinition: Bool)
    case block(Int)
  }

  enum Leaf {
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

  struct Line {
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

  // MARK: - Output

  mutating func emit(_ line: Line, _ marks: QuoteMarks, _ cursor: LineCursor?) {
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

extension BlockStart {
  fileprivate var isContainer: Bool {
    switch self {
    case .quote, .item, .footnote, .definition, .colons: true
    default: false
    }
  }
}
