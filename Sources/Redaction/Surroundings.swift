/// What the parts of a text are, as far as it decides how something may be written in them.
struct Surroundings: Sendable {
  enum Kind: Hashable, Sendable {
    /// Words of Markdown.
    case prose
    case code
    /// An address, a file's path, or the name of something.
    case address
    /// Words that are taken as they are.
    case plain
    /// Words within quotes in which a backslash begins an escape.
    case escaped
    /// Words within quotes that are doubled where they mean themselves.
    case singleQuoted
    /// Words within quotes that can hold anything but these.
    case literal
    /// A value of YAML without quotes; in a list between brackets less may stand in it.
    case unquoted(inBrackets: Bool)
    /// The value of an attribute in HTML.
    case attribute
  }

  struct Part: Hashable, Sendable {
    let range: Range<Int>
    let kind: Kind
  }

  /// In order, without overlaps; what stands between them is prose.
  private(set) var parts: [Part] = []

  mutating func add(_ range: Range<Int>, _ kind: Kind) {
    guard !range.isEmpty else { return }
    parts.append(Part(range: range, kind: kind))
  }

  /// The part that holds a byte.
  func part(at offset: Int) -> Part? {
    var (low, high) = (0, parts.count)
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < parts.count, parts[low].range.contains(offset) else { return nil }
    return parts[low]
  }
}
