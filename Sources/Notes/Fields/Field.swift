/// A value of a configuration or front matter, with its place: what YAML and TOML have in common.
///
/// Scalars are texts as they were written; what they mean is for their reader to say, so that
/// `2014-06` is no number and `no` is no truth value.
package struct Field: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case nothing
    case text(String)
    case list([Field])
    case map([Entry])
  }

  package struct Entry: Hashable, Sendable {
    package let key: String
    package let mark: Mark
    package let value: Field
  }

  /// Where something is written: the line in its file, and the column in Unicode scalars, both
  /// counted from 1.
  package struct Mark: Hashable, Sendable {
    package var line: Int
    package var column: Int
  }

  package let value: Value
  package let mark: Mark

  package var text: String? {
    guard case .text(let text) = value else { return nil }
    return text
  }

  /// Every text in it, however deep.
  var texts: [String] {
    var texts: [String] = []
    gather(into: &texts)
    return texts
  }

  private func gather(into texts: inout [String]) {
    switch value {
    case .nothing: break
    case .text(let text): texts.append(text)
    case .list(let items): for item in items { item.gather(into: &texts) }
    case .map(let entries):
      for entry in entries {
        texts.append(entry.key)
        entry.value.gather(into: &texts)
      }
    }
  }

  package var entries: [Entry]? {
    guard case .map(let entries) = value else { return nil }
    return entries
  }
}
