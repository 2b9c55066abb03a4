/// A value of a configuration or front matter, with its place: what YAML and TOML have in common.
///
/// Scalars are texts as they were written; what they mean is for their reader to say, so that
/// `2014-06` is no number and `no` is no truth value.
struct Field: Hashable, Sendable {
  indirect enum Value: Hashable, Sendable {
    case nothing
    case text(String)
    case list([Field])
    case map([Entry])
  }

  struct Entry: Hashable, Sendable {
    let key: String
    let mark: Mark
    let value: Field
  }

  /// Where something is written: the line in its file, and the column in Unicode scalars, both
  /// counted from 1.
  struct Mark: Hashable, Sendable {
    var line: Int
    var column: Int
  }

  let value: Value
  let mark: Mark

  var text: String? {
    guard case .text(let text) = value else { return nil }
    return text
  }

  var entries: [Entry]? {
    guard case .map(let entries) = value else { return nil }
    return entries
  }
}
