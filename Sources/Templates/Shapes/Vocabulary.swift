/// The names of one shape, whatever its subject: what theme documentation is written from.
@usableFromInline
package struct Vocabulary: Sendable {
  /// What has these names, such as “note page”.
  package let name: String
  /// In the order in which they were declared.
  package private(set) var fields: [Field] = []
  private var indices: [String: Int] = [:]
  private let subject: ObjectIdentifier
  /// Of names with values that are known by now: a number for whose.
  private var owner: Int?

  init<Subject>(_ name: String, of subject: Subject.Type) {
    self.name = name
    self.subject = ObjectIdentifier(subject)
  }

  subscript(name: String) -> Field? {
    indices[name].map { fields[$0] }
  }

  /// Adds a name; one declared before gives way.
  mutating func add(_ field: Field) {
    if let index = indices[field.name] {
      fields[index] = field
    } else {
      indices[field.name] = fields.count
      fields.append(field)
    }
  }

  /// The names of one subject that is known by now. The number is that of no other such subject.
  func fixed(to subject: @escaping Known, number: Int) -> Vocabulary {
    var vocabulary = self
    vocabulary.fields = fields.map { $0.fixed(to: subject) }
    vocabulary.owner = number
    return vocabulary
  }

  /// What tells this vocabulary from others. Shapes may be made anew each time they are asked for,
  /// so it is what they say, not where they are.
  var identity: Identity {
    Identity(subject: subject, owner: owner, name: name, fields: fields.map(\.name))
  }

  struct Identity: Hashable {
    let subject: ObjectIdentifier
    let owner: Int?
    let name: String
    let fields: [String]
  }
}
