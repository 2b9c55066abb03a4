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
    case object(Test, Each)
    case list(Test, Each)

    /// Whether a section is shown.
    @usableFromInline
    package typealias Test = @Sendable (Scope) -> Bool
    /// Goes through what a section puts on the stack.
    @usableFromInline
    package typealias Each = @Sendable (Scope, (Scope) -> Void) -> Void
    /// Appends the value.
    @usableFromInline
    package typealias Write = @Sendable (Scope, inout ByteWriter) -> Void
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
  /// Whether the value is the same on every page, whatever the scope. It is then worked out once,
  /// while a template is bound.
  private(set) var isConstant = false

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

  /// The one name inside of a list itself, as in `topics.any`.
  static let any = "any"

  /// Of a list: whether it has items, for what is said once around all of them.
  var anyItem: Field? {
    guard case .list(let holds, _) = access else { return nil }
    var field = Field(
      name: Self.any, documentation: "Whether there are any.", kind: .flag, vocabulary: nil,
      access: .flag(holds))
    field.isConstant = isConstant
    return field
  }

  /// The same field of a subject that is known by now.
  func fixed(to subject: @escaping Known) -> Field {
    var field = reached { subject($1) }
    field.isConstant = true
    return field
  }

  /// The same field, found inside of something else: the `b` of `a.b`.
  func reached(through enter: @escaping Access.Each) -> Field {
    // What is the same everywhere need not be looked for.
    guard !isConstant else { return self }
    return Field(
      name: name, documentation: documentation, kind: kind, vocabulary: vocabulary,
      access: access.reached(through: enter),
      marked: marked.map { Access.reached($0, through: enter) })
  }
}

/// What is the same on every page can be asked in any scope at all.
extension Field {
  /// Whether a section on a constant is shown.
  var isShown: Bool {
    var isShown = false
    Scope.with(()) { isShown = access.holds($0) }
    return isShown
  }

  /// What a section on a constant puts on the stack, one after the other; nothing for other fields.
  var constantItems: [Known] {
    guard isConstant, let each = access.each else { return [] }
    var count = 0
    Scope.with(()) { each($0) { _ in count += 1 } }
    return (0..<count).map { wanted in
      { body in
        var index = 0
        Scope.with(()) {
          each($0) { item in
            if index == wanted { body(item) }
            index += 1
          }
        }
      }
    }
  }
}

/// Shows a subject that is the same on every page.
typealias Known = @Sendable ((Scope) -> Void) -> Void

extension Field.Access {
  var holds: Test {
    switch self {
    case .flag(let holds), .value(let holds, _, _), .object(let holds, _), .list(let holds, _):
      holds
    }
  }

  /// Nil for a flag, which puts nothing on the stack.
  var each: Each? {
    switch self {
    case .flag: nil
    case .value(_, let each, _), .object(_, let each), .list(_, let each): each
    }
  }

  fileprivate static func reached(
    _ write: @escaping Write, through enter: @escaping Each
  ) -> Write {
    { scope, output in enter(scope) { write($0, &output) } }
  }

  fileprivate func reached(through enter: @escaping Each) -> Self {
    let test: Test = { [holds] scope in
      var isShown = false
      enter(scope) { isShown = holds($0) }
      return isShown
    }
    func through(_ each: @escaping Each) -> Each {
      { scope, body in enter(scope) { each($0, body) } }
    }
    return switch self {
    case .flag: .flag(test)
    case .value(_, let each, let write):
      .value(test, through(each), Self.reached(write, through: enter))
    case .object(_, let each): .object(test, through(each))
    case .list(_, let each): .list(test, through(each))
    }
  }
}
