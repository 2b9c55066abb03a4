import Problems

/// A YAML file of keys and texts, such as a theme's words in one language.
package enum StringTable {
  package static func read(_ file: SourceFile) -> (texts: [String: String], problems: [Problem]) {
    let field: Field
    do throws(Problem) {
      field = try Field.yaml(file)
    } catch {
      return ([:], [error])
    }
    var reader = FieldReader(field, in: file, what: "list of words")
    var texts: [String: String] = [:]
    for entry in reader.keys { texts[entry.key] = reader.text(entry.value, key: entry.key) }
    return (texts, reader.problems)
  }
}
