import Text

/// What templates can ask of a subject: names, each with what it means and how its value is had.
///
///     static let shape = Shape<NotePage>("note page")
///       .text("title", "The note's title.") { $0.title }
///       .html("content", "The note itself.") { $0.content }
///       .list("topics", "Its topics, in alphabetical order.", Topic.shape) { $0.topics }
///       .merging(Site.shape) { $0.site }
///
/// A shape grows in place: each step takes the one before it.
/// Shapes may refer to one another in circles. Two shapes of one subject that do not have the same
/// names, or the same kinds, need different names themselves.
@usableFromInline
package struct Shape<Subject: Sendable>: Sendable {
  @usableFromInline
  package private(set) var vocabulary: Vocabulary

  package init(_ name: String) {
    vocabulary = Vocabulary(name, of: Subject.self)
  }

  package var name: String { vocabulary.name }
  package var fields: [Field] { vocabulary.fields }

  @usableFromInline
  package consuming func adding(_ field: Field) -> Shape {
    vocabulary.add(field)
    return self
  }
}

/// Names with names inside.
extension Shape {
  /// Something with names of its own; nil where there is none.
  @inlinable @inline(__always)
  package consuming func object<Child: Sendable>(
    _ name: String, _ documentation: String,
    _ shape: @autoclosure @escaping @Sendable () -> Shape<Child>,
    _ read: @escaping @Sendable (Subject) -> Child?
  ) -> Shape {
    adding(
      Field(
        name: name, documentation: documentation, kind: .object,
        vocabulary: { shape().vocabulary },
        access: .object(
          { scope in
            guard let subject = scope.subject(Subject.self) else { return false }
            return read(subject.pointee) != nil
          },
          { scope, body in
            if let subject = scope.subject(Subject.self), let child = read(subject.pointee) {
              Scope.with(child, body)
            }
          })))
  }

  /// A list of such things.
  @inlinable @inline(__always)
  package consuming func list<Child: Sendable>(
    _ name: String, _ documentation: String,
    _ shape: @autoclosure @escaping @Sendable () -> Shape<Child>,
    _ read: @escaping @Sendable (Subject) -> [Child]
  ) -> Shape {
    adding(
      Field(
        name: name, documentation: documentation, kind: .list,
        vocabulary: { shape().vocabulary },
        access: .list(
          { scope in
            guard let subject = scope.subject(Subject.self) else { return false }
            return !read(subject.pointee).isEmpty
          },
          { scope, body in
            guard let subject = scope.subject(Subject.self) else { return }
            for child in read(subject.pointee) { Scope.with(child, body) }
          })))
  }

  /// A list of texts, each of which is `{{.}}` inside its section.
  @inlinable
  package consuming func texts(
    _ name: String, _ documentation: String, _ read: @escaping @Sendable (Subject) -> [String]
  ) -> Shape {
    list(name, documentation, .plainText, read)
  }

  /// Takes in the names of a part of the subject, such as the site's, as if they were its own.
  /// Names of the subject itself go first.
  @inlinable @inline(__always)
  package consuming func merging<Part: Sendable>(
    _ shape: Shape<Part>, _ part: @escaping @Sendable (Subject) -> Part
  ) -> Shape {
    merging(shape.vocabulary) { scope, body in
      if let subject = scope.subject(Subject.self) { Scope.with(part(subject.pointee), body) }
    }
  }

  @usableFromInline
  package consuming func merging(
    _ part: Vocabulary, through enter: @escaping Field.Access.Each
  ) -> Shape {
    for field in part.fields where vocabulary[field.name] == nil {
      vocabulary.add(field.reached(through: enter))
    }
    return self
  }

  /// Takes in the names of something that is the same on every page and known by now, such as the
  /// site. Their values become part of the program, as if the template said them.
  package consuming func including<Part: Sendable>(_ shape: Shape<Part>, of part: Part) -> Shape {
    for field in shape.fields where vocabulary[field.name] == nil {
      vocabulary.add(field.fixed { Scope.with(part, $0) })
    }
    return self
  }
}
