import Dates
import Notes
import Problems

/// A theme's words in one language.
package struct Strings: Sendable {
  package let texts: [String: String]

  /// What every language of every theme must say, because the program itself uses it. A template
  /// may use any further word that its theme has.
  static let required =
    ["date", "month_and_year", "colleague", "page_not_found"] + (1...12).map { "month_\($0)" }

  subscript(key: String) -> String { texts[key] ?? key }

  /// A day, month or year in words: as exact as the moment is.
  func date(_ moment: Moment) -> String {
    switch moment.precision {
    case .year: String(moment.date.year)
    case .month: month(moment.date.month, of: moment.date.year)
    case .day, .minute, .second:
      fill("date", day: moment.date.day, month: moment.date.month, year: moment.date.year)
    }
  }

  func month(_ month: Int, of year: Int) -> String {
    fill("month_and_year", day: nil, month: month, year: year)
  }

  func name(ofMonth month: Int) -> String { self["month_\(month)"] }

  /// Puts the parts of a date into a pattern such as `{day} {month} {year}`.
  private func fill(_ pattern: String, day: Int?, month: Int, year: Int) -> String {
    var words = ""
    var rest = self[pattern][...]
    while let open = rest.firstIndex(of: "{") {
      words += rest[..<open]
      rest = rest[open...].dropFirst()
      let key = rest.prefix { $0 != "}" }
      rest = rest.dropFirst(key.count + 1)
      switch key {
      case "day": words += day.map(String.init) ?? ""
      case "month": words += name(ofMonth: month)
      case "year": words += String(year)
      default: words += "{\(key)}"
      }
    }
    return words + rest
  }
}
