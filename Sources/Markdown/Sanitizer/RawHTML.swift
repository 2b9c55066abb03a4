import Text

/// The raw HTML of a document, taken apart before it is rendered, so that a start tag knows of its
/// end.
///
/// Start and end tags belong together when they have the same name and stand below the same node of
/// the tree: in one HTML block or in several below one list item, quote or document, or in one
/// paragraph.
struct RawHTML: Sendable {
  private(set) var tokens: [Tree.Index: [HTMLToken]] = [:]

  /// Takes what stands in a script or the like out of the tree, Markdown included.
  init(takingContentsOutOf tree: inout Tree) {
    var parents: [Tree.Index] = []
    var siblings: [Tree.Index: [Tree.Index]] = [:]
    tree.walk(0) { index in
      guard tree[index].kind.isRawHTML else { return }
      tokens[index] = HTMLTokenizer.tokens(of: tree.text(of: index))
      let parent = tree[index].parent
      if siblings[parent] == nil { parents.append(parent) }
      siblings[parent, default: []].append(index)
    } leave: { _ in
    }
    for parent in parents {
      let nodes = siblings[parent] ?? []
      let ends = pair(nodes)
      markSummaries(dropContents(of: nodes, ends, in: &tree), in: tree)
    }
  }

  /// A token by its node's place among its siblings and its own place in the node.
  private struct Position: Hashable, Comparable {
    let sibling: Int
    let token: Int

    static func < (a: Position, b: Position) -> Bool {
      (a.sibling, a.token) < (b.sibling, b.token)
    }
  }

  /// Marks each start tag that has an end tag, and tells where.
  private mutating func pair(_ nodes: [Tree.Index]) -> [Position: Position] {
    var ends: [Position: Position] = [:]
    // The next that may say what is to be played.
    var source: (position: Position, address: HTMLTag.Attribute)?
    var open: [String: [Position]] = [:]
    for (sibling, node) in nodes.enumerated().reversed() {
      for (token, value) in (tokens[node] ?? []).enumerated().reversed() {
        let position = Position(sibling: sibling, token: token)
        switch value.kind {
        case .end(let name): open[name, default: []].append(position)
        case .start(var tag):
          if tag.name == "source", let address = tag.attributes.first(where: { $0.name == "src" }) {
            source = (position, address)
          }
          guard let end = open[tag.name]?.popLast() else { continue }
          ends[position] = end
          tag.isPaired = true
          if tag.isMedia, let source, source.position < end {
            tag.attributes.append(source.address)
          }
          tokens[node]?[token].kind = .start(tag)
        default: break
        }
      }
    }
    return ends
  }

  /// Leaves out what stands between the tags of a script or the like; the start tag stays, to be
  /// reported. Without an end tag it reaches to the end of its HTML block.
  ///
  /// Returns the nodes that are left.
  private mutating func dropContents(
    of nodes: [Tree.Index], _ ends: [Position: Position], in tree: inout Tree
  ) -> [Tree.Index] {
    var left: [Tree.Index] = []
    // The end of what is being left out, and the node where that began.
    var until: Position?
    var start: Tree.Index = Tree.none
    for (sibling, node) in nodes.enumerated() {
      var kept: [HTMLToken] = []
      if let end = until {
        guard end.sibling <= sibling else { continue }
        tree[start].next = node
      }
      for (token, value) in (tokens[node] ?? []).enumerated() {
        if let end = until {
          if end.sibling == sibling, end.token == token { until = nil }
          continue
        }
        kept.append(value)
        guard case .start(let tag) = value.kind, HTMLAllowList.dropsContent.contains(tag.name)
        else { continue }
        until = ends[Position(sibling: sibling, token: token)]
        start = node
        if until == nil, tree[node].kind == .htmlBlock { break }
      }
      tokens[node] = kept
      left.append(node)
    }
    return left
  }

  /// Marks the `details` whose first content is a summary, be it in the next HTML block.
  private mutating func markSummaries(_ nodes: [Tree.Index], in tree: Tree) {
    var details: (node: Tree.Index, token: Int)?
    var previous = Tree.none
    for node in nodes {
      if previous != Tree.none, tree[previous].next != node { details = nil }
      previous = node
      for (token, value) in (tokens[node] ?? []).enumerated() {
        if value.isBlank(in: tree.text) { continue }
        if let details, case .start(let summary) = value.kind, summary.name == "summary",
          case .start(var tag) = tokens[details.node]?[details.token].kind,
          tag.isPaired || details.node == node
        {
          tag.hasSummary = true
          tokens[details.node]?[details.token].kind = .start(tag)
        }
        details = nil
        if case .start(let tag) = value.kind, tag.name == "details" { details = (node, token) }
      }
    }
  }
}

extension Tree {
  var hasRawHTML: Bool { nodes.contains { $0.kind.isRawHTML } }
}

extension Tree.Kind {
  var isRawHTML: Bool { self == .htmlBlock || self == .htmlInline }
}
