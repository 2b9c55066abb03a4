/// Names in braces that stand for what a question is about.
enum Placeholders {
  /// The text with a value for each name; a name without one stays as it is.
  static func filling(_ text: String, _ values: [String: String]) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      let name = rest[open...].dropFirst().prefix { $0 != "}" }
      rest = rest[name.endIndex...].dropFirst()
      filled += values[String(name)] ?? "{\(name)}"
    }
    return filled + rest
  }

  /// The first name that is not one of those.
  static func unknown(in text: String, but known: Set<String>) -> String? {
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      let name = rest[open...].dropFirst().prefix { $0 != "}" }
      if !known.contains(String(name)) { return String(name) }
      rest = rest[name.endIndex...].dropFirst()
    }
    return nil
  }
}
