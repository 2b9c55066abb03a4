/// A subject on the stack while a page is rendered; what it is, only the fields of its shape know.
@usableFromInline
package protocol Scope: AnyObject, Sendable {
  var type: ObjectIdentifier { get }
}

extension Scope {
  /// The scope with its subject. Binding gives a field no scope but those of its own shape, so it
  /// is never nil.
  ///
  /// An `as?` would look up the generic type each time, which is half the time of rendering.
  @inlinable @inline(__always)
  package func holding<Subject>(_ subject: Subject.Type) -> Held<Subject>? {
    guard type == ObjectIdentifier(subject) else { return nil }
    return unsafeDowncast(self, to: Held<Subject>.self)
  }
}

/// A scope with its subject in it.
@usableFromInline
package final class Held<Subject: Sendable>: Scope {
  @usableFromInline
  package let type = ObjectIdentifier(Subject.self)
  @usableFromInline
  package let subject: Subject

  @inlinable
  package init(_ subject: Subject) {
    self.subject = subject
  }
}
