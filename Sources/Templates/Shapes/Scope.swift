/// A subject on the stack while a page is rendered; what it is, only the fields of its shape know.
@usableFromInline
package class Scope: @unchecked Sendable {
  @usableFromInline
  final let type: ObjectIdentifier

  @usableFromInline
  init(of type: ObjectIdentifier) {
    self.type = type
  }

  /// The scope with its subject. Binding gives a field no scope but those of its own shape, so it
  /// is never nil.
  ///
  /// An `as?` would look up the generic type each time, which is half the time of rendering.
  @inlinable @inline(__always)
  package final func holding<Subject>(_ subject: Subject.Type) -> Held<Subject>? {
    guard type == ObjectIdentifier(subject) else { return nil }
    return unsafeDowncast(self, to: Held<Subject>.self)
  }
}

/// A scope with its subject in it.
@usableFromInline
package final class Held<Subject: Sendable>: Scope, @unchecked Sendable {
  @usableFromInline
  package let subject: Subject

  @inlinable
  package init(_ subject: Subject) {
    self.subject = subject
    super.init(of: ObjectIdentifier(Subject.self))
  }
}
