import CMark
import Glibc
import Text

/// Parses with libcmark. Its pointers are seen here, in `Skeleton` and in `ParserMemory` alone.
extension Tree {
  /// The tree of a CommonMark text, given as valid UTF-8; `isSmart` has straight quotes, dashes and
  /// dots become the marks of English.
  init(parsing source: [UInt8], isSmart: Bool = false) {
    let options = isSmart ? CMARK_OPT_SMART : CMARK_OPT_DEFAULT
    nodes.reserveCapacity(source.count / 24)
    var words = ByteWriter(capacity: source.count)
    source.withUnsafeBufferPointer {
      ParserMemory.withTree(of: $0, options) { copy($0, to: &words) }
    }
    text = words.bytes
    if nodes.isEmpty { nodes.append(Node(kind: .document)) }
  }

  private mutating func copy(_ root: OpaquePointer, to words: inout ByteWriter) {
    nodes.append(node(root, Tree.none, &words))
    var (pointer, index) = (root, Index(0))
    while true {
      let below = Index(nodes.count)
      if let child = cmark_node_first_child(pointer) {
        nodes.append(node(child, index, &words))
        nodes[Int(index)].firstChild = below
        (pointer, index) = (child, below)
        continue
      }
      var sibling = cmark_node_next(pointer)
      while sibling == nil, index != 0, let parent = cmark_node_parent(pointer) {
        (pointer, index) = (parent, self[index].parent)
        sibling = cmark_node_next(pointer)
      }
      guard let sibling, index != 0 else { return }
      nodes.append(node(sibling, self[index].parent, &words))
      nodes[Int(index)].next = below
      (pointer, index) = (sibling, below)
    }
  }

  private func node(
    _ pointer: OpaquePointer, _ parent: Index, _ words: inout ByteWriter
  ) -> Node {
    var node = Node(kind: .document)
    node.parent = parent
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
      node.text = words.append(literal: cmark_node_get_fence_info(pointer))
      node.detail = words.append(literal: cmark_node_get_literal(pointer))
    case CMARK_NODE_HTML_BLOCK:
      node.kind = .htmlBlock
      node.text = words.append(literal: cmark_node_get_literal(pointer))
    case CMARK_NODE_PARAGRAPH: node.kind = .paragraph
    case CMARK_NODE_HEADING:
      node.kind = .heading
      node.number = cmark_node_get_heading_level(pointer)
    case CMARK_NODE_THEMATIC_BREAK: node.kind = .thematicBreak
    case CMARK_NODE_TEXT:
      node.kind = .text
      node.text = words.append(literal: cmark_node_get_literal(pointer))
    case CMARK_NODE_SOFTBREAK: node.kind = .softBreak
    case CMARK_NODE_LINEBREAK: node.kind = .lineBreak
    case CMARK_NODE_CODE:
      node.kind = .code
      node.text = words.append(literal: cmark_node_get_literal(pointer))
    case CMARK_NODE_HTML_INLINE:
      node.kind = .htmlInline
      node.text = words.append(literal: cmark_node_get_literal(pointer))
    case CMARK_NODE_EMPH: node.kind = .emphasis
    case CMARK_NODE_STRONG: node.kind = .strong
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      node.kind = cmark_node_get_type(pointer) == CMARK_NODE_LINK ? .link : .image
      node.text = words.append(literal: cmark_node_get_url(pointer))
      node.detail = words.append(literal: cmark_node_get_title(pointer))
    default: break
    }
    return node
  }
}

extension ByteWriter {
  fileprivate mutating func append(literal: UnsafePointer<CChar>?) -> Range<Int32> {
    guard let literal else { return 0..<0 }
    let start = count
    let length = strlen(literal)
    literal.withMemoryRebound(to: UInt8.self, capacity: length) {
      append(UnsafeBufferPointer(start: $0, count: length))
    }
    return Int32(start)..<Int32(count)
  }
}
