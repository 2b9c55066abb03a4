/// Indentation moves with a block: it is taken off where the block is filled, and put on where the
/// block is shown.
extension [Node] {
  /// The indentation of the first line that is not blank; nil if the text starts amid a line.
  func firstIndentation(in source: TemplateSource) -> Range<Int>? {
    for node in self {
      if case .text(let range) = node, source.isBlank(range) { continue }
      return node.indentation
    }
    return nil
  }

  /// The body of a block that fills another: without its own indentation, at the start of a line.
  func asOverride(in source: TemplateSource) -> [Node] {
    let width = firstIndentation(in: source)?.count ?? 0
    let body = width > 0 ? map { $0.dedented(by: width) } : self
    guard let first = body.first, first.indentation == nil else { return body }
    if case .text(let range) = first, source.newline(at: range.lowerBound) > 0 { return body }
    return [.margin(0..<0)] + body
  }
}

extension Node {
  fileprivate var indentation: Range<Int>? {
    switch self {
    case .margin(let range): range
    case .text, .variable: nil
    case .section(let section): section.indentation
    case .partial(let partial), .parent(let partial, _): partial.indentation
    case .block(let block): block.indentation
    }
  }

  fileprivate func dedented(by width: Int) -> Node {
    switch self {
    case .margin(let range):
      return .margin(range.dedented(by: width))
    case .text, .variable:
      return self
    case .section(var section):
      section.indentation = section.indentation?.dedented(by: width)
      section.body = section.body.map { $0.dedented(by: width) }
      return .section(section)
    case .partial(var partial):
      partial.indentation = partial.indentation?.dedented(by: width)
      return .partial(partial)
    case .parent(var partial, let overrides):
      partial.indentation = partial.indentation?.dedented(by: width)
      return .parent(partial, overrides: overrides)
    case .block(var block):
      block.indentation = block.indentation?.dedented(by: width)
      block.body = block.body.map { $0.dedented(by: width) }
      return .block(block)
    }
  }
}

extension Range<Int> {
  fileprivate func dedented(by width: Int) -> Range {
    lowerBound + Swift.min(width, count)..<upperBound
  }
}
