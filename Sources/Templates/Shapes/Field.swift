/// One name that templates may use: what it means, of which kind it is, and how its value is had.
package struct Field: Sendable {
  /// What a value is to a template.
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

  package typealias Write = @Sendable (any Scope, inout [UInt8]) -> Void
  package typealias Test = @Sendable (any Scope) -> Bool
  package typealias Each = @Sendable (any Scope, (any Scope) -> Void) -> Void
  package typealias Enter = @Sendable (any Scope) -> (any Scope)?

  package let name: String
  package let documentation: String
  package let kind: Kind
  /// The names that a section on this field adds; nil for a flag, which adds none.
  package let vocabulary: (@Sendable () -> Vocabulary)?

  /// Appends the value; nil where there is nothing to write.
  let write: Write?
  /// Whether a section on this field is shown.
  let holds: Test
  /// Goes through what a section on this field puts on the stack; nil for a flag.
  let each: Each?
  /// Goes inside, for a dotted name; nil for what is no object.
  let enter: Enter?
  /// Where the value is the same on every page: any scope at all, to ask the field with. It is then
  /// worked out once, while a template is bound.
  private(set) var constant: (any Scope)?

  package init(
    name: String, documentation: String, kind: Kind, vocabulary: (@Sendable () -> Vocabulary)?,
    write: Write?, holds: @escaping Test, each: Each?, enter: Enter?
  ) {
    self.name = name
    self.documentation = documentation
    self.kind = kind
    self.vocabulary = vocabulary
    self.write = write
    self.holds = holds
    self.each = each
    self.enter = enter
  }

  /// The same field of a subject that is known by now.
  func fixed(to scope: any Scope) -> Field {
    var field = reached { _ in scope }
    field.constant = scope
    return field
  }

  /// The same field, found inside of something else: the `b` of `a.b`.
  func reached(through enter: @escaping Enter) -> Field {
    // What is the same everywhere need not be looked for.
    guard constant == nil else { return self }
    return Field(
      name: name, documentation: documentation, kind: kind, vocabulary: vocabulary,
      write: write.map { write -> Write in
        { scope, output in if let inner = enter(scope) { write(inner, &output) } }
      },
      holds: { [holds] scope in enter(scope).map(holds) ?? false },
      each: each.map { each -> Each in
        { scope, body in if let inner = enter(scope) { each(inner, body) } }
      },
      enter: self.enter.map { next -> Enter in { scope in enter(scope).flatMap(next) } })
  }
}
