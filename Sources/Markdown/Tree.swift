/// A parsed Markdown text as one flat array of nodes that refer to each other by index.
///
/// There are no classes in it: a tree of objects overflows the stack when a deeply nested one is
/// released, and costs an allocation a node.
struct Tree: Sendable {
  typealias Index = Int32
  static let none: Index = -1

  var nodes: [Node] = []
  /// The literals, destinations, titles and info strings of all nodes, one after the other.
  var text: [UInt8] = []
  /// Those that are referred to, in the order of their numbers.
  var footnotes: [Footnote] = []
  /// What the text holds too much of to be parsed to its end.
  var excess: Document.Excess?

  struct Node: Sendable {
    var kind: Kind
    var parent = Tree.none
    var firstChild = Tree.none
    var next = Tree.none
    /// The first line in the source, counted from 1; that of the block for what is inline.
    var line: Int32 = 0
    var lastLine: Int32 = 0
    /// A literal, or the destination of a link or image, the info string of a code block, or the
    /// id that a heading was given.
    var text: Range<Int32> = 0..<0
    /// The title of a link, image, alert or `details`, or the literal of a code block.
    var detail: Range<Int32> = 0..<0
    /// A heading's level, an ordered list's first number, a task's `TaskState`, a table row's
    /// place, a cell's `TableAlignment`, an alert's `AlertKind`, a footnote's number, a picture's
    /// width, the hyphens that a dash was written as.
    var number: Int32 = 0
    /// Of a list or definition: whether the paragraphs in it go without tags.
    var isTight = false
    /// Of a link or image: whether it names a note and no address.
    var isWiki = false
  }

  enum Kind: UInt8, Sendable {
    case document, quote, bulletList, orderedList, item, codeBlock, htmlBlock, paragraph, heading
    case thematicBreak
    case table, tableRow, tableHeaderCell, tableCell
    case alert, footnotes, footnoteDefinition
    /// What a reader opens, a block that its author keeps to themselves, and one that is nothing but
    /// what it holds.
    case details, privateBlock, plainBlock
    case definitionList, definitionTerm, definition
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
    case strikethrough, mark, footnoteReference
    /// A time of day at the start of a line in a log.
    case time
  }

  func text(of index: Index) -> ArraySlice<UInt8> { slice(self[index].text) }
  func detail(of index: Index) -> ArraySlice<UInt8> { slice(self[index].detail) }

  private func slice(_ range: Range<Int32>) -> ArraySlice<UInt8> {
    text[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  subscript(index: Index) -> Node {
    get { nodes[Int(index)] }
    set { nodes[Int(index)] = newValue }
  }

  func children(of index: Index) -> some Sequence<Index> {
    sequence(state: self[index].firstChild) { next in
      guard next != Self.none else { return nil }
      defer { next = self[next].next }
      return next
    }
  }

  /// Goes through a node and all below it, in order, without recursion.
  func walk(_ root: Index, enter: (Index) -> Void, leave: (Index) -> Void) {
    var index = root
    while true {
      enter(index)
      if self[index].firstChild != Self.none {
        index = self[index].firstChild
        continue
      }
      leave(index)
      while index != root, self[index].next == Self.none {
        index = self[index].parent
        leave(index)
      }
      guard index != root else { return }
      index = self[index].next
    }
  }

  /// The words below a node, without markup and without the times of a log.
  func plainText(of root: Index) -> [UInt8] {
    var words: [UInt8] = []
    words.reserveCapacity(512)
    walk(root) { index in
      switch self[index].kind {
      case .text, .code: words += text(of: index)
      case .softBreak, .lineBreak: words.append(0x20)
      default: break
      }
    } leave: { _ in
    }
    return words
  }

  /// The same with dashes as they were written, which anchors are made of.
  func anchorWords(of root: Index) -> [UInt8] {
    var words: [UInt8] = []
    walk(root) { index in
      switch self[index].kind {
      case .text where self[index].number > 0:
        words += [UInt8](repeating: UInt8(ascii: "-"), count: Int(self[index].number))
      case .text, .code: words += text(of: index)
      case .softBreak, .lineBreak: words.append(0x20)
      default: break
      }
    } leave: { _ in
    }
    return words
  }

  mutating func append(_ bytes: some Collection<UInt8>) -> Range<Int32> {
    let start = Int32(text.count)
    text.append(contentsOf: bytes)
    return start..<Int32(text.count)
  }
}
