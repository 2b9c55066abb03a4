import Files
import Problems
import Text

/// `private/published.yml`: the public copies of what stays in the private folder, as they were written,
/// so that no change to one of them is lost. `publish` and `retract` write it.
///
///     - original: "private/notes/2026-11-20-acme.md"
///       copy: "notes/2026-11-20-a-retailer.md"
///       sha256: 3f0a…
///       id: "n-7kq2vx9r4mzt8wbc3hdy"
package struct PublishedCopies: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    /// Both in the site's folder.
    package let original: String
    package let copy: String
    /// Of the copy, in hexadecimal digits; two while one is being replaced by the other.
    package let digests: [String]
    /// The id that was minted for a note, or its own; nil for other files.
    package let id: String?

    package init(original: String, copy: String, digests: [String], id: String? = nil) {
      self.original = original
      self.copy = copy
      self.digests = digests
      self.id = id
    }
  }

  package private(set) var entries: [Entry]

  package static let path = "private/published.yml"
  package static let none = PublishedCopies(entries: [])

  package init(entries: [Entry]) {
    self.entries = entries
  }

  /// The copies of an original: by its path, or for a note that was moved since by its id. There are
  /// two while one takes the place of the other.
  package func entries(of original: String, id: String? = nil) -> [Entry] {
    let found = entries.filter { $0.original == original }
    guard found.isEmpty, let id else { return found }
    return entries.filter { $0.id == id }
  }

  package func entry(copy: String) -> Entry? { entries.first { $0.copy == copy } }

  /// Without those whose originals are gone.
  package func existing(in folder: any Folder) -> PublishedCopies {
    PublishedCopies(entries: entries.filter { folder.kind($0.original) == .file })
  }

  /// Takes entries in, in the place of those for the same originals.
  package mutating func put(_ new: [Entry]) {
    entries.removeAll { old in
      new.contains { $0.original == old.original || $0.id != nil && $0.id == old.id }
    }
    add(new)
  }

  /// Takes entries in, in the place of those for the same copies.
  package mutating func add(_ new: [Entry]) {
    entries.removeAll { old in new.contains { $0.copy == old.copy } }
    entries = (entries + new).sorted {
      $0.original == $1.original
        ? $0.copy.precedesInBytes($1.copy) : $0.original.precedesInBytes($1.original)
    }
  }

  package mutating func remove(copies: Set<String>) {
    entries.removeAll { copies.contains($0.copy) }
  }

  /// The whole file.
  package var bytes: [UInt8] {
    var text = """
      # Written by “outloud publish”: the public copies of what stays in this folder. Each is known by
      # its digest, so that publishing again overwrites nothing that somebody has changed.

      """
    for entry in entries {
      text += "- original: \(Self.quoted(entry.original))\n  copy: \(Self.quoted(entry.copy))\n"
      text += "  sha256: [\(entry.digests.joined(separator: ", "))]\n"
      if let id = entry.id { text += "  id: \(Self.quoted(id))\n" }
    }
    return Array(text.utf8)
  }

  private static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  package static func read(
    in folder: any Folder
  ) -> (copies: PublishedCopies, problems: [Problem]) {
    guard folder.kind(path) != nil else { return (.none, []) }
    switch SourceFile.read(path, in: folder) {
    case .failure(let problem): return (.none, [problem])
    case .success(let file): return read(file)
    }
  }

  static func read(_ file: SourceFile) -> (copies: PublishedCopies, problems: [Problem]) {
    let field: Field
    do throws(Problem) {
      field = try Field.yaml(file)
    } catch {
      return (.none, [error])
    }
    guard !field.isNothing else { return (.none, []) }
    var reader = FieldReader(Field(value: .nothing, mark: field.mark), in: file, what: "file")
    guard case .list(let items) = field.value else {
      return (.none, [.noCopyList(file, at: reader.range(of: field))])
    }
    var entries: [Entry] = []
    for item in items {
      let keys = ["original", "copy", "sha256", "id"]
      reader.read(item, what: "entry", keys: keys) { reader in
        guard let original = reader.text("original").flatMap({ SitePath($0) }),
          let copy = reader.text("copy").flatMap({ SitePath($0) }),
          SiteLayout.isPrivate(original.path), !SiteLayout.isPrivate(copy.path)
        else { return reader.report(.noCopyList(file, at: reader.range(of: item))) }
        entries.append(
          Entry(
            original: original.path, copy: copy.path, digests: reader.texts("sha256"),
            id: reader.text("id")))
      }
    }
    return (PublishedCopies(entries: entries), reader.problems)
  }
}

extension Problem {
  fileprivate static func noCopyList(_ file: SourceFile, at range: Range<Int>) -> Problem {
    Problem(
      .valueInvalid, file: file.path, at: range, in: file.lines,
      "this wants to be a list of originals in private/ and their copies outside of it",
      hint: "it is written by “outloud publish”: take it back from a copy of your own")
  }
}
