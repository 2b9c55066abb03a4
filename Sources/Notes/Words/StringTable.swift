import Problems

/// A YAML file of keys and texts, such as a theme's words in one language.
package enum StringTable {
  package static func read(_ file: SourceFile) -> (texts: [String: String], problems: [Problem]) {
    let field: Field
    do throws(FieldsError) {
      field = try Field.yaml(
        String(decoding: file.bytes, as: UTF8.self).withPlainNewlines, firstLine: 1)
    } catch {
      return ([:], [.unreadableFields(error, file)])
    }
    var reader = FieldReader(field, in: file, what: "list of words")
    var texts: [String: String] = [:]
    for entry in reader.keys { texts[entry.key] = reader.text(entry.value, key: entry.key) }
    return (texts, reader.problems)
  }
}
