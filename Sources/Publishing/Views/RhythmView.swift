import Dates

/// The rhythm as the home page draws it.
struct RhythmView: Sendable {
  let rhythm: Rhythm
  let strings: Strings

  func month(_ date: CivilDate) -> Moment { Moment(date: date, offset: 0, precision: .month) }
}
