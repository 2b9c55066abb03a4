import Text

/// Writes what CommonMark does not know as what it does, line for line, until libcmark has found
/// every block.
///
/// A table's rows become empty headings; a footnote's definition becomes an item of an ordered
/// list, whose content is just as far in; a definition's `:` becomes a bullet. Each is known again
/// by its line. What stands in a rewritten block may hold more of them, so libcmark is asked again
/// until nothing new is found, but not more than a few times: deeper nesting stays text.
struct Rewriter {
  private static let passes = 12

  let syntax: Syntax
  private(set) var draft: Draft
  private(set) var skeleton: Skeleton
  private(set) var tables: [Table] = []
  /// The table that a line belongs to.
  private(set) var tableLines: [Int: Int] = [:]
  private(set) var footnotes: [Place: [UInt8]] = [:]
  private(set) var definitions: Set<Place> = []
  /// Set where tables lack too many cells.
  private(set) var excess: Document.Excess?
  /// How many cells the rows of tables lack so far.
  private var missingCells = 0
  private(set) var edits: [Int: [UInt8]] = [:]
  private var marker: [UInt8] = []

  struct Table {
    let alignments: [TableAlignment]
    /// Line and cells of the head and each row.
    var rows: [(line: Int, cells: [[UInt8]])]
  }

  /// Where a list item starts in the draft: line, and bytes into it.
  struct Place: Hashable {
    let line: Int
    let column: Int
  }

  init(_ draft: Draft, syntax: Syntax) {
    self.draft = draft
    self.syntax = syntax
    skeleton = Skeleton(of: draft.text, mask: draft.mask)
    marker = Array((skeleton.delimiters.parenthesis ? "01. " : "01) ").utf8)
    for _ in 0..<Self.passes {
      findAll()
      guard !edits.isEmpty, excess == nil else { break }
      self.draft.replace(edits)
      edits.removeAll()
      skeleton = Skeleton(of: self.draft.text, mask: draft.mask)
    }
  }

  private mutating func findAll() {
    var previous: Leaf?
    // The skeleton is read while the rest of this changes.
    let (skeleton, draft) = (skeleton, draft)
    skeleton.forEachLeaf(of: draft) { leaf in
      guard let first = leaf.lines.first else { return }
      // `# heading` is what it is; so are the rows of tables, which are written so.
      let isHeading = skeleton.tree[leaf.node].kind == .heading && !leaf.isUnderlined
      if !isHeading {
        var start = 0
        if let previous, skeleton.tree[previous.node].next == leaf.node,
          let table = tableLines[first.number - 1]
        {
          start = takeRows(of: table, leaf, from: 0)
        }
        find(in: leaf, from: start)
      }
      previous = leaf
    }
  }

  private mutating func find(in leaf: Leaf, from start: Int) {
    if leaf.isUnderlined { freeUnderline(of: leaf) }
    var index = start
    var mayHoldTable = start == 0 && syntax.contains(.tables)
    // Lines as far in as a definition's words are its own: what they are the next pass tells.
    var inside = Int.max
    // So it does of all lines behind what no paragraph goes on from.
    var mayGoOn = true
    while index < leaf.lines.count {
      let line = leaf.lines[index]
      if line.indent >= inside {
        index += 1
        continue
      }
      if line.indent < 4, syntax.contains(.footnotes), let words = takeFootnote(line) {
        mayHoldTable = false
        mayGoOn = LineStart.mayBeginParagraph(draft.text, words)
      } else if line.indent < 4, syntax.contains(.definitions), !line.isLazy,
        LineStart.isDefinition(draft.text, line.range),
        index > 0 || follows(definitionsBefore: leaf) || followsTerms(leaf)
      {
        takeDefinition(line)
        inside = line.indent + 2
        mayHoldTable = false
        let words = draft.text.trimmed(line.range.lowerBound + 1..<line.range.upperBound)
        mayGoOn = LineStart.mayBeginParagraph(draft.text, words)
      } else if mayHoldTable, index > 0, !(leaf.isUnderlined && index == leaf.lines.count - 1),
        let rest = takeTable(leaf, delimiterRow: index)
      {
        index = rest
        mayHoldTable = false
        mayGoOn = false
        continue
      } else if !mayGoOn {
        return
      }
      index += 1
    }
  }

  // MARK: - Tables

