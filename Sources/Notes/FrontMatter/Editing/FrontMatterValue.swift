import Dates

/// What a command writes behind a key of a front matter.
package indirect enum FrontMatterValue: Hashable, Sendable {
  case text(String)
  /// As exact as it is: `2014`, `2026-11-22`, `2026-11-22T14:05+01:00`.
  case date(Moment)
  case flag(Bool)
  case list([FrontMatterValue])
  /// Keys in their order; each is a plain word, such as `name`.
  case map([Entry])

  package struct Entry: Hashable, Sendable {
    package let key: String
    package let value: FrontMatterValue

    package init(_ key: String, _ value: FrontMatterValue) {
      self.key = key
      self.value = value
    }
  }

  package static func texts(_ texts: [String]) -> FrontMatterValue { .list(texts.map(Self.text)) }

  /// What a front matter has; nil for what has an empty value in it.
  init?(_ field: Field) {
    switch field.value {
    case .nothing: return nil
    case .text(let text): self = .text(text)
    case .list(let items):
      let values = items.compactMap(FrontMatterValue.init)
      guard values.count == items.count else { return nil }
      self = .list(values)
    case .map(let entries):
      let values = entries.compactMap { entry in
        FrontMatterValue(entry.value).map { Entry(entry.key, $0) }
      }
      guard values.count == entries.count else { return nil }
      self = .map(values)
    }
  }

  /// A text, or what a map says under `name`.
  var name: String? {
    switch self {
    case .text(let text): text
    case .map(let entries): entries.first { $0.key == "name" }?.value.name
    default: nil
    }
  }

  /// What it must read as once it is written.
  func isSame(as field: Field) -> Bool {
    switch (self, field.value) {
    case (.text(let text), .text(let read)): text == read
    case (.date(let moment), .text(let read)): moment.html == read
    case (.flag(let flag), .text(let read)): String(flag) == read
    case (.list(let items), .list(let read)):
      items.count == read.count && zip(items, read).allSatisfy { $0.isSame(as: $1) }
    case (.map(let entries), .map(let read)):
      entries.count == read.count
        && entries.allSatisfy { entry in
          read.contains { $0.key == entry.key && entry.value.isSame(as: $0.value) }
        }
    default: false
    }
  }
}

extension FrontMatterValue {
  /// On one line, as a front matter in a language has it.
  func written(in language: Envelope.Language) -> String {
    switch language {
    case .yaml: yaml
    case .toml: toml
    }
  }

  private var yaml: String {
    switch self {
    case .text(let text): text.isPlainYAML ? text : text.quoted(escaping: \.isSpecialInYAML)
    case .date(let moment): moment.html
    case .flag(let flag): String(flag)
    case .list(let items): "[\(items.map(\.yaml).joined(separator: ", "))]"
    case .map(let entries):
      "{\(entries.map { "\($0.key): \($0.value.yaml)" }.joined(separator: ", "))}"
    }
  }

  private var toml: String {
    switch self {
    case .text(let text): text.quoted(escaping: \.isSpecialInTOML)
    // TOML knows whole days, and others only with seconds, so these are texts.
    case .date(let moment):
      moment.precision == .day ? moment.html : "\"\(moment.html)\""
    case .flag(let flag): String(flag)
    case .list(let items): "[\(items.map(\.toml).joined(separator: ", "))]"
    case .map(let entries):
      "{ \(entries.map { "\($0.key) = \($0.value.toml)" }.joined(separator: ", ")) }"
    }
  }
}

extension String {
  /// Whether every reader of YAML takes it for this text without quotes, in a list between brackets
  /// too.
  fileprivate var isPlainYAML: Bool {
    guard let first = unicodeScalars.first, first.properties.isAlphabetic,
      last != " ", !Self.wordsOfYAML.contains(lowercased())
    else { return false }
    return !contains("  ")
      && unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          ? scalar.properties.isAlphabetic || "0123456789 -_./+".unicodeScalars.contains(scalar)
          : scalar.properties.isAlphabetic
      }
  }

  /// What one reader or another takes for a truth value, a number or nothing.
  private static let wordsOfYAML: Set<String> = [
    "true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf",
  ]

  fileprivate func quoted(escaping isSpecial: (Unicode.Scalar) -> Bool) -> String {
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += ["\\", scalar]
      case "\n": quoted += "\\n".unicodeScalars
      case "\t": quoted += "\\t".unicodeScalars
      case "\r": quoted += "\\r".unicodeScalars
      case let scalar where isSpecial(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars
      default: quoted.append(scalar)
      }
    }
    quoted.append("\"")
    return String(quoted)
  }
}

extension Unicode.Scalar {
  /// What YAML forbids or takes for a line break. All of them lie below U+10000.
  fileprivate var isSpecialInYAML: Bool {
    switch value {
    case 0..<0x20, 0x7F...0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  fileprivate var isSpecialInTOML: Bool { value < 0x20 || value == 0x7F }
}
