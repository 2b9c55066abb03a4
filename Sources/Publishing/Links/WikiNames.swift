import Markdown
import Text

/// What `[[name]]` may call a note or a file, as people write it in Obsidian: a note's title, its
/// file's name with as many of its folders as one likes, an alias, or a file's name with its ending.
/// Case does not count, nor which quotes and dashes are written.
///
/// Where two have one name, the one in the linking note's folder is meant, else the first by path.
struct WikiNames: Sendable {
  private let notes: [String: Namesakes<PublishedNote>]
  private let companions: [String: Namesakes<String>]

  init(notes: [PublishedNote], companions: some Sequence<String>) {
    var names = Gathering<PublishedNote>()
    // A title goes before a file's name, and that before what a note is called besides.
    for note in notes { names.add(note.title.text, note, in: note.path) }
    names.endRank()
    for note in notes {
      let paths: Set = [
        Self.withoutEnding(note.path), note.place, note.location, Self.lastPart(note.location),
      ]
      for path in paths { names.add(pathsOf: path, note, in: note.path) }
    }
    names.endRank()
    for note in notes {
      for name in note.otherNames { names.add(name, note, in: note.path) }
      for alias in note.aliases { names.add(Self.lastPart(alias), note, in: note.path) }
    }
    self.notes = names.names
    var files = Gathering<String>()
    for path in companions.sorted() { files.add(pathsOf: path, path, in: path) }
    self.companions = files.names
  }

  /// Where a name in a note leads; the place on the page, behind `#`, is the words of a heading.
  func destination(of text: String, in note: PublishedNote) -> LinkDestination {
    let name = String(text.prefix { $0 != "#" }).trimmed
    // Of headings within headings, the last is meant; of a block, its page.
    let words = text.dropFirst(name.count).split(separator: "#").last.map(String.init)?.trimmed
    let heading = words.flatMap { $0.hasPrefix("^") || $0.isEmpty ? nil : $0 }
    if name.isEmpty {
      return heading.map { .fragment("#" + note.document.anchor(ofHeading: $0)) } ?? .nowhere
    }
    let folder = Self.folder(of: note.path)
    let path = Self.withoutEnding(Self.resolved(name, in: folder))
    if let target = (notes[Self.key(name)] ?? notes[Self.key(path)])?.nearest(to: folder) {
      let fragment = heading.map { "#" + target.document.anchor(ofHeading: $0) } ?? ""
      return .page(target.route, fragment: fragment)
    }
    let file = companions[Self.key(Self.resolved(name, in: folder))]?.nearest(to: folder)
    return file.map { .companion($0, fragment: "") } ?? .nowhere
  }

  /// Those that have one name.
  private struct Namesakes<Target: Sendable>: Sendable {
    let rank: Int
    let first: Target
    var byFolder: [String: Target]

    func nearest(to folder: String) -> Target { byFolder[folder] ?? first }
  }

  private struct Gathering<Target: Sendable> {
    private(set) var names: [String: Namesakes<Target>] = [:]
    private var rank = 0

    mutating func endRank() { rank += 1 }

    /// Those of a later rank go behind those of an earlier one.
    mutating func add(_ name: String, _ target: Target, in path: String) {
      let key = WikiNames.key(name)
      guard !key.isEmpty else { return }
      let folder = WikiNames.folder(of: path)
      guard let old = names[key] else {
        names[key] = Namesakes(rank: rank, first: target, byFolder: [folder: target])
        return
      }
      if old.rank == rank, old.byFolder[folder] == nil { names[key]?.byFolder[folder] = target }
    }

    /// A path's name alone, with its folder, and so on up to the whole path.
    mutating func add(pathsOf path: String, _ target: Target, in file: String) {
      var start = path.endIndex
      var depth = 0
      while start > path.startIndex, depth < 32 {
        let slash = path[..<start].utf8.lastIndex(of: Ascii.slash)
        let name = slash.map(path.utf8.index(after:)) ?? path.startIndex
        add(String(path[name...]), target, in: file)
        start = slash ?? path.startIndex
        depth += 1
      }
    }
  }

  private static func key(_ name: String) -> String {
    name.trimmed.withPlainPunctuation.lowercased()
  }

  private static func lastPart(_ path: String) -> String {
    path.pathNames.last.map(String.init) ?? path
  }

  private static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: Ascii.slash).map { String(path[..<$0]) } ?? ""
  }

  /// A path that begins with dots, from the folder where it is written; others stay.
  private static func resolved(_ path: String, in folder: String) -> String {
    let isFromRoot = path.begins(with: "/")
    guard path.begins(with: ".") || isFromRoot else { return path }
    var parts = isFromRoot ? [] : folder.pathNames
    for part in path.pathNames where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  /// A path without the ending of a Markdown file.
  private static func withoutEnding(_ path: String) -> String {
    let ending = [".md", ".markdown"].first { path.lowercased().hasSuffix($0) } ?? ""
    return String(path.dropLast(ending.count))
  }
}
