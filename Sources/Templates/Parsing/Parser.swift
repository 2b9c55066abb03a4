import Problems

/// Puts the pieces of a template inside one another, and takes away the lines that belong to tags
/// alone.
struct Parser {
  private let source: TemplateSource
  private let tokens: [Token]
  private var next = 0
  private var root: [Node] = []
  private var open: [Element] = []
  private(set) var problems: [Problem]

  /// A section, parent or block that is not closed yet.
  private struct Element {
    let tag: Tag
    var indentation: Range<Int>?
    var body: [Node] = []
    var overrides: [Node.Block] = []
  }

  init(_ source: TemplateSource) {
    let scanner = Scanner(source)
    self.source = source
    tokens = scanner.tokens
    problems = scanner.problems
  }

  mutating func parse() -> [Node] {
    while next < tokens.count {
      let token = tokens[next]
      next += 1
      switch token {
      case .margin(let range): append(.margin(range))
      case .text(let range), .newline(let range): append(.text(range))
      case .tag(let tag):
        if tag.kind.opens, open.count == TemplateLimits.nesting {
          problems.append(.tooDeep(tag.range, in: source))
          return root
        }
        read(tag)
      }
    }
    while let element = open.popLast() {
      problems.append(.neverClosed(element.tag, in: source))
    }
    return root
  }

  private mutating func read(_ tag: Tag) {
    switch tag.kind {
    case .comment, .delimiters: _ = takeLine(of: tag)
    case .variable: append(.variable(name(of: tag), isRaw: false))
    case .raw: append(.variable(name(of: tag), isRaw: true))
    case .section, .inverted:
      if isInParent { problems.append(.strayInParent(tag.range, in: source)) }
      open.append(Element(tag: tag, indentation: takeLine(of: tag)))
    case .partial:
      let indentation = takeLine(of: tag)
      append(.partial(partial(of: tag, indentation: indentation)))
    case .parent:
      if isInParent { problems.append(.strayInParent(tag.range, in: source)) }
      open.append(Element(tag: tag))
    case .block: openBlock(tag)
    case .close: close(tag)
    }
  }
}

// MARK: - Opening and closing

extension Parser {
  /// Whether the innermost open tag is a parent, where nothing counts but the blocks that fill it.
  private var isInParent: Bool { open.last?.tag.kind == .parent }

  private mutating func openBlock(_ tag: Tag) {
    checkFileName(of: tag)
    if isInParent {
      open.append(Element(tag: tag))
      if tag.endsLine { skipLine() }
    } else if tag.isAlone {
      open.append(Element(tag: tag, indentation: takeLine(of: tag)))
    } else {
      let margin = tag.startsLine ? takeMargin() : nil
      let body = margin.map { [Node.margin($0)] } ?? []
      open.append(Element(tag: tag, indentation: margin, body: body))
    }
  }

  private mutating func close(_ tag: Tag) {
    guard let opener = open.last else {
      return problems.append(.neverOpened(tag, in: source))
    }
    if opener.tag.name != tag.name {
      if open.contains(where: { $0.tag.name == tag.name }) {
        while let inner = open.last, inner.tag.name != tag.name {
          problems.append(.neverClosed(inner.tag, before: tag, in: source))
          finish(inner, with: tag)
        }
      } else {
        problems.append(.wrongClose(tag, open: opener.tag, in: source))
      }
    }
    if let element = open.last { finish(element, with: tag) }
  }

  private mutating func finish(_ element: Element, with tag: Tag) {
    switch element.tag.kind {
    case .parent: finishParent(element, with: tag)
    case .block where open.dropLast().last?.tag.kind == .parent:
      if tag.startsLine { _ = takeMargin() }
      finishOverride()
    default:
      _ = takeLine(of: tag)
      guard let element = open.popLast() else { return }
      append(element.tag.kind == .block ? .block(block(element)) : .section(section(element)))
    }
  }

  private mutating func finishParent(_ element: Element, with tag: Tag) {
    open.removeLast()
    let isAlone = element.tag.startsLine && tag.endsLine && !isInParent
    let indentation = isAlone ? takeMargin() : nil
    if isAlone { skipLine() }
    append(
      .parent(
        partial(of: element.tag, indentation: indentation), overrides: element.overrides))
  }

  private mutating func finishOverride() {
    guard let element = open.popLast(), let parent = open.indices.last else { return }
    var block = block(element)
    block.body = block.body.asOverride(in: source)
    if let first = open[parent].overrides.first(where: { $0.name == block.name }) {
      problems.append(.filledTwice(block, first: first, in: source))
    } else {
      open[parent].overrides.append(block)
    }
  }

  private func block(_ element: Element) -> Node.Block {
    Node.Block(
      name: element.tag.name, range: element.tag.range, indentation: element.indentation,
      body: element.body)
  }

  private mutating func section(_ element: Element) -> Node.Section {
    Node.Section(
      name: name(of: element.tag), isInverted: element.tag.kind == .inverted,
      indentation: element.indentation, body: element.body)
  }
}

// MARK: - Names

extension Parser {
  private mutating func name(of tag: Tag) -> Node.Name {
    let split = tag.name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let parts = tag.name == "." ? [tag.name] : split
    let isName = parts.allSatisfy { !$0.isEmpty && !$0.contains(where: \.isWhitespace) }
    if !isName { problems.append(.noName(tag, in: source)) }
    return Node.Name(parts: isName ? parts : [], range: isName ? tag.nameRange : tag.range)
  }

  private mutating func partial(of tag: Tag, indentation: Range<Int>?) -> Node.Partial {
    Node.Partial(
      name: checkFileName(of: tag) ? tag.name : "", range: tag.range, indentation: indentation)
  }

  @discardableResult
  private mutating func checkFileName(of tag: Tag) -> Bool {
    let isName =
      !tag.name.isEmpty && !tag.name.hasPrefix("*") && !tag.name.contains(where: \.isWhitespace)
    if !isName { problems.append(.noName(tag, in: source)) }
    return isName
  }
}

// MARK: - Text and lines

extension Parser {
  private mutating func append(_ node: Node) {
    guard let last = open.indices.last else { return root.append(node) }
    guard isInParent else { return open[last].body.append(node) }
    switch node {
    case .text(let range) where !source.isBlank(range):
      problems.append(.strayInParent(source.trimmed(range), in: source))
    case .variable(let name, _): problems.append(.strayInParent(name.range, in: source))
    case .partial(let partial): problems.append(.strayInParent(partial.range, in: source))
    case .margin, .text, .section, .parent, .block: break
    }
  }

  /// Takes the line of a tag that has one for itself, and gives the white space before the tag.
  private mutating func takeLine(of tag: Tag) -> Range<Int>? {
    guard tag.isAlone else { return nil }
    skipLine()
    return takeMargin()
  }

  private mutating func takeMargin() -> Range<Int>? {
    let before = open.isEmpty ? root.last : open.last?.body.last
    guard case .margin(let range) = before else { return nil }
    if let last = open.indices.last { open[last].body.removeLast() } else { root.removeLast() }
    return range
  }

  /// Goes on after the end of a line of which nothing is left but white space.
  private mutating func skipLine() {
    while next < tokens.count {
      switch tokens[next] {
      case .text: next += 1
      case .newline:
        next += 1
        return
      case .margin, .tag: return
      }
    }
  }
}
