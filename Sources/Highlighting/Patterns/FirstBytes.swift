/// The bytes that a match can start with, so that a rule is tried only where one of them stands.
struct FirstBytes {
  /// A table of 256.
  private(set) var table = [Bool](repeating: false, count: 256)
  private var canBeEmpty = true
  /// What must follow where nothing is taken.
  private var ahead: [Bool]?

  /// Nil where any byte will do, or none.
  static func table(of pattern: Patterns.Index, in patterns: Patterns) -> [Bool]? {
    let first = Self(of: pattern, in: patterns)
    guard first.canBeEmpty else { return first.table }
    return first.table.contains(true) ? nil : first.ahead
  }

  private init(of pattern: Patterns.Index, in patterns: Patterns) {
    var index = pattern
    while canBeEmpty, index != Patterns.none {
      let node = patterns.nodes[Int(index)]
      switch node.what {
      case .byte:
        table[Int(node.value)] = true
        canBeEmpty = false
      case .set, .run:
        for byte in 0..<256 where patterns.sets[Int(node.value) + byte] != 0 { table[byte] = true }
        canBeEmpty = node.minimum == 0
      case .repetition, .capture:
        let inner = Self(of: node.value, in: patterns)
        add(inner.table)
        canBeEmpty = inner.canBeEmpty || node.minimum == 0
      case .alternatives:
        canBeEmpty = false
        for branch in patterns.alternatives(of: node) {
          let inner = Self(of: branch, in: patterns)
          add(inner.table)
          canBeEmpty = canBeEmpty || inner.canBeEmpty
        }
      case .captured, .indent:
        table = [Bool](repeating: true, count: 256)
      case .ahead:
        let inner = Self(of: node.value, in: patterns)
        if !node.isNegative, ahead == nil, !inner.canBeEmpty { ahead = inner.table }
      case .lineEnd:
        guard node.next == Patterns.none, ahead == nil else { break }
        ahead = (0..<256).map { $0 == 0x0A }
      case .behind, .lineStart, .start, .wordEnd, .alternative: break
      }
      index = node.next
    }
  }

  private mutating func add(_ other: [Bool]) {
    for byte in 0..<256 where other[byte] { table[byte] = true }
  }
}
