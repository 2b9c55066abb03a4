import Text

/// The quotes and list items around a block, outermost first.
struct Containers {
  enum Container {
    case quote
    /// An item that starts on a line and whose content is so many columns in.
    case item(line: Int, width: Int)
  }

  private(set) var path: [(container: Container, node: Tree.Index)] = []

  /// Goes past the marks of the containers on a line. `matched` tells how many of them the line
  /// continues; where that is not all, the line is a lazy continuation or none.
  func enter(_ line: Int, of draft: Draft) -> (cursor: LineCursor, matched: Int) {
    var cursor = LineCursor(draft.text, draft.line(line))
    for (index, entry) in path.enumerated() where !enter(entry.container, line, &cursor) {
      return (cursor, index)
    }
    return (cursor, path.count)
  }

  private func enter(_ container: Container, _ line: Int, _ cursor: inout LineCursor) -> Bool {
    let ink = cursor.ink
    switch container {
    case .quote:
      guard ink.indent < 4, ink.offset < cursor.end, cursor.text[ink.offset] == Ascii.greater
      else { return false }
      cursor.skipToInk()
      cursor.advance(columns: 1)
      if cursor.offset < cursor.end, cursor.text[cursor.offset].isSpaceOrTab {
        cursor.advance(columns: 1)
      }
      return true
    case .item(let first, let width):
      if line == first || ink.indent >= width {
        cursor.advance(columns: width)
        return true
      }
      return ink.offset >= cursor.end
    }
  }

  /// Leaves the containers that a node does not stand in.
  mutating func leave(for node: Tree.Index, in tree: Tree) {
    var container = tree[node].parent
    // An item stands in a list, which has no marks of its own.
    while container != Tree.none, tree[container].kind.isList { container = tree[container].parent }
    while let last = path.last, last.node != container { path.removeLast() }
  }

  mutating func push(_ node: Tree.Index, of tree: Tree, _ draft: Draft) {
    let line = Int(tree[node].line)
    guard tree[node].kind == .item else {
      path.append((.quote, node))
      return
    }
    path.append((.item(line: line, width: width(line, draft)), node))
  }

  /// How many columns an item's content is in from its container's, by the rules for list markers.
  private func width(_ line: Int, _ draft: Draft) -> Int {
    var cursor = enter(line, of: draft).cursor
    let first = cursor.column
    cursor.skipToInk()
    var marker = 0
    while cursor.offset + marker < cursor.end, draft.text[cursor.offset + marker].isDigit {
      marker += 1
    }
    let indent = cursor.column - first
    cursor.advance(columns: marker + 1)
    let spaces = cursor.ink
    let isEmpty = spaces.offset >= cursor.end
    let padding = isEmpty || spaces.indent > 4 || spaces.indent < 1 ? 1 : spaces.indent
    return indent + marker + 1 + padding
  }
}

extension Tree.Kind {
  var isList: Bool { self == .bulletList || self == .orderedList }
}
