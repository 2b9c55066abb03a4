import Dates
import Notes

/// What is true for a while only, and stands at the top of the home page until it may be stale:
/// what the author does now, and what is stuck.
package struct Present: Sendable {
  /// The standing page called `now`.
  package let now: PublishedNote?
  /// Newest first.
  package let stuck: [PublishedNote]

  /// How long something is taken to be still so, in days.
  static let days = 90
  /// More of them would be a list, not a glance.
  static let stuckLimit = 3

  package init(_ portfolio: Portfolio, on today: CivilDate) {
    func isFresh(_ moment: Moment?) -> Bool {
      guard let moment, moment.precision >= .day else { return false }
      return today.daysSinceEpoch - moment.date.daysSinceEpoch <= Self.days
    }
    now = portfolio.pages.first { $0.location == "now" && isFresh($0.updated ?? $0.date) }
    let finished = portfolio.finishedProjects
    var seen: Set<ObjectIdentifier> = []
    var stuck: [PublishedNote] = []
    for (place, entry) in portfolio.entries.enumerated() {
      guard isFresh(entry.date) else {
        // What is known by its month alone stands among what is known by its day.
        if entry.date.precision >= .day { break }
        continue
      }
      let note = entry.note
      guard note.isStuck, seen.insert(ObjectIdentifier(note)).inserted,
        portfolio.ties.closers(of: note).isEmpty,
        finished[portfolio.targets(of: note).project?.href ?? ""].map({ $0 > place }) ?? true
      else { continue }
      stuck.append(note)
      if stuck.count == Self.stuckLimit { break }
    }
    self.stuck = stuck
  }
}

extension Portfolio {
  /// Where in the timeline each project was last shipped or dropped, by the link to it: what was
  /// stuck before that is so no more.
  fileprivate var finishedProjects: [String: Int] {
    var finished: [String: Int] = [:]
    for project in projects {
      finished[href(project.route)] = project.entries.first { place in
        ["shipped", "dropped"].contains(entries[place].note.status?.word)
      }
    }
    return finished
  }
}
