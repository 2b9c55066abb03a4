/// A subject on the stack while a page is rendered; what it is, only the fields of its shape know.
class Scope {}

/// A scope with its subject in it.
final class Held<Subject>: Scope {
  let subject: Subject

  init(_ subject: Subject) {
    self.subject = subject
  }
}