  private mutating func takeTable(_ leaf: Leaf, delimiterRow index: Int) -> Int? {
    let line = leaf.lines[index]
    guard !line.isLazy, line.indent < 4,
      let alignments = TableRow.alignments(in: draft.text, line.range)
    else { return nil }
    let head = leaf.lines[index - 1]
    let cells = TableRow.cells(in: draft.text, head.range)
    guard cells.count == alignments.count else { return nil }
    let table = tables.count
    tables.append(Table(alignments: alignments, rows: []))
    // A head that continued lazily takes the marks of the row below it.
    replace(head, prefix: head.isLazy ? line.prefix : head.prefix, with: table)
    tables[table].rows.append((head.number, cells.map(cell)))
    replace(line, prefix: line.prefix, with: table)
    return takeRows(of: table, leaf, from: index + 1)
  }

  /// Takes rows for as long as there are any, and returns where they end.
  private mutating func takeRows(of table: Int, _ leaf: Leaf, from start: Int) -> Int {
    var index = start
    while index < leaf.lines.count {
      let line = leaf.lines[index]
      guard !line.isLazy, line.indent < 4, !LineStart.endsTable(draft.text, line.range),
        LineStart.footnote(draft.text, line.range, bracket: draft.mask) == nil
          || !syntax.contains(.footnotes)
      else { break }
      let cells = TableRow.cells(in: draft.text, line.range)
      if cells.isEmpty { break }
      replace(line, prefix: line.prefix, with: table)
      let columns = tables[table].alignments.count
      tables[table].rows.append((line.number, cells.prefix(columns).map(cell)))
      missingCells += max(0, columns - cells.count)
      if missingCells > Document.Excess.cellLimit, excess == nil {
        excess = .init(kind: .cells, line: line.number, column: 1)
      }
      index += 1
    }
    return index
  }

  private mutating func replace(_ line: Leaf.Line, prefix: [UInt8], with table: Int) {
    tableLines[line.number] = table
    edits[line.number] = prefix + [Ascii.hash]
  }

  private func cell(_ range: Range<Int>) -> [UInt8] {
    TableRow.unescaped(draft.source(range)[...])
  }

  // MARK: - Footnotes and definitions

  /// Returns where the words are that stand on the line of a footnote's label.
  private mutating func takeFootnote(_ line: Leaf.Line) -> Range<Int>? {
    guard
      let (label, rest) = LineStart.footnote(draft.text, line.range, bracket: draft.mask)
    else { return nil }
    footnotes[Place(line: line.number, column: line.prefix.count)] = draft.source(label)
    // One without words on its line holds an empty heading, lest the item end here.
    let words =
      rest < line.range.upperBound ? draft.text[rest..<line.range.upperBound] : [Ascii.hash]
    edits[line.number] = line.prefix + marker + words
    return min(rest, line.range.upperBound)..<line.range.upperBound
  }

  private mutating func takeDefinition(_ line: Leaf.Line) {
    definitions.insert(Place(line: line.number, column: line.prefix.count))
    edits[line.number] =
      line.prefix + [UInt8(ascii: "+")]
      + draft.text[line.range.lowerBound + 1..<line.range.upperBound]
  }

  /// Whether a paragraph follows a list of definitions, which `: ` can then continue.
  private func follows(definitionsBefore leaf: Leaf) -> Bool {
    let tree = skeleton.tree
    let before = skeleton.previous[Int(leaf.node)]
    guard before != Tree.none, tree[before].kind == .bulletList else { return false }
    let item = tree[before].firstChild
    return definitions.contains(skeleton.place(of: item))
  }

  // MARK: - Underlines

  /// A paragraph of nothing but link reference definitions is no heading: its underline is the
  /// text after them.
  private mutating func freeUnderline(of leaf: Leaf) {
    guard let first = leaf.lines.first, let underline = leaf.lines.last,
      draft.text[first.range.lowerBound] == draft.mask
    else { return }
    let words = leaf.lines.dropLast().flatMap { draft.source($0.range) + [Ascii.newline] }
    var (references, tree, entities) = (LinkReferences(), Tree(), Entities())
    let rest = references.take(from: 0..<words.count, of: words, into: &tree, entities: &entities)
    guard rest.isEmpty else { return }
    let line = draft.text[underline.range]
    let isBreak = line.first == Ascii.hyphen && line.filter { $0 == Ascii.hyphen }.count > 2
    edits[underline.number] =
      underline.prefix + (isBreak ? Array("***".utf8) : [UInt8(ascii: "\\")] + line)
  }
}

extension Skeleton {
  func place(of node: Tree.Index) -> Rewriter.Place {
    .init(line: Int(tree[node].line), column: Int(columns[Int(node)]))
  }
}
