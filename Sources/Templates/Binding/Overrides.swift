/// The blocks that are filled from outside where a template is expanded, by name.
struct Overrides: Hashable {
  private var blocks: [String: Override] = [:]

  subscript(name: String) -> Override? { blocks[name] }

  /// What a parent is expanded with: what fills its blocks from further outside goes first. The
  /// number is the binder's, for the overrides as they are.
  func adding(_ blocks: [Node.Block], of template: Template, number: Int) -> Overrides {
    var added = self
    for block in blocks where added.blocks[block.name] == nil {
      added.blocks[block.name] = Override(template: template, block: block, overrides: number)
    }
    return added
  }
}

/// A block's body, with the overrides of the template that it is written in: the blocks inside it
/// are filled by whoever extends that template, not by where the body comes to stand.
struct Override: Hashable {
  let template: Template
  let block: Node.Block
  /// The binder's number for them. Overrides inside one another would take exponential time to
  /// compare.
  let overrides: Int

  static func == (a: Override, b: Override) -> Bool {
    a.template.name == b.template.name && a.block.range == b.block.range
      && a.overrides == b.overrides
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(template.name)
    hasher.combine(block.range)
    hasher.combine(overrides)
  }
}
