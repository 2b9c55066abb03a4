import Dates
import Notes
import Search

/// What a search can find: an entry of the timeline, a note without a date, the page of a log, or a
/// standing page.
struct Findable: Sendable {
  let note: PublishedNote
  let update: PublishedUpdate?

  /// What stands first is found first, where two have as much to do with a search.
  static func all(of portfolio: Portfolio) -> [Findable] {
    portfolio.entries.map { Findable(note: $0.note, update: $0.update) }
      + portfolio.undated.map { Findable(note: $0, update: nil) }
      + portfolio.notes.filter { !$0.updates.isEmpty }.map { Findable(note: $0, update: nil) }
      + portfolio.pages.map { Findable(note: $0, update: nil) }
  }

  var title: String {
    guard let title = update?.title else { return note.title.text }
    return "\(note.title.text): \(title)"
  }

  var date: Moment? { update?.date ?? note.date }

  func href(_ addresses: Addresses) -> String {
    addresses.href(note.route, fragment: update.map { "#" + $0.anchor } ?? "")
  }

  /// Says every word that it is to be found by.
  func read(into counter: inout WordCounter, _ portfolio: Portfolio, _ strings: Strings) {
    if let update {
      if let title = update.title { counter.read(title, as: .title) }
      counter.read(note.title.text, as: .label)
    } else {
      counter.read(note.title.text, as: .title)
      readFacts(into: &counter)
    }
    readLabels(into: &counter, portfolio, strings)
    if let date { counter.read(strings.date(date), as: .text) }
    for range in ranges { note.document.read(range) { counter.read(html: $0) } }
  }

  /// What the page of a note says beside its text.
  private func readFacts(into counter: inout WordCounter) {
    for case let text? in [note.summary, note.authorRole, note.stuckOn, note.next] {
      counter.read(text, as: .text)
    }
    for text in note.asks { counter.read(text, as: .text) }
    for text in note.offers { counter.read(text, as: .text) }
  }

  private func readLabels(
    into counter: inout WordCounter, _ portfolio: Portfolio, _ strings: Strings
  ) {
    let targets = portfolio.targets(of: note)
    for link in targets.topics { counter.read(link.name, as: .label) }
    if let link = targets.project { counter.read(link.name, as: .label) }
    for person in note.people {
      if let name = person.name { counter.read(name, as: .label) }
    }
    if let status = note.status { counter.read(strings.name(of: status), as: .label) }
  }

  /// Of a log, its updates are found by themselves: what remains is what stands around them.
  private var ranges: [Range<Int>] {
    if let update { return [update.range] }
    return note.updates.map(\.range).reduce(note.ranges) { ranges, update in
      // Both are in the order of the text, so only the last range can hold an update.
      guard let last = ranges.last, last.contains(update.lowerBound) else { return ranges }
      return ranges.dropLast() + [
        last.lowerBound..<update.lowerBound, update.upperBound..<last.upperBound,
      ]
    }
  }
}
