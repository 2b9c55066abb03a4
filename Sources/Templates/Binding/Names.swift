import Problems

/// Looking up names on the stack.
extension Binder {
  struct Found {
    let slot: Int
    let field: Field
  }

  /// The field that a name stands for: its first part is looked up on the stack, the others each
  /// inside the one before.
  mutating func field(_ name: Node.Name, at position: Position) -> Found? {
    guard let first = name.parts.first, var found = find(first, name, at: position) else {
      return nil
    }
    for part in name.parts.dropFirst() {
      guard let inner = inside(found.field, part, name, at: position) else { return nil }
      found = Found(slot: found.slot, field: inner)
    }
    return found
  }

  mutating func value(_ name: Node.Name, isRaw: Bool, at position: Position) -> Step? {
    guard let found = field(name, at: position) else { return nil }
    guard case .value(_, _, let plain) = found.field.access else {
      problems.append(.notWritable(found.field, name, at: position))
      return nil
    }
    if found.field.kind == .html, !isRaw {
      problems.append(.markupEscaped(name, at: position))
    } else if found.field.kind == .text, isRaw {
      problems.append(.textUnescaped(name, at: position))
    }
    let write: Field.Access.Write
    if position.place == .words, let marked = found.field.marked {
      write = marked
    } else {
      write = plain
    }
    guard found.field.isConstant else { return .value(slot: found.slot, write) }
    var text = StaticText()
    text.append(write)
    return .text(text)
  }

  private mutating func find(
    _ part: String, _ name: Node.Name, at position: Position
  ) -> Found? {
    let frames = position.stack.frames.reversed()
    for frame in part == "." ? frames.prefix(1) : frames.prefix(frames.count) {
      guard let field = vocabulary(frame)[part] else { continue }
      finds[frame.slot, default: 0] += 1
      return Found(slot: frame.slot, field: field)
    }
    let vocabularies = frames.map(vocabulary)
    problems.append(
      part == "."
        ? .noValue(name, at: position, vocabularies.first)
        : .nameUnknown(part, of: name, at: position, among: vocabularies))
    return nil
  }

  private mutating func inside(
    _ field: Field, _ part: String, _ name: Node.Name, at position: Position
  ) -> Field? {
    if part == Field.any, let any = field.anyItem { return any }
    guard let vocabulary = field.vocabulary?(), case .object(_, let enter) = field.access else {
      problems.append(.nothingInside(field, name, at: position))
      return nil
    }
    guard let inner = vocabulary[part] else {
      problems.append(.nameUnknown(part, of: name, at: position, among: [vocabulary]))
      return nil
    }
    // What is inside of something that is known is known too.
    guard field.isConstant else { return inner.reached(through: enter) }
    return inner.fixed { body in Scope.with(()) { enter($0, body) } }
  }
}
