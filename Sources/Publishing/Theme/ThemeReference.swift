import Files
import Notes
import Templates

import struct Templates.Field

/// Every value that a template can use, written from what templates are checked against.
package struct ThemeReference: Sendable {
  /// What all pages have.
  package let everywhere: [Value]
  /// What each kind of page has besides.
  package let pages: [Page]
  /// What stands inside of objects and lists.
  package let parts: [Part]
  /// The theme's words in English, by their keys.
  package let strings: [(key: String, text: String)]

  package struct Page: Sendable {
    package let kind: PageKind
    package let values: [Value]
  }

  package struct Part: Sendable {
    package let name: String
    package let values: [Value]
  }

  package struct Value: Sendable {
    package let name: String
    package let kind: Field.Kind
    package let documentation: String
    /// Of an object or a list: the name of what is inside.
    package let inside: String?

    fileprivate init(_ field: Field) {
      name = field.name
      kind = field.kind
      documentation = field.documentation
      switch field.kind {
      case .object, .list: inside = field.vocabulary?().name
      default: inside = nil
      }
    }
  }

  package init() throws(ThemeFailure) {
    let configuration = Configuration()
    let site = Site(empty: configuration)
    let portfolio = Portfolio(site, published: [], for: .public, in: MemoryFolder([:]))
    let strings = try Theme.strings(of: configuration.theme, language: "en")
    let shapes = Shapes(
      strings: strings, portfolio: portfolio, styleSheet: .file(StyleSheet.source),
      searchScript: .file(Theme.searchScript))
    let frame = shapes.plain.fields
    let common = Set(frame.map(\.name))
    let vocabularies = PageKind.allCases.map { (kind: $0, fields: shapes.fields(of: $0)) }
    everywhere = frame.map(Value.init)
    pages = vocabularies.map { kind, fields in
      Page(kind: kind, values: fields.filter { !common.contains($0.name) }.map(Value.init))
    }
    parts = Self.parts(reachedFrom: frame + vocabularies.flatMap(\.fields))
    self.strings = strings.texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Each thing once, in the order in which a reader comes upon them.
  private static func parts(reachedFrom fields: [Field]) -> [Part] {
    var parts: [Part] = []
    // A text is only itself, and words have a table of their own.
    var seen: Set<String> = ["text", "strings"]
    var waiting = fields[...]
    while let field = waiting.popFirst() {
      guard field.kind == .object || field.kind == .list, let inside = field.vocabulary?(),
        seen.insert(inside.name).inserted
      else { continue }
      parts.append(Part(name: inside.name, values: inside.fields.map(Value.init)))
      waiting += inside.fields
    }
    return parts
  }

  /// The parts that a kind of page leads to, however deep inside.
  package func parts(reachedFrom values: [Value]) -> [Part] {
    var reached: Set<String> = []
    var waiting = values
    while let value = waiting.popLast() {
      guard let inside = value.inside, reached.insert(inside).inserted,
        let part = parts.first(where: { $0.name == inside })
      else { continue }
      waiting += part.values
    }
    return parts.filter { reached.contains($0.name) }
  }
}

extension Shapes {
  fileprivate func fields(of kind: PageKind) -> [Field] {
    switch kind {
    case .home: home.fields
    case .note, .page: note.fields
    case .project, .topic, .year: thread.fields
    case .undated: undated.fields
    case .projects, .topics: index.fields
    case .people: people.fields
    case .search: search.fields
    case .subscribe: subscribe.fields
    case .notFound, .gone: plain.fields
    case .redirect: redirect.fields
    }
  }
}
