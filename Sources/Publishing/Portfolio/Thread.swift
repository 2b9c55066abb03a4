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

extension Thread {
  /// The years of a timeline, newest first. Its order keeps each year together.
  static func years(of timeline: [Entry]) -> [Thread] {
    var years: [Thread] = []
    var start = 0
    while start < timeline.count {
      let year = timeline[start].date.date.year
      let end = timeline[start...].firstIndex { $0.date.date.year != year } ?? timeline.count
      years.append(
        Thread(
          name: String(year), route: .page("years/\(year)"), entries: Array(start..<end),
          undated: []))
      start = end
    }
    return years
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

  /// Adds an entry to the thread of a name: once, however often and however spelt its note names it.
  /// The newest entry goes first.
  mutating func add(entry: Int, to name: String) {
    guard let place = place(of: name), threads[place].entries.last != entry else { return }
    threads[place].entries.append(entry)
  }

  /// The same for a note without a date.
  mutating func add(undated note: PublishedNote, to name: String) {
    guard let place = place(of: name), threads[place].undated.last !== note else { return }
    threads[place].undated.append(note)
  }

  /// Takes a name in that brings no entry, so that it has a link.
  mutating func meet(_ name: String) {
    _ = place(of: name)
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
      links[name] = ThreadLink(name, .page("\(folder)/\(threads[place].slug)"), addresses)
    }
    return links
  }

  /// Nil for a name of which nothing can stand in an address.
  private mutating func place(of name: String) -> Int? {
    if let place = known[name] { return place }
    let slug = Thread.slug(name)
    guard !slug.isEmpty else { return nil }
    let place = places[slug] ?? threads.count
    if place == threads.count { threads.append(Gathered(name: name, slug: slug)) }
    places[slug] = place
    known[name] = place
    return place
  }
}
