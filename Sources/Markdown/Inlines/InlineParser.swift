import Text

/// Parses the inlines of blocks, by the algorithm that the appendix of the CommonMark
/// specification describes and libcmark follows, with the constructs of `syntax` beyond it.
///
/// libcmark tells where blocks are, but takes no new inlines; this takes its part where a document
/// holds any. Without `syntax` it makes of every text exactly what libcmark does.
struct InlineParser {
  let syntax: Syntax
  let options: MarkdownOptions
  var references: LinkReferences
  let footnotes: FootnoteLabels
  /// The texts of all blocks, one after the other.
  let input: [UInt8]
  var tree: Tree
  var entities = Entities()

  /// Where the block's text is.
  var start = 0
  var end = 0
  var position = 0
  private var line: (number: Int32, counted: Int) = (0, 0)
  private let isSpecial: [Bool]

  var pieces: [Piece] = []
  var nodes: [Tree.Node] = []
  var delimiters = Delimiters()
  var brackets = Brackets()
  var angleBrackets = AngleBrackets()
  /// The last places of runs of backticks by their length, once the text was searched for them.
  var backticks: [Int: Int] = [:]
  var hasCountedBackticks = false

  init(
    _ tree: consuming Tree, input: [UInt8], references: LinkReferences,
    footnotes: FootnoteLabels, entities: Entities, options: MarkdownOptions
  ) {
    self.tree = tree
    self.input = input
    self.references = references
    self.footnotes = footnotes
    self.entities = entities
    self.options = options
    syntax = options.syntax
    isSpecial = Self.specialBytes(syntax)
  }

  private static func specialBytes(_ syntax: Syntax) -> [Bool] {
    var special = [Bool](repeating: false, count: 256)
    for byte in "\n`\\&<*_[]!".utf8 { special[Int(byte)] = true }
    if syntax.contains(.strikethrough) { special[0x7E] = true }
    if syntax.contains(.marks) { special[0x3D] = true }
    if syntax.contains(.smart) { for byte in "\"'-.".utf8 { special[Int(byte)] = true } }
    if syntax.contains(.autolinks) { for byte in ":w".utf8 { special[Int(byte)] = true } }
    if syntax.contains(.emoji) { special[0x3A] = true }
    return special
  }

  /// Parses a range of the input into children of a block.
  mutating func parse(_ range: Range<Int>, into block: Tree.Index, line number: Int32) {
    let range = input.words(in: range)
    start = range.lowerBound
    end = range.upperBound
    position = start
    line = (number, start)
    pieces.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    delimiters.reset()
    brackets.reset()
    angleBrackets.reset()
    hasCountedBackticks = false
    while position < end, tree.excess == nil { parseInline() }
    delimiters.match(above: Delimiters.none)
    build(into: block)
  }

  private mutating func parseInline() {
    let byte = input[position]
    switch byte {
    case Ascii.newline: lineEnd()
    case UInt8(ascii: "`"): codeSpan()
    case UInt8(ascii: "\\"): backslash()
    case Ascii.ampersand: entity()
    case Ascii.less: angleBracket()
    case UInt8(ascii: "*"), UInt8(ascii: "_"): delimiterRun(byte)
    case UInt8(ascii: "["): openBracket()
    case UInt8(ascii: "]"): closeBracket()
    case UInt8(ascii: "!"): exclamation()
    case UInt8(ascii: "~") where isSpecial[0x7E]: delimiterRun(byte, lengths: 1...2)
    case UInt8(ascii: "=") where isSpecial[0x3D]: delimiterRun(byte, lengths: 2...2)
    case Ascii.quote where isSpecial[0x22], Ascii.apostrophe where isSpecial[0x22]: quote(byte)
    case Ascii.hyphen where isSpecial[0x22]: hyphens()
    case Ascii.dot where isSpecial[0x22]: dots()
    case Ascii.colon where isSpecial[0x3A] && colon(): break
    case UInt8(ascii: "w") where isSpecial[0x77] && webAddress(): break
    default: text()
    }
  }

  private mutating func text() {
    let first = position
    position += 1
    while position < end, !isSpecial[Int(input[position])] { position += 1 }
    var last = position
    if position < end, input[position] == Ascii.newline {
      while last > first, input[last - 1].isWhitespace { last -= 1 }
    }
    if last > first { pieces.append(.text(first..<last)) }
  }

  /// Takes so many bytes as they are.
  mutating func take(_ count: Int) {
    pieces.append(.text(position..<position + count))
    position += count
  }

  private mutating func lineEnd() {
    let isHard =
      position - start >= 2 && input[position - 1] == Ascii.space
      && input[position - 2] == Ascii.space
    pieces.append(Piece(kind: isHard ? .lineBreak : .softBreak))
    position = LinkSyntax.skipSpaces(in: input, from: position + 1, before: end)
  }

  private mutating func backslash() {
    guard position + 1 < end else { return take(1) }
    let next = input[position + 1]
    if next.isPunctuation {
      pieces.append(.text(position + 1..<position + 2))
      position += 2
    } else if next == Ascii.newline {
      pieces.append(Piece(kind: .lineBreak))
      position = LinkSyntax.skipSpaces(in: input, from: position + 2, before: end)
    } else {
      take(1)
    }
  }

  private mutating func entity() {
    guard let entity = entities.character(in: input, at: position, before: end) else {
      return take(1)
    }
    pieces.append(.literal(tree.append(entity.bytes)))
    position = entity.end
  }

  private mutating func angleBracket() {
    let first = position
    if let last = AngleBrackets.autolink(in: input, at: position, before: end) {
      link(first + 1..<last - 1, scheme: "")
      position = last
    } else if let last = AngleBrackets.emailAutolink(in: input, at: position, before: end) {
      link(first + 1..<last - 1, scheme: "mailto:")
      position = last
    } else if let last = angleBrackets.html(in: input, at: position, before: end) {
      var node = node(.htmlInline, at: first)
      node.text = tree.append(input[first..<last])
      append(leaf: node)
      position = last
    } else {
      take(1)
    }
  }

  private mutating func link(_ range: Range<Int>, scheme: StaticString) {
    let text = entities.unescapeEntities(input[range])
    var node = node(.link, at: range.lowerBound)
    node.text = scheme.withUTF8Buffer { tree.append(Array($0) + text) }
    append(opening: node)
    pieces.append(.literal(tree.append(text)))
    pieces.append(Piece(kind: .close))
  }

  // MARK: - Nodes

  /// A node at a place of the block's text; places are asked for in order.
  mutating func node(_ kind: Tree.Kind, at place: Int) -> Tree.Node {
    while line.counted < place {
      if input[line.counted] == Ascii.newline { line.number += 1 }
      line.counted += 1
    }
    var node = Tree.Node(kind: kind)
    node.line = line.number
    node.lastLine = line.number
    return node
  }

  mutating func append(leaf node: Tree.Node) {
    pieces.append(Piece(kind: .leaf, index: Int32(nodes.count)))
    nodes.append(node)
  }

  mutating func append(opening node: Tree.Node) {
    pieces.append(Piece(kind: .open, index: Int32(nodes.count)))
    nodes.append(node)
  }
}
