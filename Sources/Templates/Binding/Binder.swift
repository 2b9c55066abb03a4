import Problems

/// Turns a template into a program: expands what it includes, looks up every name, and collects
/// what is wrong.
struct Binder {
  let library: TemplateLibrary
  private(set) var routines: [[Step]] = []
  /// By routine, the tag that it was first made for; none for the page's own template.
  private(set) var origins: [Position.Trail?] = []
  private(set) var slots = 1
  var problems: [Problem] = []
  private var known: [Expansion: Int] = [:]
  private var calls: [Call] = []
  private var overrides = [Overrides()]
  private var overridesNumbers = [Overrides(): 0]
  private var vocabularies: [Vocabulary] = []
  private var vocabularyNumbers: [Vocabulary.Identity: Int] = [:]
  /// By slot, how many names were found there.
  var finds: [Int: Int] = [:]
  /// How many subjects were met that are known by now.
  private var constants = 0
  private var bytes = 0
  private var isTooLarge = false

  init(library: TemplateLibrary) {
    self.library = library
  }

  mutating func bind(_ template: Template, to vocabulary: Vocabulary) {
    let stack = Stack().pushing(number(of: vocabulary)).stack
    let expansion = Expansion(
      of: .template(template.name), overrides: 0, stack: stack, in: .words)
    _ = routine(for: expansion, template.nodes, of: template, trail: [])
    problems += calls.endless.map { .recursion($0.name, at: $0.range, in: $0.source) }
  }

  func vocabulary(_ frame: Stack.Frame) -> Vocabulary { vocabularies[frame.vocabulary] }

  mutating func number(of vocabulary: Vocabulary) -> Int {
    let identity = vocabulary.identity
    if let number = vocabularyNumbers[identity] { return number }
    vocabularies.append(vocabulary)
    vocabularyNumbers[identity] = vocabularies.count - 1
    return vocabularies.count - 1
  }

  private mutating func number(of overrides: Overrides) -> Int {
    if let number = overridesNumbers[overrides] { return number }
    self.overrides.append(overrides)
    overridesNumbers[overrides] = self.overrides.count - 1
    return self.overrides.count - 1
  }
}

// MARK: - Expanding

extension Binder {
  private mutating func routine(
    for expansion: Expansion, _ nodes: [Node], of template: Template, trail: [Position.Trail],
    nesting: Int = 0
  ) -> Int {
    if let routine = known[expansion] {
      // Its names were found when it was made.
      for frame in expansion.stack.frames { finds[frame.slot, default: 0] += 1 }
      return routine
    }
    let routine = routines.count
    known[expansion] = routine
    routines.append([])
    origins.append(trail.last)
    let position = Position(
      template: template, overrides: expansion.overrides, stack: expansion.stack,
      routine: routine, trail: trail, nesting: nesting, place: expansion.place)
    grow(by: TemplateLimits.bytesOfRoutine, at: position)
    routines[routine] = steps(for: nodes, at: position)
    return routine
  }

  private mutating func steps(for nodes: [Node], at position: Position) -> [Step] {
    guard !isTooLarge else { return [] }
    var steps = StepList()
    var position = position
    position.nesting += 1
    let source = position.template.source
    guard position.nesting <= TemplateLimits.nesting else {
      if let last = position.trail.last {
        problems.append(.tooDeep(last.range, in: last.source))
      }
      return []
    }
    for node in nodes {
      switch node {
      case .margin(let range):
        steps.startLine(source.bytes[range])
        grow(by: range.count, at: position)
      case .text(let range):
        steps.append(source.bytes[range])
        grow(by: range.count, at: position)
        // What a tag brings in is taken to end in the place where it began.
        position.place.pass(source.bytes[range])
      case .variable(let name, let isRaw):
        steps.append(value(name, isRaw: isRaw, at: position))
      case .section(let section):
        steps.append(contentsOf: self.steps(for: section, at: position))
      case .partial(let partial):
        steps.append(call(partial, filling: [], at: position))
      case .parent(let partial, let overrides):
        steps.append(call(partial, filling: overrides, at: position))
      case .block(let block):
        if let override = overrides[position.overrides][block.name] {
          steps.append(call(override, showing: block, at: position))
        } else {
          steps.append(contentsOf: self.steps(for: block.body, at: position))
        }
      }
    }
    grow(by: steps.count * MemoryLayout<Step>.stride, at: position)
    return steps.finished
  }

