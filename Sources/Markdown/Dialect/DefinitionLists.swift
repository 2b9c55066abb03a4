import Text

/// Lists of terms and their definitions, as PHP Markdown Extra, Pandoc and Hugo have them.
///
/// Libcmark has seen paragraphs before bullet lists. A paragraph is as many terms as it has lines;
/// each item is a definition; what follows in the same way belongs to the same list.
extension Tree {
  mutating func makeDefinitionLists(of rewriter: Rewriter, terms: [Index: [Index]]) {
    guard !terms.isEmpty else { return }
    var parents: [Index] = []
    for paragraph in terms.keys.sorted() where parents.last != self[paragraph].parent {
      parents.append(self[paragraph].parent)
    }
    for parent in Set(parents).sorted() {
      let groups = definitionGroups(Array(children(of: parent)), rewriter, terms)
      hang(groups, below: parent)
    }
  }

  /// The children of a block, with what belongs to a definition list in one.
  private mutating func definitionGroups(
    _ children: [Index], _ rewriter: Rewriter, _ terms: [Index: [Index]]
  ) -> [Index] {
    var blocks: [Index] = []
    var list = Self.none
    var parts: [Index] = []
    for (place, child) in children.enumerated() {
      if let terms = terms[child], place + 1 < children.count,
        rewriter.isDefinitionList(children[place + 1])
      {
        if list == Self.none {
          list = Index(nodes.count)
          var node = Node(kind: .definitionList)
          node.line = self[child].line
          nodes.append(node)
          blocks.append(list)
        }
        parts += terms
      } else if list != Self.none, rewriter.isDefinitionList(child) {
        let rest = takeDefinitions(of: child, rewriter, into: &parts)
        hang(parts, below: list)
        if rest { blocks.append(child) }
        if rest || terms[next(after: place, in: children)] == nil {
          list = Self.none
          parts = []
        }
      } else {
        blocks.append(child)
      }
    }
    return blocks
  }

  private func next(after place: Int, in children: [Index]) -> Index {
    place + 1 < children.count ? children[place + 1] : Self.none
  }

  /// Makes definitions of a list's first items, and tells whether it has others behind them.
  private mutating func takeDefinitions(
    of list: Index, _ rewriter: Rewriter, into parts: inout [Index]
  ) -> Bool {
    let items = Array(children(of: list))
    let definitions = items.prefix { rewriter.isDefinition($0) }
    for item in definitions {
      self[item].kind = .definition
      self[item].isTight = !rewriter.isLoose(item, children: Array(children(of: item)))
    }
    parts += definitions
    let others = Array(items.dropFirst(definitions.count))
    hang(others, below: list)
    return !others.isEmpty
  }
}

extension Rewriter {
  func isDefinition(_ item: Tree.Index) -> Bool {
    skeleton.columns.indices.contains(Int(item)) && definitions.contains(skeleton.place(of: item))
  }

  func isDefinitionList(_ node: Tree.Index) -> Bool {
    guard skeleton.columns.indices.contains(Int(node)), skeleton.tree[node].kind == .bulletList
    else { return false }
    return isDefinition(skeleton.tree[node].firstChild)
  }

  /// Whether the next block after a paragraph is a list of definitions.
  func isBeforeDefinitions(_ paragraph: Tree.Index) -> Bool {
    guard !definitions.isEmpty, skeleton.tree[paragraph].next != Tree.none else { return false }
    return isDefinitionList(skeleton.tree[paragraph].next)
  }

  /// Whether a definition has paragraphs: where a blank line stands before it, or within it before
  /// one of its blocks.
  func isLoose(_ definition: Tree.Index, children: [Tree.Index]) -> Bool {
    let starts = [definition] + children.dropFirst()
    return starts.contains { isBlank(line: Int(skeleton.tree[$0].line) - 1) }
  }

  /// Whether a line holds nothing but the marks of quotes.
  private func isBlank(line: Int) -> Bool {
    guard line > 0, line <= draft.lineCount else { return false }
    return draft.text[draft.line(line)].allSatisfy { $0.isWhitespace || $0 == Ascii.greater }
  }

  /// Whether a paragraph that begins with a definition stands one blank line below another, whose
  /// lines are then its terms.
  func followsTerms(_ leaf: Leaf) -> Bool {
    let before = skeleton.previous[Int(leaf.node)]
    guard before != Tree.none, skeleton.tree[before].kind == .paragraph,
      let first = leaf.lines.first
    else { return false }
    let last = Int(skeleton.tree[before].lastLine)
    guard last + 2 == first.number, tableLines[last] == nil else { return false }
    let line = draft.line(Int(skeleton.tree[before].line))
    let start = line.lowerBound + Int(skeleton.columns[Int(before)])
    // A line that looks like a definition and is none has no definitions either.
    return !LineStart.isDefinition(draft.text, start..<line.upperBound)
      || edits[Int(skeleton.tree[before].line)] != nil
  }
}
