extension Tree {
  /// Makes nodes the children of another, in this order and no others.
  mutating func hang(_ nodes: [Index], below parent: Index) {
    self[parent].firstChild = nodes.first ?? Self.none
    for (offset, node) in nodes.enumerated() {
      self[node].parent = parent
      self[node].next = offset + 1 < nodes.count ? nodes[offset + 1] : Self.none
    }
  }

  /// Takes nodes out of the tree. Those up to `count` may be among them or beside them.
  mutating func remove(_ removed: Set<Index>, among count: Int) {
    guard !removed.isEmpty else { return }
    var last = [Index](repeating: Self.none, count: count)
    // What was taken out may hold others that were, and be put elsewhere.
    for index in 1..<count { self[self[Index(index)].parent].firstChild = Self.none }
    for index in 1..<count where !removed.contains(Index(index)) {
      let node = Index(index)
      let parent = self[node].parent
      guard Int(parent) < count else { continue }
      if last[Int(parent)] == Self.none {
        self[parent].firstChild = node
      } else {
        self[last[Int(parent)]].next = node
      }
      self[node].next = Self.none
      last[Int(parent)] = node
    }
  }
}
