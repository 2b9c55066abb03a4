import Dates

extension Chronicle {
  private static let intervals: [(occasion: Occasion, days: Int)] = [
    (.year, 365), (.quarter, 91), (.month, 31), (.week, 7),
  ]

  /// The looks back that the time has come for, the longest first.
  ///
  /// Each comes so many days after it was last answered, or after the first note, and none more
  /// often than the author finds enough.
  func checkIns(_ pace: Pace, _ book: QuestionBook) -> [Finding] {
    guard let first = livedDays.first else { return [] }
    return Self.intervals.compactMap { occasion, days in
      // A quarter is a quarter, whatever days its months have.
      guard days + 1 >= pace.days else { return nil }
      let ids = Set(book.questions(for: occasion).map(\.id))
      let start = lastAnswer(to: ids) ?? first
      let due = CivilDate(daysSinceEpoch: start.daysSinceEpoch + days)
      guard due <= today else { return nil }
      var finding = Finding(occasion)
      finding.due = due
      return finding
    }
  }
}
