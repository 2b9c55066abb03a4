extension Document {
  /// What a text holds more of than is read, and where.
  package struct Excess: Hashable, Sendable {
    package enum Kind: Sendable {
      /// Quotes and list items within each other.
      case nesting
      /// Brackets that are open at once in one paragraph.
      case brackets
      /// Cells that the rows of tables lack, and that are added.
      case cells
    }

    package let kind: Kind
    /// Line and column, counted from 1.
    package let line: Int
    package let column: Int

    /// How much of it is read.
    package var limit: Int {
      switch kind {
      case .nesting: Self.nestingLimit
      case .brackets: Self.bracketLimit
      case .cells: Self.cellLimit
      }
    }

    static let nestingLimit = 100
    static let bracketLimit = 2_000
    static let cellLimit = 100_000
  }

  /// A text that is not rendered.
  init(refusing excess: Excess) {
    self.init(
      markup: [], slots: [], links: [], sections: [], anchors: [], customAnchors: [:],
      droppedHTML: nil, rawIDs: [],
      excess: excess)
  }
}