  private mutating func steps(for section: Node.Section, at position: Position) -> [Step] {
    guard let found = field(section.name, at: position) else {
      // What is inside is looked at all the same, unless its own names might be missing too.
      if section.isInverted || section.name.parts.isEmpty {
        _ = steps(for: section.body, at: position)
      }
      return []
    }
    let field = found.field
    guard !section.isInverted, let each = field.access.each, let vocabulary = field.vocabulary
    else {
      let body = steps(for: section.body, at: position)
      if field.isConstant { return field.isShown != section.isInverted ? body : [] }
      return [.test(slot: found.slot, field.access.holds, expecting: !section.isInverted, body)]
    }
    let isGuard = field.kind == .list || field.kind == .object
    let items = field.constantItems
    if (1...TemplateLimits.constantItems).contains(items.count) {
      return items.flatMap { item in
        constants += 1
        let vocabulary = vocabulary().fixed(to: item, number: constants)
        return entering(vocabulary, section, at: position, isGuard: isGuard).steps
      }
    }
    let inner = entering(vocabulary(), section, at: position, isGuard: isGuard)
    // Most sections on a value only ask whether there is one.
    if field.kind != .list, !inner.isLookedInto {
      return [.test(slot: found.slot, field.access.holds, expecting: true, inner.steps)]
    }
    return [.each(slot: found.slot, each, into: inner.slot, inner.steps)]
  }

  /// The steps inside a section, with its names on the stack.
  private mutating func entering(
    _ vocabulary: Vocabulary, _ section: Node.Section, at position: Position, isGuard: Bool
  ) -> (slot: Int, steps: [Step], isLookedInto: Bool) {
    let (stack, slot) = position.stack.pushing(number(of: vocabulary))
    slots = max(slots, stack.slots)
    let before = finds[slot]
    let steps = steps(for: section.body, at: position.entering(stack, isGuard: isGuard))
    return (slot, steps, finds[slot] != before)
  }

  private mutating func call(
    _ partial: Node.Partial, filling blocks: [Node.Block], at position: Position
  ) -> Step? {
    guard let template = library[partial.name] else {
      guard !partial.name.isEmpty else { return nil }
      problems.append(.partialMissing(partial, at: position, among: library.names))
      return nil
    }
    if !blocks.isEmpty {
      let places = library.blocks(reachedFrom: template)
      for block in blocks where !places.contains(block.name) {
        problems.append(
          .blockUnknown(block, parent: partial.name, at: position, among: places))
      }
    }
    let filled = overrides[position.overrides].adding(
      blocks, of: position.template, number: position.overrides)
    return call(
      Expansion(
        of: .template(template.name), overrides: number(of: filled), stack: position.stack,
        in: position.place),
      template.nodes, of: template, name: partial.name, range: partial.range,
      indentation: partial.indentation, at: position)
  }

  private mutating func call(
    _ override: Override, showing block: Node.Block, at position: Position
  ) -> Step? {
    let source = position.template.source
    let indentation = block.indentation.map { block.body.firstIndentation(in: source) ?? $0 }
    return call(
      Expansion(
        of: .block(of: override.template.name, override.block.range),
        overrides: override.overrides, stack: position.stack, in: position.place),
      override.block.body, of: override.template, name: block.name, range: block.range,
      indentation: indentation, at: position)
  }

  private mutating func call(
    _ expansion: Expansion, _ nodes: [Node], of template: Template, name: String,
    range: Range<Int>, indentation: Range<Int>?, at position: Position
  ) -> Step? {
    let source = position.template.source
    let trail = position.trail + [.init(source: source, range: range)]
    let routine = routine(
      for: expansion, nodes, of: template, trail: trail, nesting: position.nesting)
    if !position.isGuarded {
      calls.append(
        Call(from: position.routine, to: routine, name: name, range: range, source: source))
    }
    return .call(
      routine: routine, indentation.map { .adding(Array(source.bytes[$0])) } ?? .none)
  }

  private mutating func grow(by count: Int, at position: Position) {
    bytes += count
    guard bytes > TemplateLimits.expandedBytes, !isTooLarge else { return }
    isTooLarge = true
    problems.append(.tooLarge(position.template.source))
  }
}
