/// A theme that comes with the program: its own files, and those that all themes have in common.
package struct BuiltInTheme: Sendable {
  package let name: String
  /// What all themes have in common, then its own, which goes first where both have a path.
  package let layers: [Layer]

  /// The files of a folder of `themes/`, by their paths in it.
  package struct Layer: Sendable {
    package let folder: String
    package let files: [String: [UInt8]]
  }

  /// Nil for a name that no theme has.
  package init?(named name: String) {
    guard Self.names.contains(name) else { return nil }
    self.name = name
    layers = [Self.shared, name].map { Layer(folder: $0, files: Self.files(in: $0)) }
  }

  /// What stands at each path.
  package var files: [String: [UInt8]] {
    layers.reduce(into: [:]) { $0.merge($1.files) { $1 } }
  }

  /// What it is like, in a line: its style sheet begins with that, behind its name.
  package var description: String {
    let line = String(decoding: (files["style.css"] ?? []).prefix { $0 != 0x0A }, as: UTF8.self)
    let opening = "/* \(name): "
    guard line.hasPrefix(opening) else { return "" }
    var words = line.dropFirst(opening.count)
    if words.hasSuffix("*/") { words = words.dropLast(2) }
    while words.last == " " { words = words.dropLast() }
    return String(words)
  }

  /// In alphabetical order.
  package static var all: [BuiltInTheme] { names.compactMap { BuiltInTheme(named: $0) } }

  /// In alphabetical order.
  package static var names: [String] {
    let folders = EmbeddedFiles.files.map { $0.path.string.split(separator: "/") }
      .filter { $0.count > 1 }.map { String($0[0]) }
    return Set(folders).subtracting([shared]).sorted()
  }

  /// The folder of what is no theme by itself.
  private static let shared = "shared"

  private static func files(in folder: String) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for (path, text) in EmbeddedFiles.files where path.string.hasPrefix(folder + "/") {
      files[String(path.string.dropFirst(folder.count + 1))] = text.withUTF8Buffer { Array($0) }
    }
    return files
  }
}

extension StaticString {
  fileprivate var string: String { withUTF8Buffer { String(decoding: $0, as: UTF8.self) } }
}
