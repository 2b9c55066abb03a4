import CMark
import Text

/// The blocks of a text as libcmark finds them, without what stands in paragraphs and headings.
///
/// Of what libcmark tells about places, start lines and start columns are right; so are the last
/// lines of paragraphs.
struct Skeleton {
  var tree = Tree()
  /// The byte, counted from 0, at which each node starts in its line.
  private(set) var columns: [Int32] = []
  /// The sibling before each node.
  private(set) var previous: [Tree.Index] = [Tree.none]
  /// Whether an ordered list writes its numbers as `1)`, and whether one writes them as `1.`.
  private(set) var delimiters: (parenthesis: Bool, period: Bool) = (false, false)

  /// Every `mask` in the text stands for a `[`, so that no line is taken for a link reference
  /// definition and none vanishes.
  init(of text: [UInt8], mask: UInt8) {
    tree.nodes.append(Tree.Node(kind: .document))
    columns.append(0)
    tree.text.reserveCapacity(text.count)
    text.withUnsafeBufferPointer { ParserMemory.withTree(of: $0) { copyChildren(of: $0, mask) } }
  }

  private mutating func copyChildren(of root: OpaquePointer, _ mask: UInt8) {
    var next = cmark_node_first_child(root)
    var path: [(node: Tree.Index, last: Tree.Index)] = [(0, Tree.none)]
    while let pointer = next {
      let index = Tree.Index(tree.nodes.count)
      var node = copy(of: pointer, mask)
      let depth = path.count - 1
      node.parent = path[depth].node
      if path[depth].last == Tree.none {
        tree[path[depth].node].firstChild = index
      } else {
        tree[path[depth].last].next = index
      }
      previous.append(path[depth].last)
      path[depth].last = index
      tree.nodes.append(node)
      columns.append(cmark_node_get_start_column(pointer) - 1)
      if node.kind.isContainer, let child = cmark_node_first_child(pointer) {
        path.append((index, Tree.none))
        next = child
        continue
      }
      next = cmark_node_next(pointer)
      var parent = cmark_node_parent(pointer)
      while next == nil, let up = parent, path.count > 1 {
        path.removeLast()
        next = cmark_node_next(up)
        parent = cmark_node_parent(up)
      }
    }
  }

  private mutating func copy(of pointer: OpaquePointer, _ mask: UInt8) -> Tree.Node {
    var node = Tree.Node(kind: .paragraph)
    node.line = cmark_node_get_start_line(pointer)
    node.lastLine = cmark_node_get_end_line(pointer)
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_BLOCK_QUOTE: node.kind = .quote
    case CMARK_NODE_LIST:
      let isOrdered = cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
      node.kind = isOrdered ? .orderedList : .bulletList
      node.number = cmark_node_get_list_start(pointer)
      node.isTight = cmark_node_get_list_tight(pointer) != 0
      if isOrdered {
        let isPeriod = cmark_node_get_list_delim(pointer) == CMARK_PERIOD_DELIM
        if isPeriod { delimiters.period = true } else { delimiters.parenthesis = true }
      }
    case CMARK_NODE_ITEM: node.kind = .item
    case CMARK_NODE_CODE_BLOCK:
      node.kind = .codeBlock
      node.text = append(cmark_node_get_fence_info(pointer), mask, isInfo: true)
      node.detail = append(cmark_node_get_literal(pointer), mask)
    case CMARK_NODE_HTML_BLOCK:
      node.kind = .htmlBlock
      node.text = append(cmark_node_get_literal(pointer), mask)
    case CMARK_NODE_HEADING:
      node.kind = .heading
      node.number = cmark_node_get_heading_level(pointer)
    case CMARK_NODE_THEMATIC_BREAK: node.kind = .thematicBreak
    default: break
    }
    return node
  }

  private mutating func append(
    _ literal: UnsafePointer<CChar>?, _ mask: UInt8, isInfo: Bool = false
  ) -> Range<Int32> {
    let start = tree.text.count
    var source = literal
    while let byte = source?.pointee, byte != 0 {
      let byte = UInt8(bitPattern: byte)
      if byte == mask {
        // In an info string libcmark would have resolved the escape of a bracket.
        if isInfo, tree.text.count > start, tree.text.last == UInt8(ascii: "\\") {
          tree.text.removeLast()
        }
        tree.text.append(UInt8(ascii: "["))
      } else {
        tree.text.append(byte)
      }
      source = source?.successor()
    }
    return Int32(start)..<Int32(tree.text.count)
  }
}

extension Tree.Kind {
  fileprivate var isContainer: Bool {
    switch self {
    case .quote, .bulletList, .orderedList, .item: true
    default: false
    }
  }
}

extension Tree {
  /// What libcmark makes of a named entity with its `&` and `;`; nil where it knows none such.
  static func libraryEntity(_ entity: [UInt8]) -> [UInt8]? {
    var decoded: [UInt8]?
    entity.withUnsafeBufferPointer { buffer in
      ParserMemory.withTree(of: buffer) { root in
        let text = cmark_node_first_child(cmark_node_first_child(root))
        decoded = cmark_node_get_literal(text).map { Array(String(cString: $0).utf8) }
      }
    }
    return decoded == entity ? nil : decoded
  }
}
