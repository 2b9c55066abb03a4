import Dates

/// The order in which followers get the entries, and the second at which each of them comes.
///
/// Several notes of one day have no time to tell them apart, and feed readers sort by time alone:
/// so each comes a second at least after the one before it. Nothing that comes later moves them.
struct PublicationOrder: Sendable {
  /// The timeline, each entry with its second.
  let entries: [Entry]
  /// Places in the timeline, the last to be published first.
  let places: [Int]

  init(_ timeline: [Entry]) {
    places = timeline.indices.map { (instant: timeline[$0].published.instant, place: $0) }
      .sorted { a, b in a.instant != b.instant ? a.instant > b.instant : a.place < b.place }
      .map(\.place)
    var entries = timeline
    var last = Int.min / 2
    for place in places.reversed() {
      let published = entries[place].published
      let delay = max(0, last - published.instant + 1)
      if delay > 0 {
        entries[place] = entries[place].published(at: published.later(bySeconds: delay))
      }
      last = published.instant + delay
    }
    self.entries = entries
  }
}
