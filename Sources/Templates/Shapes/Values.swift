import Text

/// Names that are written, or asked.
extension Shape {
  @inlinable @inline(__always)
  package consuming func text(
    _ name: String, _ documentation: String, _ read: @escaping @Sendable (Subject) -> String
  ) -> Shape {
    value(
      name, documentation, .text, inside: .plainText, read, unless: \.isEmpty
    ) { $1.append(escaping: $0) }
  }

  /// A text that may be missing, which is the same as being empty.
  @inlinable @inline(__always)
  package consuming func text(
    _ name: String, _ documentation: String, _ read: @escaping @Sendable (Subject) -> String?
  ) -> Shape {
    text(name, documentation) { read($0) ?? "" }
  }

  /// A text that is at hand as UTF-8.
  @inlinable @inline(__always)
  package consuming func text(
    _ name: String, _ documentation: String,
    utf8 read: @escaping @Sendable (Subject) -> [UInt8]
  ) -> Shape {
    value(
      name, documentation, .text, inside: .utf8Text, read, unless: \.isEmpty
    ) { $1.append(escaping: $0) }
  }

  @inlinable @inline(__always)
  package consuming func html<Value: Markup>(
    _ name: String, _ documentation: String, _ read: @escaping @Sendable (Subject) -> Value
  ) -> Shape {
    value(
      name, documentation, .html, inside: .markup, read, unless: \.isEmpty
    ) { $0.write(to: &$1) }
  }

  @inlinable @inline(__always)
  package consuming func number(
    _ name: String, _ documentation: String, _ read: @escaping @Sendable (Subject) -> Int
  ) -> Shape {
    value(
      name, documentation, .number, inside: .digits, read, unless: { $0 == 0 }
    ) { $1.append($0) }
  }

  @inlinable @inline(__always)
  package consuming func flag(
    _ name: String, _ documentation: String, _ read: @escaping @Sendable (Subject) -> Bool
  ) -> Shape {
    adding(
      Field(
        name: name, documentation: documentation, kind: .flag, vocabulary: nil,
        access: .flag { scope in
          guard let subject = scope.subject(Subject.self) else { return false }
          return read(subject.pointee)
        }))
  }

  /// An object of texts that are known by now, such as a theme's words in one language. Its names
  /// are checked like all others.
  package consuming func constants(
    _ name: String, _ documentation: String, _ phrases: [String: Phrase]
  ) -> Shape {
    var shape = Shape<Constants>(name)
    for phrase in phrases.sorted(by: { $0.key < $1.key }) {
      shape = (consume shape).phrase(phrase.key, "") { _ in phrase.value }
    }
    let constants = shape
    return object(name, documentation, constants) { _ in Constants() }
  }

  @inlinable @inline(__always)
  package consuming func value<Value: Sendable>(
    _ name: String, _ documentation: String, _ kind: Field.Kind,
    inside shape: @autoclosure @escaping @Sendable () -> Shape<Value>,
    _ read: @escaping @Sendable (Subject) -> Value,
    unless isEmpty: @escaping @Sendable (Value) -> Bool,
    marked: (@Sendable (Value, inout ByteWriter) -> Void)? = nil,
    write: @escaping @Sendable (Value, inout ByteWriter) -> Void
  ) -> Shape {
    @inline(__always)
    func writing(
      _ write: @escaping @Sendable (Value, inout ByteWriter) -> Void
    ) -> Field.Access.Write {
      { scope, output in
        if let subject = scope.subject(Subject.self) { write(read(subject.pointee), &output) }
      }
    }
    return adding(
      Field(
        name: name, documentation: documentation, kind: kind,
        vocabulary: { shape().vocabulary },
        access: .value(
          { scope in
            guard let subject = scope.subject(Subject.self) else { return false }
            return !isEmpty(read(subject.pointee))
          },
          { scope, body in
            guard let subject = scope.subject(Subject.self) else { return }
            let value = read(subject.pointee)
            if !isEmpty(value) { Scope.with(value, body) }
          },
          writing(write)),
        marked: marked.map { writing($0) }))
  }
}

private struct Constants: Sendable {}

// What is on the stack inside a section on a single value: the value itself, as `{{.}}`.

extension Shape<String> {
  @usableFromInline
  package static var plainText: Shape { Shape("text").text(".", "The text itself.") { $0 } }
}

extension Shape<[UInt8]> {
  @usableFromInline
  package static var utf8Text: Shape { Shape("text").text(".", "The text itself.", utf8: { $0 }) }
}

extension Shape where Subject: Markup {
  @usableFromInline
  package static var markup: Shape { Shape("markup").html(".", "The markup itself.") { $0 } }
}

extension Shape<Int> {
  @usableFromInline
  package static var digits: Shape { Shape("number").number(".", "The number itself.") { $0 } }
}
