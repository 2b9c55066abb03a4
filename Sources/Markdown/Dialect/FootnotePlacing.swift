/// Puts the footnotes that are referred to where they are read: at the end of the text, or in a log at
/// the end of each update that refers to them, as an update is also shown without the others.
struct FootnotePlacing {
  private var tree: Tree
  /// The nodes of the defined footnotes, by their places among the labels, which references name
  /// until now.
  private let definitions: [Tree.Index]
  private let labels: [[UInt8]]
  private let isLog: Bool
  /// How many bytes may still be repeated, in a text made to be large.
  private var patience: Int

  /// The footnotes of the part that is gone through: by place among the labels their numbers in the
  /// whole text, and in the order of their numbers their nodes.
  private var numbers: [Int: Int32] = [:]
  private var order: [Tree.Index] = []

  static func place(
    _ definitions: [Tree.Index], labels: [[UInt8]], in tree: Tree, isLog: Bool
  ) -> Tree {
    guard !definitions.isEmpty else { return tree }
    var placing = FootnotePlacing(tree, definitions, labels, isLog: isLog)
    placing.run()
    return placing.tree
  }

  private init(
    _ tree: Tree, _ definitions: [Tree.Index], _ labels: [[UInt8]], isLog: Bool
  ) {
    self.tree = tree
    self.definitions = definitions
    self.labels = labels
    self.isLog = isLog
    patience = 1_000_000 + tree.text.count * 4
  }

  private mutating func run() {
    var blocks: [Tree.Index] = []
    for part in isLog ? tree.logParts : [Array(tree.children(of: 0))] {
      (numbers, order) = ([:], [])
      for block in part { number(below: block) }
      // Footnotes refer to footnotes.
      var next = 0
      while next < order.count {
        number(below: order[next])
        next += 1
      }
      blocks += part
      guard !order.isEmpty else { continue }
      let list = Tree.Index(tree.nodes.count)
      tree.nodes.append(Tree.Node(kind: .footnotes))
      tree.hang(order, below: list)
      blocks.append(list)
    }
    tree.hang(blocks, below: 0)
  }

  private mutating func number(below root: Tree.Index) {
    var references: [Tree.Index] = []
    tree.walk(root) { index in
      if tree[index].kind == .footnoteReference { references.append(index) }
    } leave: { _ in
    }
    for reference in references {
      let place = Int(tree[reference].number)
      guard let number = numbers[place] ?? add(place) else {
        tree[reference].kind = .text
        tree[reference].text = tree.append(Array("[^".utf8) + labels[place] + Array("]".utf8))
        continue
      }
      tree[reference].number = number
      tree.footnotes[Int(number) - 1].references += 1
    }
  }

  /// Adds a footnote to the part; nil where it has been repeated too often.
  private mutating func add(_ place: Int) -> Int32? {
    var definition = definitions[place]
    if isLog {
      // The next part that refers to it needs it as it was.
      guard patience > 0 else { return nil }
      let (copy, size) = tree.copy(definition)
      definition = copy
      patience -= size
    }
    order.append(definition)
    tree.footnotes.append(Footnote(label: labels[place], number: order.count))
    let number = Int32(tree.footnotes.count)
    numbers[place] = number
    tree[definition].kind = .footnoteDefinition
    tree[definition].number = number
    return number
  }
}

extension Tree {
  /// The blocks of each update of a log, and of what stands between them; nothing else is shown by
  /// itself.
  fileprivate var logParts: [[Index]] {
    var parts: [[Index]] = [[]]
    var isInUpdate = false
    for block in children(of: 0) {
      if self[block].kind == .heading, self[block].number <= 2 {
        let isUpdate = isUpdateHeading(block)
        if isUpdate || isInUpdate { parts.append([]) }
        isInUpdate = isUpdate
      }
      parts[parts.count - 1].append(block)
    }
    return parts
  }

  /// Whether there are updates.
  var isLog: Bool {
    children(of: 0).contains { self[$0].kind == .heading && isUpdateHeading($0) }
  }

  private func isUpdateHeading(_ heading: Index) -> Bool {
    self[heading].number == 2 && Document.Heading.Update(heading: plainText(of: heading)) != nil
  }

  /// Copies a node and all below it; also tells how much it is, in bytes.
  fileprivate mutating func copy(_ root: Index) -> (node: Index, size: Int) {
    var originals: [Index] = []
    walk(root) {
      originals.append($0)
    } leave: { _ in
    }
    let first = Index(nodes.count)
    var places: [Index: Index] = [:]
    for (offset, node) in originals.enumerated() { places[node] = first + Index(offset) }
    var size = 0
    for original in originals {
      var node = self[original]
      node.parent = places[node.parent] ?? Self.none
      node.firstChild = places[node.firstChild] ?? Self.none
      node.next = places[node.next] ?? Self.none
      nodes.append(node)
      size += 16 + node.text.count + node.detail.count
    }
    return (first, size)
  }
}
