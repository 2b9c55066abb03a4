/// A theme that comes with the program: its files, by their paths in its folder.
package struct BuiltInTheme: Sendable {
  package let name: String
  package let files: [String: [UInt8]]

  /// Nil for a name that no theme has.
  package init?(named name: String) {
    let folder = name + "/"
    var files: [String: [UInt8]] = [:]
    for (path, text) in EmbeddedFiles.files where path.string.hasPrefix(folder) {
      files[String(path.string.dropFirst(folder.count))] =
        text.withUTF8Buffer { Array($0) }
    }
    guard !files.isEmpty, !name.contains("/") else { return nil }
    self.name = name
    self.files = files
  }

  /// In alphabetical order.
  package static var names: [String] {
    Set(EmbeddedFiles.files.map { String($0.path.string.prefix { $0 != "/" }) }).sorted()
  }
}

extension StaticString {
  fileprivate var string: String { withUTF8Buffer { String(decoding: $0, as: UTF8.self) } }
}
