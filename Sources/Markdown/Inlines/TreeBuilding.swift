extension InlineParser {
  /// Makes nodes of the pieces, below a block that has no children yet.
  mutating func build(into block: Tree.Index) {
    var builder = Builder(block)
    for piece in pieces {
      switch piece.kind {
      case .text: builder.append(text: input[Int(piece.start)..<Int(piece.end)], to: &tree)
      case .literal: builder.append(literal: piece.start..<piece.end, to: &tree)
      case .softBreak: builder.append(Tree.Node(kind: .softBreak), to: &tree)
      case .lineBreak: builder.append(Tree.Node(kind: .lineBreak), to: &tree)
      case .leaf: builder.append(nodes[Int(piece.index)], to: &tree)
      case .open: builder.open(nodes[Int(piece.index)], in: &tree)
      case .close: builder.close()
      case .delimiter: append(delimiters.runs[Int(piece.index)], at: piece, to: &builder)
      }
    }
  }

  private mutating func append(_ run: Delimiters.Run, at piece: Piece, to builder: inout Builder) {
    for _ in 0..<run.closings { builder.close() }
    if syntax.contains(.smart), let mark = quotationMark(run, at: Int(piece.start)) {
      builder.append(literal: tree.append(mark.utf8), to: &tree)
    } else if run.count > 0 {
      let first = Int(piece.start)
      builder.append(text: input[first..<first + Int(run.count)], to: &tree)
    }
    var opening = run.firstOpening
    while opening != Delimiters.none {
      let span = delimiters.openings[Int(opening)]
      builder.open(Tree.Node(kind: span.kind), in: &tree)
      opening = span.next
    }
  }
}

/// Hangs inline nodes below a block, in order.
private struct Builder {
  private var path: [(node: Tree.Index, last: Tree.Index)]
  /// Where the text of the last node ends, if that was text which can still grow.
  private var textEnd: Int32 = -1

  init(_ block: Tree.Index) {
    path = [(block, Tree.none)]
  }

  mutating func append(_ node: Tree.Node, to tree: inout Tree) {
    textEnd = -1
    let index = Tree.Index(tree.nodes.count)
    let depth = path.count - 1
    var node = node
    node.parent = path[depth].node
    if path[depth].last == Tree.none {
      tree[path[depth].node].firstChild = index
    } else {
      tree[path[depth].last].next = index
    }
    path[depth].last = index
    tree.nodes.append(node)
  }

  mutating func open(_ node: Tree.Node, in tree: inout Tree) {
    append(node, to: &tree)
    path.append((Tree.Index(tree.nodes.count - 1), Tree.none))
  }

  mutating func close() {
    textEnd = -1
    if path.count > 1 { path.removeLast() }
  }

  /// Neighbouring texts become one node, as libcmark has it.
  mutating func append(text: ArraySlice<UInt8>, to tree: inout Tree) {
    guard !text.isEmpty else { return }
    if textEnd >= 0, Int(textEnd) != tree.text.count { moveLastText(in: &tree) }
    let range = tree.append(text)
    if textEnd == range.lowerBound {
      grow(to: range.upperBound, in: &tree)
    } else {
      append(range, to: &tree)
    }
  }

  mutating func append(literal range: Range<Int32>, to tree: inout Tree) {
    guard !range.isEmpty else { return }
    if textEnd >= 0 {
      append(text: tree.text[Int(range.lowerBound)..<Int(range.upperBound)], to: &tree)
    } else {
      append(range, to: &tree)
    }
  }

  private mutating func append(_ range: Range<Int32>, to tree: inout Tree) {
    var node = Tree.Node(kind: .text)
    node.text = range
    append(node, to: &tree)
    textEnd = range.upperBound
  }

  /// Copies the last node's text to the end, where it can grow.
  private mutating func moveLastText(in tree: inout Tree) {
    let last = tree.nodes.count - 1
    let range = tree.nodes[last].text
    tree.nodes[last].text = tree.append(
      tree.text[Int(range.lowerBound)..<Int(range.upperBound)])
    textEnd = tree.nodes[last].text.upperBound
  }

  private mutating func grow(to end: Int32, in tree: inout Tree) {
    let last = tree.nodes.count - 1
    let start = tree.nodes[last].text.lowerBound
    tree.nodes[last].text = start..<end
    textEnd = end
  }
}
