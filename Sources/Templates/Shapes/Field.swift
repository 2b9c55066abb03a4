import Text

/// One name that templates may use: what it means, of which kind it is, and how its value is had.
@usableFromInline
package struct Field: Sendable {
  /// What a value is to a template.
  @usableFromInline
  package enum Kind: String, Sendable, CaseIterable {
    /// Written escaped, by `{{name}}`; a section shows it unless it is empty, as `{{.}}`.
    case text
    /// Trusted markup, written as it is, by `{{{name}}}`; a section as with text.
    case html
    /// Written in digits; a section shows it unless it is 0, as `{{.}}`.
    case number
    /// Never written, only asked, by `{{#name}}` and `{{^name}}`; all names stay what they are.
    case flag
    /// Has names of its own; a section shows it if it is there.
    case object
    /// A section is repeated for each of its items.
    case list
  }

  /// How a field's value is had.
  @usableFromInline
  package enum Access: Sendable {
    case flag(Test)
    case value(Test, Each, Write)
    case object(Test, Each, Enter)
    case list(Test, Each)

    /// Whether a section is shown.
    @usableFromInline
    package typealias Test = @Sendable (any Scope) -> Bool
    /// Goes through what a section puts on the stack.
    @usableFromInline
    package typealias Each = @Sendable (any Scope, (any Scope) -> Void) -> Void
    /// Appends the value.
    @usableFromInline
    package typealias Write = @Sendable (any Scope, inout ByteWriter) -> Void
    /// Goes inside, for a dotted name; nil where there is nothing.
    @usableFromInline
    package typealias Enter = @Sendable (any Scope) -> (any Scope)?
  }

  package let name: String
  package let documentation: String
  package let kind: Kind
  /// The names that a section on this field adds; nil for a flag, which adds none.
  package let vocabulary: (@Sendable () -> Vocabulary)?

  let access: Access
  /// Appends the value with what markup says of it, where markup can stand; nil for a value of
  /// which there is nothing to say.
  let marked: Access.Write?
  /// Where the value is the same on every page: any scope at all, to ask the field with. It is then
  /// worked out once, while a template is bound.
  private(set) var constant: (any Scope)?

  @usableFromInline
  package init(
    name: String, documentation: String, kind: Kind, vocabulary: (@Sendable () -> Vocabulary)?,
    access: Access, marked: Access.Write? = nil
  ) {
    self.name = name
    self.documentation = documentation
    self.kind = kind
    self.vocabulary = vocabulary
    self.access = access
    self.marked = marked
  }

  /// The same field of a subject that is known by now.
  func fixed(to scope: any Scope) -> Field {
    var field = reached { _ in scope }
    field.constant = scope
    return field
  }

  /// The same field, found inside of something else: the `b` of `a.b`.
  func reached(through enter: @escaping Access.Enter) -> Field {
    // What is the same everywhere need not be looked for.
    guard constant == nil else { return self }
    return Field(
      name: name, documentation: documentation, kind: kind, vocabulary: vocabulary,
      access: access.reached(through: enter),
      marked: marked.map { Access.reached($0, through: enter) })
  }
}

extension Field.Access {
  var holds: Test {
    switch self {
    case .flag(let holds), .value(let holds, _, _), .object(let holds, _, _), .list(let holds, _):
      holds
    }
  }

  /// Nil for a flag, which puts nothing on the stack.
  var each: Each? {
    switch self {
    case .flag: nil
    case .value(_, let each, _), .object(_, let each, _), .list(_, let each): each
    }
  }

  fileprivate static func reached(
    _ write: @escaping Write, through enter: @escaping Enter
  ) -> Write {
    { scope, output in if let inner = enter(scope) { write(inner, &output) } }
  }

  fileprivate func reached(through enter: @escaping Enter) -> Self {
    let test: Test = { [holds] scope in
      guard let inner = enter(scope) else { return false }
      return holds(inner)
    }
    func through(_ each: @escaping Each) -> Each {
      { scope, body in if let inner = enter(scope) { each(inner, body) } }
    }
    return switch self {
    case .flag: .flag(test)
    case .value(_, let each, let write):
      .value(test, through(each), Self.reached(write, through: enter))
    case .object(_, let each, let next):
      .object(test, through(each)) { scope in
        guard let inner = enter(scope) else { return nil }
        return next(inner)
      }
    case .list(_, let each): .list(test, through(each))
    }
  }
}
