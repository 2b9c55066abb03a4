/// What stands before and after a note in the timeline.
struct Neighbours: Sendable {
  private let entries: [Entry]
  /// By a note's path: where its first and its last entry stand.
  private let places: [String: ClosedRange<Int>]

  init(_ entries: [Entry]) {
    self.entries = entries
    var places: [String: ClosedRange<Int>] = [:]
    for (index, entry) in entries.enumerated() {
      let first = places[entry.note.path]?.lowerBound ?? index
      places[entry.note.path] = first...index
    }
    self.places = places
  }

  func of(_ note: PublishedNote) -> (newer: Entry?, older: Entry?) {
    guard let place = places[note.path] else { return (nil, nil) }
    let newer = place.lowerBound > 0 ? entries[place.lowerBound - 1] : nil
    let older = place.upperBound + 1 < entries.count ? entries[place.upperBound + 1] : nil
    return (newer, older)
  }
}
