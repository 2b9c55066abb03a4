/// A subject on the stack while a page is rendered; what it is, only the fields of its shape know.
///
/// It points at its subject and holds nothing, as holding is what threads wait for each other in. It
/// must not outlive the call that it was made for.
@usableFromInline
package struct Scope {
  @usableFromInline
  let type: ObjectIdentifier
  @usableFromInline
  let place: UnsafeRawPointer

  @inlinable @inline(__always)
  init(type: ObjectIdentifier, place: UnsafeRawPointer) {
    self.type = type
    self.place = place
  }

  /// Shows a subject to a function.
  @inlinable @inline(__always)
  static func with<Subject>(_ subject: borrowing Subject, _ body: (Scope) -> Void) {
    withUnsafePointer(to: subject) {
      body(Scope(type: ObjectIdentifier(Subject.self), place: UnsafeRawPointer($0)))
    }
  }

  /// Where the subject is. Binding gives a field no scope but those of its own shape, so it is never
  /// nil.
  @inlinable @inline(__always)
  func subject<Subject>(_: Subject.Type) -> UnsafePointer<Subject>? {
    guard type == ObjectIdentifier(Subject.self) else { return nil }
    return place.assumingMemoryBound(to: Subject.self)
  }
}
