import Search
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
  private var threads: [Gathered] = []
  /// Which thread has a slug.
  private var places: [String: Int] = [:]
  /// Which thread is meant by a name met before: there are few names, and many notes.
  private var known: [String: Int] = [:]

  private struct Gathered {
    /// What its newest entry calls it.
    let name: String
    let slug: String
    var entries: [Int] = []
    var undated: [PublishedNote] = []
  }

  mutating func add(entry: Int, to names: [String]) {
    for place in places(of: names) { threads[place].entries.append(entry) }
  }

  mutating func add(undated note: PublishedNote, to names: [String]) {
    for place in places(of: names) { threads[place].undated.append(note) }
  }

  /// Takes names in that bring no entry, so that they have links.
  mutating func meet(_ names: [String]) {
    _ = places(of: names)
  }

  /// The threads in the order of their names, each with a page below a folder.
  func threads(below folder: String) -> [Thread] {
    var order = NameOrder()
    return threads.filter { !$0.entries.isEmpty || !$0.undated.isEmpty }
      .map { (key: order.key(of: $0.name), thread: $0) }
      .sorted { ($0.key, $0.thread.slug) < ($1.key, $1.thread.slug) }
      .map { _, thread in
        Thread(
          name: thread.name, route: .page("\(folder)/\(thread.slug)"), entries: thread.entries,
          undated: thread.undated)
      }
  }

  /// The links to the threads, by every name that was met.
  func links(below folder: String, _ addresses: Addresses) -> [String: ThreadLink] {
    var links: [String: ThreadLink] = [:]
    for (name, place) in known {
      let route = Route.page("\(folder)/\(threads[place].slug)")
      links[name] = ThreadLink(name: name, route: route, href: addresses.href(route))
    }
    return links
  }

  /// Each thread once, however often and however spelt a note names it.
  private mutating func places(of names: [String]) -> [Int] {
    var found: [Int] = []
    for name in names {
      guard let place = known[name] ?? place(ofNew: name), !found.contains(place) else { continue }
      found.append(place)
    }
    return found
  }

  /// Nil for a name of which nothing can stand in an address.
  private mutating func place(ofNew name: String) -> Int? {
    let slug = Thread.slug(name)
    guard !slug.isEmpty else { return nil }
    let place = places[slug] ?? threads.count
    if place == threads.count { threads.append(Gathered(name: name, slug: slug)) }
    places[slug] = place
    known[name] = place
    return place
  }
}
