/// Characters by the short codes that GitHub knows them by.
enum Emoji {
  static func character(named name: String) -> String? { table[name] }

  /// Read when the first code is looked up.
  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for entry in names.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
      let words = entry.split(separator: " ")
      guard let character = words.first else { continue }
      for name in words.dropFirst() { table[String(name)] = String(character) }
    }
    return table
  }()
}
