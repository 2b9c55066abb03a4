import Problems
import Templates
import Text

/// How the reference is printed.
extension ThemeReference {
  /// Plain text; of one kind of page, with all that it can use, or of everything.
  package func text(of kind: PageKind? = nil) -> String {
    var sections: [String] = []
    for page in pages where kind == nil || page.kind == kind {
      let empty = "  nothing of its own"
      let values = page.values.isEmpty ? empty : Self.lines(page.values)
      sections.append("\(page.kind.rawValue): \(page.kind.documentation)\n\(values)")
    }
    let own = pages.filter { $0.kind == kind }.flatMap(\.values)
    let parts = kind == nil ? self.parts : self.parts(reachedFrom: own + everywhere)
    sections.append("every page:\n" + Self.lines(everywhere))
    sections += parts.map { "\($0.name):\n" + Self.lines($0.values) }
    if kind == nil {
      sections.append(
        "strings:\n" + strings.map { "  \($0.key)  \($0.text)" }.joined(separator: "\n"))
    }
    return sections.joined(separator: "\n\n") + "\n"
  }

  private static func lines(_ values: [Value]) -> String {
    let width = values.map(\.name.count).max() ?? 0
    return values.map { value in
      let gap = String(repeating: " ", count: width - value.name.count + 2)
      return "  \(value.name)\(gap)\(value.kindInWords). \(value.documentation)"
    }.joined(separator: "\n")
  }

  /// Markdown, with headings of the third rank and below.
  package var markdown: String {
    var lines = ["### Every page", ""] + Self.table(everywhere)
    for page in pages {
      lines += ["", "### `\(page.kind.rawValue)`", "", page.kind.documentation]
      lines += page.values.isEmpty ? [] : [""] + Self.table(page.values)
    }
    lines += ["", "### What is inside of objects and lists"]
    for part in parts {
      lines += ["", "#### \(part.name)", ""] + Self.table(part.values)
    }
    lines += ["", "### `strings`", "", "| key | in English |", "| --- | --- |"]
    lines += strings.map { "| `\($0.key)` | \(Self.cell($0.text)) |" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func table(_ values: [Value]) -> [String] {
    ["| name | is | means |", "| --- | --- | --- |"]
      + values.map { value in
        "| `\(value.name)` | \(value.kindInWords) | \(cell(value.documentation)) |"
      }
  }

  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  package var json: String { JSONText.encode(Export(self)) }
}

extension ThemeReference.Value {
  /// Such as “text” or “list of entry”.
  fileprivate var kindInWords: String {
    switch (kind, inside) {
    case (.list, .some(let inside)): "list: \(inside)"
    case (.object, .some(let inside)): "object: \(inside)"
    default: kind.rawValue
    }
  }
}

/// What the reference is in JSON.
private struct Export: Encodable {
  let everywhere: [Value]
  let pages: [String: [Value]]
  let parts: [String: [Value]]
  let strings: [String: String]

  struct Value: Encodable {
    let name: String
    let kind: String
    let documentation: String
    let inside: String?

    init(_ value: ThemeReference.Value) {
      name = value.name
      kind = value.kind.rawValue
      documentation = value.documentation
      inside = value.inside
    }
  }

  init(_ reference: ThemeReference) {
    everywhere = reference.everywhere.map(Value.init)
    pages = Dictionary(
      uniqueKeysWithValues: reference.pages.map { ($0.kind.rawValue, $0.values.map(Value.init)) })
    parts = Dictionary(
      uniqueKeysWithValues: reference.parts.map { ($0.name, $0.values.map(Value.init)) })
    strings = Dictionary(uniqueKeysWithValues: reference.strings.map { ($0.key, $0.text) })
  }
}
