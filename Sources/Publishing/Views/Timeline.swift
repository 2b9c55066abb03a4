import Dates
import Notes

/// The entries of a page by year and month.
struct YearGroup: Sendable {
  let year: Int
  let href: String
  let months: [MonthGroup]
}

struct MonthGroup: Sendable {
  let name: String
  /// For an HTML `time` element: `2026-11`.
  let machine: String
  let entries: [ListedEntry]
}

/// An entry in its place on a page.
struct ListedEntry: Sendable {
  let view: EntryView
  /// What it has of a line between an entry that was stuck and the one that solved it.
  let tie: TiePart?

  init(_ view: EntryView, tie: TiePart? = nil) {
    (self.view, self.tie) = (view, tie)
  }
}

extension [EntryView] {
  /// The entries by year and month, in their order.
  func grouped(_ portfolio: Portfolio, _ strings: Strings) -> [YearGroup] {
    let listed = zip(self, tieParts(portfolio.ties)).map { ListedEntry($0, tie: $1) }
    return listed.chunked { $0.date.year == $1.date.year }.map { year in
      let number = year[0].date.year
      return YearGroup(
        year: number, href: portfolio.addresses.href(.page("years/\(number)")),
        months: year.chunked { $0.monthKey == $1.monthKey }.map { month in
          let isYear = month[0].moment.precision == .year
          let date = month[0].date
          return MonthGroup(
            name: isYear ? "" : strings.name(ofMonth: date.month),
            machine: isYear
              ? month[0].moment.html : Moment(date: date, offset: 0, precision: .month).html,
            entries: month)
        })
    }
  }
}

extension ListedEntry {
  fileprivate var moment: Moment { view.entry.date }
  fileprivate var date: CivilDate { moment.date }

  /// Tells months apart, and what is known by its year alone from both.
  fileprivate var monthKey: Int { moment.precision == .year ? 0 : date.month }
}

extension Array {
  /// Neighbours that are the same in some way, together.
  fileprivate func chunked(by isSame: (Element, Element) -> Bool) -> [[Element]] {
    var chunks: [[Element]] = []
    var start = 0
    for index in indices where index + 1 == count || !isSame(self[index], self[index + 1]) {
      chunks.append(Array(self[start...index]))
      start = index + 1
    }
    return chunks
  }
}
