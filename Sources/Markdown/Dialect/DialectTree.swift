import Text

/// Makes the tree of a text that holds more than CommonMark.
///
/// libcmark finds the blocks, with what it does not know rewritten; the words of each block are
/// gathered from its lines and parsed here; what remains is put in its place.
struct DialectTree {
  private let options: MarkdownOptions
  private let syntax: Syntax
  private let rewriter: Rewriter
  private var tree: Tree
  private let blockCount: Int
  /// The words of all blocks, one after the other.
  private var input: [UInt8] = []
  private var blocks: [(node: Tree.Index, range: Range<Int>, line: Int32)] = []
  private var references = LinkReferences()
  private var entities = Entities()
  private var labels = FootnoteLabels()
  private var footnotes: [Tree.Index] = []
  private var removed: Set<Tree.Index> = []
  /// By the paragraph that they were: the terms before definitions.
  private var terms: [Tree.Index: [Tree.Index]] = [:]

  static func parse(_ source: [UInt8], options: MarkdownOptions) -> Tree {
    let blocks =
      options.syntax.contains(.colonBlocks) && source.contains(":::")
      ? ColonScan(source.withPlainNewlines, for: .quoting) : nil
    let draft = Draft(blocks?.output ?? source)
    var stages = DialectTree(Rewriter(draft, syntax: options.syntax), options)
    stages.takeColonBlocks(blocks?.blocks ?? [])
    return stages.make()
  }

  private init(_ rewriter: Rewriter, _ options: MarkdownOptions) {
    self.rewriter = rewriter
    self.options = options
    syntax = options.syntax
    tree = rewriter.skeleton.tree
    blockCount = tree.nodes.count
    input.reserveCapacity(rewriter.draft.text.count)
  }

  private mutating func make() -> Tree {
    tree.excess = rewriter.excess
    guard tree.excess == nil else { return tree }
    findFootnotes()
    rewriter.skeleton.forEachLeaf(of: rewriter.draft) { gather($0) }
    removeEmptyLists()
    tree.remove(removed, among: blockCount)
    tree.makeDefinitionLists(of: rewriter, terms: terms)
    references.limit = max(100_000, rewriter.draft.text.count)
    var parser = InlineParser(
      tree, input: input, references: references, footnotes: labels, entities: entities,
      options: options)
    for block in blocks where parser.tree.excess == nil {
      parser.parse(block.range, into: block.node, line: block.line)
    }
    tree = parser.tree
    guard tree.excess == nil else { return tree }
    if syntax.contains(.autolinks) { tree.linkMailAddresses(from: blockCount) }
    return FootnotePlacing.place(
      footnotes, labels: labels.labels, in: tree,
      isLog: options.flavor == .outloud && tree.isLog)
  }

  /// Makes of quotes the blocks that they stand for: each is the last that begins on its line.
  private mutating func takeColonBlocks(_ blocks: [ColonBlock]) {
    guard !blocks.isEmpty else { return }
    var found: [Int32: ColonBlock] = [:]
    for block in blocks { found[Int32(block.line)] = block }
    let ends = Set(blocks.compactMap(\.lastLine))
    for index in 1..<blockCount where tree[Tree.Index(index)].kind == .thematicBreak {
      if ends.contains(Int(tree[Tree.Index(index)].line)) { removed.insert(Tree.Index(index)) }
    }
    for index in (1..<blockCount).reversed() where tree[Tree.Index(index)].kind == .quote {
      let node = Tree.Index(index)
      guard let block = found.removeValue(forKey: tree[node].line) else { continue }
      tree[node].detail = tree.append(block.title)
      switch block.kind {
      case .alert(let kind):
        tree[node].kind = .alert
        tree[node].number = kind.rawValue
      case .details: tree[node].kind = .details
      case .isPrivate: tree[node].kind = .privateBlock
      case .plain: tree[node].kind = .plainBlock
      }
    }
  }

  /// Takes the list items that are footnotes out of their lists.
  private mutating func findFootnotes() {
    guard !rewriter.footnotes.isEmpty else { return }
    for index in 1..<blockCount where tree[Tree.Index(index)].kind == .item {
      let node = Tree.Index(index)
      guard let label = rewriter.footnotes[rewriter.skeleton.place(of: node)] else { continue }
      removed.insert(node)
      if labels.add(label) != nil { footnotes.append(node) }
    }
  }

  private mutating func removeEmptyLists() {
    guard !footnotes.isEmpty else { return }
    for index in 1..<blockCount where tree[Tree.Index(index)].kind.isList {
      let list = Tree.Index(index)
      if tree.children(of: list).allSatisfy(removed.contains) { removed.insert(list) }
    }
  }

  // MARK: - Words

