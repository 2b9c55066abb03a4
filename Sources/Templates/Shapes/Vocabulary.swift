/// The names of one shape, whatever its subject: what theme documentation is written from.
@usableFromInline
package struct Vocabulary: Sendable {
  /// What has these names, such as “note page”.
  package let name: String
  /// In the order in which they were declared.
  package private(set) var fields: [Field] = []
  private var indices: [String: Int] = [:]
  private let subject: ObjectIdentifier
  /// Of names with values that are known by now: whose.
  private var owner: ObjectIdentifier?
  /// The parts of the subject whose names count as its own, and those names.
  private(set) var parts: [Part] = []
  private var namesOfParts: Set<String> = []

  init<Subject>(_ name: String, of subject: Subject.Type) {
    self.name = name
    self.subject = ObjectIdentifier(subject)
  }

  /// How to go from a subject into a part of it, and what names that has.
  struct Part: Sendable {
    let enter: Field.Access.Enter
    let vocabulary: Vocabulary
  }

  subscript(name: String) -> Field? {
    indices[name].map { fields[$0] }
  }

  /// Adds a name; one declared before gives way.
  mutating func add(_ field: Field) {
    namesOfParts.remove(field.name)
    if let index = indices[field.name] {
      fields[index] = field
    } else {
      indices[field.name] = fields.count
      fields.append(field)
    }
  }

  /// Takes in the names of a part, but for those that the subject has itself.
  mutating func merge(_ part: Vocabulary, through enter: @escaping Field.Access.Enter) {
    parts.append(Part(enter: enter, vocabulary: part))
    for field in part.fields where self[field.name] == nil {
      add(field.reached(through: enter))
      namesOfParts.insert(field.name)
    }
  }

  /// Without the names of its parts, for where those have a place on the stack themselves.
  var withoutParts: Vocabulary {
    guard !parts.isEmpty else { return self }
    var vocabulary = self
    vocabulary.parts = []
    vocabulary.fields = []
    vocabulary.indices = [:]
    for field in fields where !namesOfParts.contains(field.name) { vocabulary.add(field) }
    return vocabulary
  }

  /// The names of one subject that is known by now.
  func fixed(to scope: Scope) -> Vocabulary {
    var vocabulary = self
    vocabulary.fields = fields.map { $0.fixed(to: scope) }
    vocabulary.owner = ObjectIdentifier(scope)
    return vocabulary
  }

  /// What tells this vocabulary from others. Shapes may be made anew each time they are asked for,
  /// so it is what they say, not where they are.
  var identity: Identity {
    Identity(subject: subject, owner: owner, name: name, fields: fields.map(\.name))
  }

  struct Identity: Hashable {
    let subject: ObjectIdentifier
    let owner: ObjectIdentifier?
    let name: String
    let fields: [String]
  }
}
