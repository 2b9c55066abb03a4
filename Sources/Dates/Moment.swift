/// When something happened, as exactly as its author said: a year, a month, a day, or a time.
package struct Moment: Hashable, Sendable {
  package enum Precision: Int, Comparable, Sendable {
    case year, month, day, minute, second

    package static func < (a: Precision, b: Precision) -> Bool { a.rawValue < b.rawValue }
  }

  package let date: CivilDate
  /// Seconds since midnight on the author's clock.
  package let secondOfDay: Int
  /// Seconds east of Greenwich.
  package let offset: Int
  package let precision: Precision

  package init(date: CivilDate, secondOfDay: Int = 0, offset: Int, precision: Precision) {
    self.date = date
    self.secondOfDay = secondOfDay
    self.offset = offset
    self.precision = precision
  }

  /// The beginning of a day, in a zone.
  package init(date: CivilDate, in zone: Zone) {
    let offset = zone.offset(atLocal: date.daysSinceEpoch * 86_400)
    self.init(date: date, offset: offset, precision: .day)
  }

  /// A second, given in seconds since 1970, as the clocks of a zone show it.
  package init(instant: Int, in zone: Zone) {
    let offset = zone.offset(at: instant)
    let local = instant + offset
    let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    self.init(
      date: CivilDate(daysSinceEpoch: days), secondOfDay: local - days * 86_400, offset: offset,
      precision: .second)
  }

  /// Seconds since 1970; for a day, month or year, its beginning.
  package var instant: Int { date.daysSinceEpoch * 86_400 + secondOfDay - offset }

  /// So many seconds later, on a clock that is as far from Greenwich.
  package func later(bySeconds seconds: Int) -> Moment {
    let local = date.daysSinceEpoch * 86_400 + secondOfDay + seconds
    let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    return Moment(
      date: CivilDate(daysSinceEpoch: days), secondOfDay: local - days * 86_400, offset: offset,
      precision: .second)
  }

  /// The same day at a time on its clock, in a zone.
  package func at(secondOfDay: Int, in zone: Zone) -> Moment {
    Moment(
      date: date, secondOfDay: secondOfDay,
      offset: zone.offset(atLocal: date.daysSinceEpoch * 86_400 + secondOfDay), precision: .minute)
  }
}
