/// The patterns of a language, compiled: nodes that refer to each other by index.
///
/// They are written like regular expressions and are never tried a second way: what a repetition
/// has taken it keeps, and the first alternative that fits is the one. So a match costs no more
/// than what it looks at.
///
/// | written | matches |
/// | --- | --- |
/// | `[a-z]` `[^a-z]` `.` | a byte of a set; any byte but a line's end |
/// | `\w` `\u` | of a word, which all beyond ASCII are; those beyond ASCII alone |
/// | `\d` `\h` `\s` `\_` | a digit, a hexadecimal one, white space, a space or tab |
/// | `\n` `\t` `\.` | a line's end, a tab, a dot |
/// | `x*` `x+` `x?` `x{2}` `x{2,4}` | as many as there are |
/// | `(a\|b)` | the first that fits |
/// | `(?=x)` `(?!x)` | nothing, where `x` follows, or does not |
/// | `(?<=x)` `(?<!x)` | nothing, where a byte of the set `x` stands before, or does not |
/// | `^` `$` `\A` `\b` | nothing: at a line's start, a line's end, the start of all, a word's end |
/// | `(?@x)` | what `x` does, and keeps it for the state that the rule enters |
/// | `\@` `\=` | what was kept; as many spaces as that is long |
struct Patterns: Sendable {
  typealias Index = Int32
  static let none: Index = -1

  var nodes: [Node] = []
  /// 256 bytes a set: 1 for those in it.
  var sets: [UInt8] = []
  /// Where each set begins in `sets`.
  var places: [ByteSet: Int32] = [:]

  struct Node: Sendable {
    var what: What
    /// Turns a look ahead or behind around.
    var isNegative = false
    /// Whether nothing follows it in the whole pattern, so that it may take as much as it likes.
    var isLast = false
    /// A byte, the offset of a set in `sets`, an inner node, or the first alternative.
    var value: Int32 = 0
    var minimum: Int32 = 1
    var maximum: Int32 = 1
    /// What is to match after it; of an alternative, the next one.
    var next = Patterns.none
  }

  enum What: UInt8, Sendable {
    case byte, set, run, repetition, alternatives, alternative, ahead, behind, capture, captured,
      indent
    case lineStart, lineEnd, start, wordEnd
  }

  /// The patterns of which one is to match.
  func alternatives(of node: Node) -> some Sequence<Index> {
    sequence(state: node.value) { next in
      guard next != Self.none else { return nil }
      defer { next = nodes[Int(next)].next }
      return nodes[Int(next)].value
    }
  }

  struct Tables {
    let nodes: UnsafeBufferPointer<Node>
    let sets: UnsafeBufferPointer<UInt8>
  }

  /// The tables must not be kept.
  func withTables<Result>(_ body: (Tables) -> Result) -> Result {
    nodes.withUnsafeBufferPointer { nodes in
      sets.withUnsafeBufferPointer { body(Tables(nodes: nodes, sets: $0)) }
    }
  }

  /// How far a match that may still fail looks, in bytes.
  ///
  /// Without such a bound a text could be made for which each byte looks at all that follow.
  static let reach = 256
}
