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

  typealias Write = @Sendable (Scope, inout [UInt8]) -> Void
  typealias Test = @Sendable (Scope) -> Bool
  typealias Each = @Sendable (Scope, (Scope) -> Void) -> Void
  typealias Enter = @Sendable (Scope) -> Scope?

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

  /// The same field, found inside of something else: the `b` of `a.b`.
  func reached(through enter: @escaping Enter) -> Field {
    Field(
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
