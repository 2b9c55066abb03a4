import Dates
import Text

/// How one language says a day, a month or a year. A month without a name in it is said in digits,
/// as in `2026-11-05`, which can be read in every language.
package struct DateWords: Sendable {
  /// Empty for those without a name.
  private let months: [String]
  /// As they stand behind a day, where that makes a difference: the Polish say `5 stycznia`.
  private let monthsOfDays: [String]
  /// The first of a month, which the French call `1er`.
  private let firstDay: String
  private let date: DatePattern
  private let monthAndYear: DatePattern

  /// From the words of a language, by their keys: `month_1` and the others.
  package init(_ table: Words.Table) {
    let texts = table.texts
    let months = (1...12).map { number in
      let key = "month_\(number)"
      return table.borrowed.contains(key) ? "" : texts[key] ?? ""
    }
    self.months = months
    monthsOfDays = (1...12).map { texts["month_of_\($0)"] ?? months[$0 - 1] }
    firstDay = texts["day_1"] ?? "1"
    date = DatePattern(texts["date"] ?? "")
    monthAndYear = DatePattern(texts["month_and_year"] ?? "")
  }

  /// As exact as the moment is.
  package func words(_ moment: Moment) -> String {
    if moment.precision != .year, months[moment.date.month - 1].isEmpty {
      return moment.precision == .month ? String(moment.isoDate.prefix(7)) : moment.isoDate
    }
    return switch moment.precision {
    case .year: String(moment.date.year)
    case .month: monthAndYear.words(for: moment.date, months: months, firstDay: firstDay)
    case .day, .minute, .second:
      date.words(for: moment.date, months: monthsOfDays, firstDay: firstDay)
    }
  }

  /// By its number, counted from 1.
  package func month(_ number: Int) -> String {
    let name = months[number - 1]
    return name.isEmpty ? (number < 10 ? "0\(number)" : "\(number)") : name
  }
}

/// How a language writes dates, such as `{day} {month} {year}`.
private struct DatePattern: Sendable {
  private enum Part: Sendable {
    case day, month, year
    case text(String)
  }

  private let parts: [Part]

  init(_ pattern: String) {
    var parts: [Part] = []
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{") {
      parts.append(.text(String(rest[..<open])))
      rest = rest[open...].dropFirst()
      let key = rest.prefix { $0 != "}" }
      rest = rest.dropFirst(key.count + 1)
      switch key {
      case "day": parts.append(.day)
      case "month": parts.append(.month)
      case "year": parts.append(.year)
      default: parts.append(.text("{\(key)}"))
      }
    }
    self.parts = parts + [.text(String(rest))]
  }

  func words(for date: CivilDate, months: [String], firstDay: String) -> String {
    var words = ByteWriter(capacity: 32)
    for part in parts {
      switch part {
      case .day where date.day == 1: words.append(firstDay)
      case .day: words.append(date.day)
      case .month: words.append(months[date.month - 1])
      case .year: words.append(date.year)
      case .text(let text): words.append(text)
      }
    }
    return words.withSpan { $0.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }
  }
}
