/// The bytes that a match can start with, so that a rule is tried only where one of them stands.
struct FirstBytes {
  private var bytes = ByteSet()
  private var canBeEmpty = true
  /// What must follow where nothing is taken.
  private var ahead: ByteSet?

  /// All bytes where any will do, or none.
  static func of(_ pattern: Patterns.Index, in patterns: Patterns) -> ByteSet {
    let first = Self(of: pattern, in: patterns)
    guard first.canBeEmpty else { return first.bytes }
    return first.bytes.isEmpty ? first.ahead ?? .all : .all
  }

  private init(of pattern: Patterns.Index, in patterns: Patterns) {
    var index = pattern
    while canBeEmpty, index != Patterns.none {
      let node = patterns.nodes[Int(index)]
      switch node.what {
      case .byte:
        bytes.insert(UInt8(truncatingIfNeeded: node.value))
        canBeEmpty = false
      case .set, .run:
        let set = patterns.sets[Int(node.value)..<Int(node.value) + 256]
        bytes.formUnion(ByteSet { set[set.startIndex + Int($0)] != 0 })
        canBeEmpty = node.minimum == 0
      case .repetition, .capture:
        let inner = Self(of: node.value, in: patterns)
        bytes.formUnion(inner.bytes)
        canBeEmpty = inner.canBeEmpty || node.minimum == 0
      case .alternatives:
        canBeEmpty = false
        for branch in patterns.alternatives(of: node) {
          let inner = Self(of: branch, in: patterns)
          bytes.formUnion(inner.bytes)
          canBeEmpty = canBeEmpty || inner.canBeEmpty
        }
      case .captured, .indent: bytes = .all
      case .ahead:
        let inner = Self(of: node.value, in: patterns)
        if !node.isNegative, ahead == nil, !inner.canBeEmpty { ahead = inner.bytes }
      case .lineEnd:
        if node.next == Patterns.none, ahead == nil { ahead = ByteSet([0x0A]) }
      case .behind, .lineStart, .start, .wordEnd, .alternative: break
      }
      index = node.next
    }
  }
}
