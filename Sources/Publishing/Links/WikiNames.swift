import Markdown
import Text

/// What `[[name]]` may call a note or a file, as people write it in Obsidian: a note's title, its
/// file's name, an old address, or a file's name with its ending. Case does not count.
///
/// Where two have one name, the first by path is meant.
struct WikiNames: Sendable {
  private let notes: [String: Route]
  private let companions: [String: String]

  init(notes: [PublishedNote], companions: some Sequence<String>) {
    var names: [String: Route] = [:]
    func add(_ name: String, _ note: PublishedNote) {
      let key = Self.key(name)
      if !key.isEmpty, names[key] == nil { names[key] = .page(note.location) }
    }
    // A title goes before a file's name, and that before what a note was once called.
    for note in notes { add(note.title.text, note) }
    for note in notes {
      add(Self.stem(note.path), note)
      add(note.location, note)
      add(Self.lastPart(note.location), note)
    }
    for note in notes { for alias in note.aliases { add(Self.lastPart(alias), note) } }
    self.notes = names
    self.companions = Dictionary(
      companions.sorted().map { (Self.key(Self.lastPart($0)), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Where a name leads; the place on the page, behind `#`, is the words of a heading.
  func destination(of text: String) -> LinkDestination {
    let name = text.prefix { $0 != "#" }
    let heading = text[name.endIndex...].dropFirst()
    let anchor = heading.isEmpty ? "" : "#" + Anchor.id(of: String(heading))
    if name.isEmpty { return anchor.isEmpty ? .nowhere : .fragment(anchor) }
    if let route = notes[Self.key(String(name))] ?? notes[Self.key(Self.stem(String(name)))] {
      return .page(route, fragment: anchor)
    }
    let file = companions[Self.key(Self.lastPart(String(name)))]
    return file.map { .companion($0, fragment: "") } ?? .nowhere
  }

  private static func key(_ name: String) -> String { name.trimmed.lowercased() }

  private static func lastPart(_ path: String) -> String {
    path.utf8.split(separator: Ascii.slash).last.map { String(Substring($0)) } ?? path
  }

  /// A path's last part without the ending of a Markdown file.
  private static func stem(_ path: String) -> String {
    let name = lastPart(path)
    let ending = [".md", ".markdown"].first { name.lowercased().hasSuffix($0) } ?? ""
    return String(name.dropLast(ending.count))
  }
}