  private mutating func gather(_ leaf: Leaf) {
    let node = leaf.node
    guard let first = leaf.lines.first else { return }
    if tree[node].kind == .heading, let table = rewriter.tableLines[first.number] {
      gatherTable(table, node, line: first.number)
      return
    }
    let start = input.count
    for line in leaf.isUnderlined ? leaf.lines.dropLast() : leaf.lines[...] {
      input += rewriter.draft.text[line.range]
      input.append(Ascii.newline)
    }
    for index in start..<input.count where input[index] == rewriter.draft.mask {
      input[index] = UInt8(ascii: "[")
    }
    var range = start..<input.count
    if tree[node].kind == .paragraph || leaf.isUnderlined {
      range = references.take(from: range, of: input, into: &tree, entities: &entities)
    }
    tree[node].line += Int32(input[start..<range.lowerBound].count { $0 == Ascii.newline })
    if tree[node].kind == .paragraph, rewriter.isBeforeDefinitions(node) {
      gatherTerms(range, of: node)
      return
    }
    range = takeMarkers(from: range, of: node)
    range = input.words(in: range)
    if tree[node].kind == .heading, syntax.contains(.headingIDs),
      let attributes = HeadingAttributes(at: range, of: input)
    {
      tree[node].text = tree.append(input[attributes.id])
      range = attributes.words
    }
    if range.isEmpty, tree[node].kind == .paragraph || isFootnoteStart(node) {
      removed.insert(node)
    } else if !range.isEmpty {
      blocks.append((node, range, tree[node].line))
    }
  }

  /// Each line before definitions is a term of its own.
  private mutating func gatherTerms(_ range: Range<Int>, of paragraph: Tree.Index) {
    var line = tree[paragraph].line
    for words in input[range].split(separator: Ascii.newline) {
      var term = Tree.Node(kind: .definitionTerm)
      term.line = line
      term.lastLine = line
      line += 1
      let index = Tree.Index(tree.nodes.count)
      tree.nodes.append(term)
      terms[paragraph, default: []].append(index)
      blocks.append((index, input.trimmed(words.startIndex..<words.endIndex), term.line))
    }
    if terms[paragraph] == nil { removed.insert(paragraph) }
  }

  /// Whether an empty heading is there for a footnote alone.
  private func isFootnoteStart(_ node: Tree.Index) -> Bool {
    let parent = tree[node].parent
    return tree[parent].kind == .item && tree[parent].line == tree[node].line
      && rewriter.footnotes[rewriter.skeleton.place(of: parent)] != nil
  }

  /// Takes what marks an alert or a task off the start of a paragraph.
  private mutating func takeMarkers(from range: Range<Int>, of node: Tree.Index) -> Range<Int> {
    let parent = tree[node].parent
    guard tree[node].kind == .paragraph, tree[parent].firstChild == node else { return range }
    if syntax.contains(.tasks), tree[parent].kind == .item, tree[parent].line == tree[node].line,
      let task = TaskState(in: input, range)
    {
      tree[parent].number = task.rawValue
      return range.lowerBound + 3..<range.upperBound
    }
    if syntax.contains(.alerts), tree[parent].kind == .quote,
      let (kind, rest) = AlertKind.find(in: input, range),
      rest < range.upperBound || tree[node].next != Tree.none
    {
      tree[parent].kind = .alert
      tree[parent].number = kind.rawValue
      tree[node].line += 1
      return rest..<range.upperBound
    }
    return range
  }

  // MARK: - Tables

  /// The first line of a table becomes the table, the others go.
  private mutating func gatherTable(_ index: Int, _ node: Tree.Index, line: Int) {
    let table = rewriter.tables[index]
    guard table.rows.first?.line == line else {
      removed.insert(node)
      return
    }
    tree[node].kind = .table
    tree[node].lastLine = Int32(table.rows.last?.line ?? line)
    var rows: [Tree.Index] = []
    for (place, row) in table.rows.enumerated() {
      rows.append(Tree.Index(tree.nodes.count))
      var node = Tree.Node(kind: .tableRow)
      node.number = Int32(place)
      node.line = Int32(row.line)
      node.lastLine = node.line
      tree.nodes.append(node)
      gatherCells(row.cells, of: rows[place], table.alignments)
    }
    tree.hang(rows, below: node)
  }

  private mutating func gatherCells(
    _ cells: [[UInt8]], of row: Tree.Index, _ alignments: [TableAlignment]
  ) {
    var nodes: [Tree.Index] = []
    for (column, alignment) in alignments.enumerated() {
      let index = Tree.Index(tree.nodes.count)
      nodes.append(index)
      var node = Tree.Node(kind: tree[row].number == 0 ? .tableHeaderCell : .tableCell)
      node.number = alignment.rawValue
      node.line = tree[row].line
      node.lastLine = node.line
      tree.nodes.append(node)
      guard column < cells.count, !cells[column].isEmpty else { continue }
      let start = input.count
      input += cells[column]
      blocks.append((index, start..<input.count, node.line))
    }
    tree.hang(nodes, below: row)
  }
}
