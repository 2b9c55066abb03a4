import Dates
import Files
import Leaks
import Problems
import Text

/// What `people.yml` says of the people in a site's notes: who has agreed to be named, and since
/// when, for all notes at once.
///
/// A list of people as notes have it (`- {name: Ada, url: …, consent: 2026-03-01}`), or names with
/// the date of their consent (`Ada: 2026-03-01`).
package struct People: Sendable {
  package static let fileName = "people.yml"

  private let byName: [String: Person]
  /// Finds any of them in a text.
  private let matcher: ConfidentialWords

  package static let nobody = People([])

  init(_ people: [Person]) {
    byName = Dictionary(
      people.map { (Self.key($0.name), $0) }, uniquingKeysWith: { first, _ in first })
    matcher = ConfidentialWords(
      list: Array(people.map(\.name).joined(separator: "\n").utf8))
  }

  /// Everyone, as they are written.
  package var names: [String] { byName.values.map(\.name).sorted() }

  /// Those that a file may name: all of them, or none where that can be told at once.
  func names(perhapsIn file: SourceFile) -> [String] {
    guard !byName.isEmpty else { return [] }
    let isNamed = [file.bytes, Array(file.path.utf8)].contains { !matcher.leaks(in: $0).isEmpty }
    return isNamed ? byName.values.map(\.name) : []
  }

  /// A person of a note with what is known of them besides.
  package func completing(_ person: Person) -> Person {
    guard let known = byName[Self.key(person.name)] else { return person }
    return Person(
      name: person.name, url: person.url ?? known.url, did: person.did,
      consent: person.consent ?? known.consent)
  }

  /// Whether someone has agreed to be named in all notes.
  package func hasAgreed(_ key: String, by now: Int) -> Bool {
    byName[key]?.consent.map { $0.instant <= now } ?? false
  }

  package static func key(_ name: String) -> String { name.trimmed.lowercased() }

  static func read(
    in folder: any Folder, zone: Zone
  ) -> (people: People, problems: [Problem]) {
    guard folder.kind(fileName) != nil else { return (.nobody, []) }
    let file: SourceFile
    switch SourceFile.read(fileName, in: folder) {
    case .failure(let problem): return (.nobody, [problem])
    case .success(let found): file = found
    }
    let field: Field
    do throws(Problem) {
      field = try Field.yaml(file)
    } catch {
      return (.nobody, [error])
    }
    var reader = FieldReader(asMap(field), in: file, what: "file")
    var people: [Person] = []
    if case .list(let items) = field.value {
      people = items.compactMap { Person.read($0, key: "people", &reader, zone: zone) }
    } else {
      for entry in reader.keys {
        let isDate = entry.value.entries == nil
        let consent = isDate ? reader.date(entry.value, key: entry.key, in: zone) : nil
        guard !isDate else {
          people.append(Person(name: entry.key, url: nil, did: nil, consent: consent))
          continue
        }
        reader.read(entry.value, what: "person", keys: ["url", "consent"]) { reader in
          people.append(
            Person(
              name: entry.key,
              url: reader.field("url").flatMap { reader.webAddress($0, key: "url") }, did: nil,
              consent: reader.date("consent", in: zone)))
        }
      }
    }
    return (People(people), reader.problems)
  }

  /// A list is read item by item, by a reader that has no keys.
  private static func asMap(_ field: Field) -> Field {
    guard case .list = field.value else { return field }
    return Field(value: .nothing, mark: field.mark)
  }
}
