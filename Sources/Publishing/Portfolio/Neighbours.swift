/// What stands before and after a note in the timeline.
struct Neighbours: Sendable {
  private let count: Int
  /// By a note's path: where its first and its last entry stand.
  private let places: [String: ClosedRange<Int>]

  init(_ entries: [Entry]) {
    count = entries.count
    var places: [String: ClosedRange<Int>] = [:]
    for (index, entry) in entries.enumerated() {
      let first = places[entry.note.path]?.lowerBound ?? index
      places[entry.note.path] = first...index
    }
    self.places = places
  }

  /// Places in the timeline.
  func of(_ note: PublishedNote) -> (newer: Int?, older: Int?) {
    guard let place = places[note.path] else { return (nil, nil) }
    let newer = place.lowerBound - 1
    let older = place.upperBound + 1
    return (newer >= 0 ? newer : nil, older < count ? older : nil)
  }
}
