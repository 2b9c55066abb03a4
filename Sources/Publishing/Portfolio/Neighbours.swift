/// Where a note stands in the timeline and in its project, and what stands before and after it.
///
/// A log has no place of its own: its updates have.
struct Neighbours: Sendable {
  private let count: Int
  /// Where the first and the last entry of each note stand.
  private let places: NoteTable<ClosedRange<Int>>
  /// By place in the timeline: the place of the entry after and before it in its project, or -1.
  private let newerInProject: [Int32]
  private let olderInProject: [Int32]

  /// Places in the timeline.
  struct Pair: Sendable {
    let newer: Int?
    let older: Int?
  }

  init(_ portfolio: Portfolio) {
    count = portfolio.entries.count
    var places = NoteTable<ClosedRange<Int>>(for: portfolio.notes)
    for (index, entry) in portfolio.entries.enumerated() {
      places[entry.note] = (places[entry.note]?.lowerBound ?? index)...index
    }
    self.places = places
    var newer = Array(repeating: Int32(-1), count: count)
    var older = newer
    for project in portfolio.projects {
      for (place, next) in zip(project.entries, project.entries.dropFirst()) {
        older[place] = Int32(next)
        newer[next] = Int32(place)
      }
    }
    newerInProject = newer
    olderInProject = older
  }

  /// Where a note that is no log stands.
  func place(of note: PublishedNote) -> Int? {
    note.updates.isEmpty ? newestPlace(of: note) : nil
  }

  /// Where the newest entry of a note stands.
  func newestPlace(of note: PublishedNote) -> Int? { places[note]?.lowerBound }

  func inTime(of note: PublishedNote) -> Pair {
    guard let place = places[note] else { return Pair(newer: nil, older: nil) }
    let (newer, older) = (place.lowerBound - 1, place.upperBound + 1)
    return Pair(newer: newer >= 0 ? newer : nil, older: older < count ? older : nil)
  }

  func inProject(of note: PublishedNote) -> Pair {
    guard let place = places[note] else { return Pair(newer: nil, older: nil) }
    let newer = newerInProject[place.lowerBound]
    let older = olderInProject[place.upperBound]
    return Pair(newer: newer < 0 ? nil : Int(newer), older: older < 0 ? nil : Int(older))
  }
}
