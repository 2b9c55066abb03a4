/// The blocks that a template offers to be filled.
extension TemplateLibrary {
  /// The names of all blocks in a template and in whatever it includes.
  func blocks(reachedFrom template: Template) -> Set<String> {
    var names: Set<String> = []
    var seen: Set<String> = [template.name]
    var waiting = [template.nodes]
    while let nodes = waiting.popLast() {
      for node in nodes {
        switch node {
        case .margin, .text, .variable: break
        case .section(let section): waiting.append(section.body)
        case .block(let block):
          names.insert(block.name)
          waiting.append(block.body)
        case .partial(let partial): visit(partial)
        case .parent(let partial, let overrides):
          visit(partial)
          waiting += overrides.map(\.body)
        }
      }
    }
    return names

    func visit(_ partial: Node.Partial) {
      guard let template = self[partial.name], seen.insert(template.name).inserted else { return }
      waiting.append(template.nodes)
    }
  }
}
