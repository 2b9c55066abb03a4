import Text

/// The elements of raw HTML that are open, and what is written so that they nest.
///
/// Nothing of it reaches beyond the node of the Markdown tree that it is asked about: what began
/// below another node is neither ended nor added to.
struct Nesting {
  private var pieces: [SanitizedPiece] = []
  /// What has been written since the last piece.
  private var markup: [UInt8] = []
  private var open: [OpenElement] = []

  private struct OpenElement {
    let element: HTMLElement
    /// The node of the tree below which it began.
    let parent: Tree.Index
    /// Whether its end tag is known to come.
    let isPaired: Bool
    /// Whether where it leads is not known yet.
    let isLinkSlot: Bool
    /// What it may still hold.
    var content: HTMLKinds
    var isEmpty = true
  }

  var depth: Int { open.count }

  var isInsideLink: Bool { open.contains { $0.element.kind == .link } }

  func isOpen(below parent: Tree.Index) -> Bool { open.last?.parent == parent }

  /// What has been written since it was last asked for.
  mutating func takePieces() -> [SanitizedPiece] {
    endMarkup()
    defer { pieces = [] }
    return pieces
  }

  mutating func write(_ markup: some Sequence<UInt8>) { self.markup += markup }

  mutating func write(_ piece: SanitizedPiece) {
    endMarkup()
    pieces.append(piece)
  }

  private mutating func endMarkup() {
    guard !markup.isEmpty else { return }
    pieces.append(.markup(markup))
    markup = []
  }
}

// MARK: - Beginning

extension Nesting {
  /// Ends what cannot hold something of a kind, and opens what must stand around it. False, with
  /// nothing written, where it can have no place; never with `always`.
  mutating func makeRoom(
    for kind: HTMLKinds, below parent: Tree.Index, in base: HTMLKinds, always: Bool
  ) -> Bool {
    var depth = open.count
    while depth > 0, open[depth - 1].parent == parent {
      let innermost = open[depth - 1]
      if innermost.content.isSuperset(of: kind) { return close(downTo: depth) }
      if let wrappers = Self.wrappers(innermost.element, around: kind),
        let first = wrappers.first, innermost.content.isSuperset(of: first.kind)
      {
        _ = close(downTo: depth)
        for wrapper in wrappers { begin(wrapper, below: parent) }
        return true
      }
      guard always || innermost.content.isEmpty || innermost.element.yields(to: kind) else {
        return false
      }
      depth -= 1
    }
    guard always || base.isSuperset(of: kind) else { return false }
    return close(downTo: depth)
  }

  /// The elements that must stand between one and content of a kind, outermost first.
  private static func wrappers(
    _ element: HTMLElement, around kind: HTMLKinds
  ) -> [HTMLElement]? {
    var wrappers: [HTMLElement] = []
    var element = element
    while !element.content.isSuperset(of: kind) {
      guard let wrapper = element.wrapper.flatMap(HTMLAllowList.element) else { return nil }
      wrappers.append(wrapper)
      element = wrapper
    }
    return wrappers
  }

  private mutating func begin(_ wrapper: HTMLElement, below parent: Tree.Index) {
    write("<\(wrapper.name)>".utf8)
    noteChild(wrapper.kind, below: parent)
    push(wrapper, below: parent, in: .flow, isPaired: false)
  }

  /// Opens an element whose start tag has been written.
  mutating func push(
    _ element: HTMLElement, below parent: Tree.Index, in base: HTMLKinds, isPaired: Bool,
    isLinkSlot: Bool = false
  ) {
    var content = element.content
    // A link holds what could stand in its place, but for links.
    if element.kind == .link {
      let around = isOpen(below: parent) ? open.last?.content : base
      content = content.intersection(around ?? base).subtracting(.link)
    }
    open.append(
      OpenElement(
        element: element, parent: parent, isPaired: isPaired, isLinkSlot: isLinkSlot,
        content: content))
  }

  /// Remembers what an element holds already, where that decides what may follow.
  mutating func noteChild(_ kind: HTMLKinds, below parent: Tree.Index) {
    guard isOpen(below: parent), let last = open.indices.last else { return }
    switch open[last].element.name {
    case "details": if kind == .summary { open[last].content = .flow }
    case "figure":
      // Its caption comes first or last, once.
      if kind == .figureCaption { open[last].content = open[last].isEmpty ? .flow : [] }
    case "table":
      open[last].content.subtract(.tableCaption)
      if kind != .tableCaption { open[last].content.subtract(.tableHead) }
    default: break
    }
    open[last].isEmpty = false
  }
}

// MARK: - Ending

extension Nesting {
  /// Ends the innermost element of a name, with all in it, unless what is in it forbids that.
  mutating func end(_ element: HTMLElement, below parent: Tree.Index) {
    for depth in open.indices.reversed() {
      guard open[depth].parent == parent else { return }
      if open[depth].element.name == element.name {
        _ = close(downTo: depth)
        return
      }
      guard open[depth].element.isCrossed(byEndOf: element.kind) else { return }
    }
  }

  /// Ends the link that began below a node, if one is open there.
  mutating func endLink(below parent: Tree.Index) {
    guard let link = open.lastIndex(where: { $0.element.kind == .link }),
      open[link].parent == parent
    else { return }
    _ = close(downTo: link)
  }

  /// Ends everything that began below a node.
  mutating func endAll(below parent: Tree.Index) {
    _ = close(downTo: start(below: parent))
  }

  /// Ends at the end of an HTML block what Markdown cannot stand in, or what has no end tag later.
  mutating func endBlock(below parent: Tree.Index) {
    let start = start(below: parent)
    var kept = start
    while kept < open.count, open[kept].element.canSpan,
      open[kept].isPaired || kept > start && open[kept].element.endIsOptional
    {
      kept += 1
    }
    _ = close(downTo: kept)
  }

  private func start(below parent: Tree.Index) -> Int {
    open.lastIndex { $0.parent != parent }.map { $0 + 1 } ?? 0
  }

  private mutating func close(downTo depth: Int) -> Bool {
    while open.count > depth, let last = open.popLast() {
      if last.isLinkSlot {
        write(.closeLink)
      } else {
        write("</\(last.element.name)>".utf8)
      }
    }
    return true
  }
}
