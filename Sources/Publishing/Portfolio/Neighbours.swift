/// Where a note stands in the timeline, and what stands before and after it.
struct Neighbours: Sendable {
  private let count: Int
  /// By note: where its first and its last entry stand.
  private let places: [ObjectIdentifier: ClosedRange<Int>]

  init(_ entries: [Entry]) {
    count = entries.count
    var places: [ObjectIdentifier: ClosedRange<Int>] = [:]
    places.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() {
      let note = ObjectIdentifier(entry.note)
      places[note] = (places[note]?.lowerBound ?? index)...index
    }
    self.places = places
  }

  /// Places in the timeline. A log has none of its own: its updates have.
  func of(_ note: PublishedNote) -> (own: Int?, newer: Int?, older: Int?) {
    guard let place = places[ObjectIdentifier(note)] else { return (nil, nil, nil) }
    let newer = place.lowerBound - 1
    let older = place.upperBound + 1
    return (
      note.updates.isEmpty ? place.lowerBound : nil, newer >= 0 ? newer : nil,
      older < count ? older : nil
    )
  }
}
