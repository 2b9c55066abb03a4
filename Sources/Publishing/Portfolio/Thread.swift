import Text

/// Entries that belong together and have a page of their own: those of a project, a topic, a year.
package struct Thread: Sendable {
  package let name: String
  package let route: Route
  /// Places in the timeline, newest first.
  package let entries: [Int]
  /// Notes of the thread that have no date, by path.
  package let undated: [PublishedNote]

  package var count: Int { entries.count + undated.count }

  /// The name of a topic or project in an address: lower case, white space as hyphens, nothing that
  /// would make another folder of it.
  ///
  /// Punctuation stays, so that “C”, “C++” and “C#” are three topics.
  static func slug(_ name: String) -> String {
    var slug = ""
    for character in name.trimmed.lowercased() {
      // A file name ends at 255 bytes.
      guard slug.utf8.count + character.utf8.count <= 200 else { break }
      if character.isWhitespace || character == "/" || character == "\\" {
        if slug.last != "-" { slug.append("-") }
      } else if character.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) {
        slug.append(character)
      }
    }
    // A leading dot would hide the folder, and two would leave it.
    return slug.first == "." ? "-" + slug.dropFirst() : slug
  }
}

/// Gathers threads by the slugs of their names.
struct ThreadGathering {
  private var threads: [String: Gathered] = [:]
  /// The slugs of names met before: there are few names, and many notes.
  private var slugs: [String: String] = [:]

  private struct Gathered {
    /// What its newest entry calls it.
    let name: String
    var entries: [Int] = []
    var undated: [PublishedNote] = []
  }

  mutating func add(entry: Int, to names: [String]) {
    for (slug, name) in slugs(of: names) {
      threads[slug, default: Gathered(name: name)].entries.append(entry)
    }
  }

  mutating func add(undated note: PublishedNote, to names: [String]) {
    for (slug, name) in slugs(of: names) {
      threads[slug, default: Gathered(name: name)].undated.append(note)
    }
  }

  /// The threads in the order of their slugs, each with a page below a folder.
  func threads(below folder: String) -> [Thread] {
    threads.sorted { $0.key < $1.key }.map { slug, thread in
      Thread(
        name: thread.name, route: .page("\(folder)/\(slug)"), entries: thread.entries,
        undated: thread.undated)
    }
  }

  /// Takes names in that bring no entry, so that they have links.
  mutating func meet(_ names: [String]) {
    _ = slugs(of: names)
  }

  /// The links to the threads, by every name that was met.
  func links(below folder: String, _ addresses: Addresses) -> [String: ThreadLink] {
    var links: [String: ThreadLink] = [:]
    for (name, slug) in slugs where !slug.isEmpty {
      links[name] = ThreadLink(name: name, href: addresses.href(.page("\(folder)/\(slug)")))
    }
    return links
  }

  /// Each slug once, however often and however spelt a note names it.
  private mutating func slugs(of names: [String]) -> [(slug: String, name: String)] {
    var found: [(slug: String, name: String)] = []
    for name in names {
      let slug = slugs[name] ?? Thread.slug(name)
      slugs[name] = slug
      if !slug.isEmpty, !found.contains(where: { $0.slug == slug }) { found.append((slug, name)) }
    }
    return found
  }
}
