import Dates
import Markdown
import Text

/// What the path of a note says: its place, its day, and words for a title.
package struct FileName {
  let location: String
  let folders: [String]
  let day: CivilDate?
  private let name: String

  /// Reads a path relative to the folder of the notes.
  ///
  /// A file named `index` stands for its folder, as in Hugo's bundles and Jekyll's pages; at the
  /// top there is no folder to stand for, so it keeps its name.
  init(_ path: String) {
    var folders: [String] = []
    var file = path[...]
    if let slash = path.utf8.lastIndex(of: Ascii.slash) {
      folders = path.utf8[..<slash].split(separator: Ascii.slash).map { String(Substring($0)) }
      file = Substring(path.utf8[slash...].dropFirst())
    }
    var name = Self.withoutExtension(file)
    if name.lowercased() == "index", let folder = folders.popLast() { name = folder }
    (day, self.name) = Self.divide(name)
    self.folders = folders
    location = folders.map { $0 + "/" }.joined() + self.name
  }

  /// The words of the name, for a note that says nothing of its title; nil where it has none.
  var words: String? { name.contains(where: \.isLetter) ? Self.spoken(name) : nil }

  /// A name for a file from a title: its letters and digits in lower case with hyphens in between, of
  /// at most sixty Unicode scalars; empty for a title that has none.
  package static func slug(_ title: String) -> String {
    let words = Anchor.id(of: title.split(whereSeparator: \.isWhitespace).joined(separator: " "))
      .split { "-_".contains($0) }
    var slug = ""
    for word in words {
      let longer = slug.isEmpty ? String(word) : "\(slug)-\(word)"
      guard longer.unicodeScalars.count <= slugLength else { break }
      slug = longer
    }
    guard slug.isEmpty, let word = words.first else { return slug }
    // One long word, as where no spaces are written.
    var cut = ""
    for character in word {
      guard cut.unicodeScalars.count + character.unicodeScalars.count <= slugLength else { break }
      cut.append(character)
    }
    return cut
  }

  private static let slugLength = 60

  static func isMarkdown(_ path: String) -> Bool {
    if path.hasSuffix(".md") { return true }
    let path = path.lowercased()
    return path.hasSuffix(".md") || path.hasSuffix(".markdown")
  }

  private static func withoutExtension(_ file: Substring) -> String {
    String(file.utf8.lastIndex(of: Ascii.dot).map { file[..<$0] } ?? file)
  }

  /// Takes the `2026-11-22-` off a name. A name that is nothing but a date stays its own rest.
  private static func divide(_ name: String) -> (CivilDate?, String) {
    // Most names begin with a word.
    guard let first = name.utf8.first, 0x30...0x39 ~= first else { return (nil, name) }
    let prefix = name.prefix(10)
    guard prefix.utf8.count == 10, let moment = try? Moment(parsing: String(prefix), in: .utc)
    else {
      return (nil, name)
    }
    let rest = name.dropFirst(10)
    guard let separator = rest.first else { return (moment.date, name) }
    guard "-_ ".contains(separator), rest.count > 1 else { return (nil, name) }
    return (moment.date, String(rest.dropFirst()))
  }

  private static func spoken(_ name: String) -> String {
    let hasSpaces = name.contains(" ")
    let words = hasSpaces ? name : String(name.map { $0 == "-" || $0 == "_" ? " " : $0 })
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
