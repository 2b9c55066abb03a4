import CMark
import Glibc

/// Parses with libcmark. This is the only file that sees its pointers.
extension Tree {
  /// The tree of a CommonMark text, given as valid UTF-8; `isSmart` has straight quotes, dashes and
  /// dots become the marks of English.
  init(parsing source: some Collection<UInt8>, isSmart: Bool = false) {
    let options = isSmart ? CMARK_OPT_SMART : CMARK_OPT_DEFAULT
    let root =
      source.withContiguousStorageIfAvailable { Self.parse($0, options) }
      ?? Array(source).withUnsafeBufferPointer { Self.parse($0, options) }
    guard let root else {
      nodes = [Node(kind: .document)]
      return
    }
    defer { cmark_node_free(root) }
    nodes.reserveCapacity(source.count / 24)
    text.reserveCapacity(source.count)
    copy(root)
  }

  private static func parse(
    _ source: UnsafeBufferPointer<UInt8>, _ options: Int32
  ) -> OpaquePointer? {
    source.withMemoryRebound(to: CChar.self) {
      cmark_parse_document($0.baseAddress, $0.count, options)
    }
  }

  private mutating func copy(_ root: OpaquePointer) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    var open: [(node: Index, lastChild: Index)] = []
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
      if event == CMARK_EVENT_EXIT {
        open.removeLast()
        continue
      }
      let index = Index(nodes.count)
      var copy = self.copy(of: node)
      if let parent = open.indices.last {
        copy.parent = open[parent].node
        if open[parent].lastChild == Self.none {
          self[open[parent].node].firstChild = index
        } else {
          self[open[parent].lastChild].next = index
        }
        open[parent].lastChild = index
      }
      nodes.append(copy)
      // The iterator has no exit event for these.
      if !copy.kind.isLeaf { open.append((index, Self.none)) }
    }
  }

  private mutating func copy(of pointer: OpaquePointer) -> Node {
    var node = Node(kind: .document)
    node.line = cmark_node_get_start_line(pointer)
    node.lastLine = cmark_node_get_end_line(pointer)
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_BLOCK_QUOTE: node.kind = .quote
    case CMARK_NODE_LIST:
      let isOrdered = cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
      node.kind = isOrdered ? .orderedList : .bulletList
      node.number = cmark_node_get_list_start(pointer)
      node.isTight = cmark_node_get_list_tight(pointer) != 0
    case CMARK_NODE_ITEM: node.kind = .item
    case CMARK_NODE_CODE_BLOCK:
      node.kind = .codeBlock
      node.text = append(cmark_node_get_fence_info(pointer))
      node.detail = append(cmark_node_get_literal(pointer))
    case CMARK_NODE_HTML_BLOCK:
      node.kind = .htmlBlock
      node.text = append(cmark_node_get_literal(pointer))
    case CMARK_NODE_PARAGRAPH: node.kind = .paragraph
    case CMARK_NODE_HEADING:
      node.kind = .heading
      node.number = cmark_node_get_heading_level(pointer)
    case CMARK_NODE_THEMATIC_BREAK: node.kind = .thematicBreak
    case CMARK_NODE_TEXT:
      node.kind = .text
      node.text = append(cmark_node_get_literal(pointer))
    case CMARK_NODE_SOFTBREAK: node.kind = .softBreak
    case CMARK_NODE_LINEBREAK: node.kind = .lineBreak
    case CMARK_NODE_CODE:
      node.kind = .code
      node.text = append(cmark_node_get_literal(pointer))
    case CMARK_NODE_HTML_INLINE:
      node.kind = .htmlInline
      node.text = append(cmark_node_get_literal(pointer))
    case CMARK_NODE_EMPH: node.kind = .emphasis
    case CMARK_NODE_STRONG: node.kind = .strong
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      node.kind = cmark_node_get_type(pointer) == CMARK_NODE_LINK ? .link : .image
      node.text = append(cmark_node_get_url(pointer))
      node.detail = append(cmark_node_get_title(pointer))
    default: break
    }
    return node
  }

  private mutating func append(_ literal: UnsafePointer<CChar>?) -> Range<Int32> {
    guard let literal else { return 0..<0 }
    let count = strlen(literal)
    return literal.withMemoryRebound(to: UInt8.self, capacity: count) {
      append(UnsafeBufferPointer(start: $0, count: count))
    }
  }
}

extension Tree.Kind {
  fileprivate var isLeaf: Bool {
    switch self {
    case .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code,
      .htmlInline, .time:
      true
    default: false
    }
  }
}
