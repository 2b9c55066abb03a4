import Dates

/// The 52 weeks up to the newest entry, and on how many days of each something was written.
///
/// It ends with the newest entry and not today, so that a pause does not grow while nobody writes.
package struct Rhythm: Sendable {
  /// The days with an entry in each week, from 0 to 7, oldest week first.
  package let days: [Int]
  package let first: CivilDate
  package let last: CivilDate

  static let weeks = 52

  /// Nil where no entry is known by its day.
  package init?(_ entries: [Entry]) {
    let known = entries.lazy.filter { $0.date.precision >= .day }.map(\.date.date)
    guard let last = known.max() else { return nil }
    let end = last.daysSinceEpoch
    let start = end - Self.weeks * 7 + 1
    var written = Array(repeating: false, count: Self.weeks * 7)
    for date in known where date.daysSinceEpoch >= start {
      written[date.daysSinceEpoch - start] = true
    }
    days = (0..<Self.weeks).map { week in
      written[week * 7..<(week + 1) * 7].count { $0 }
    }
    first = CivilDate(daysSinceEpoch: start)
    self.last = last
  }

  /// The weeks as strokes of an SVG path, each a unit wide: from the line at 8 up by a unit, and
  /// one more for each day written on.
  package var path: String {
    days.enumerated().filter { $0.element > 0 }
      .map { "M\($0.offset).5 8v-\($0.element + 1)" }.joined()
  }
}
