import Dates
import Notes
import Problems
import Text

/// A theme's words in one language.
package final class Strings: Sendable {
  package let texts: [String: String]
  private let months: [String]
  private let date: DatePattern
  private let monthAndYear: DatePattern
  /// The parts of a note, by the headings that name them, in lower case.
  private let parts: [String: String]

  /// The parts that a note can have. The theme's words for each are its headings, with `|` between.
  private static let partNames = ["what", "why", "stuck", "helped_by", "learned", "next"]

  init(texts: [String: String]) {
    self.texts = texts
    months = (1...12).map { texts["month_\($0)"] ?? "" }
    date = DatePattern(texts["date"] ?? "")
    monthAndYear = DatePattern(texts["month_and_year"] ?? "")
    var parts: [String: String] = [:]
    for name in Self.partNames {
      for heading in (texts["part_\(name)"] ?? "").split(separator: "|") {
        parts[Self.key(heading)] = name
      }
    }
    self.parts = parts
  }

  subscript(key: String) -> String { texts[key] ?? key }

  /// A day, month or year in words: as exact as the moment is.
  func date(_ moment: Moment) -> String {
    switch moment.precision {
    case .year: String(moment.date.year)
    case .month: monthAndYear.words(for: moment.date, months: months)
    case .day, .minute, .second: date.words(for: moment.date, months: months)
    }
  }

  /// Which part of a note a heading begins, such as `stuck`; nil for a heading of the author's own.
  func part(of heading: String) -> String? {
    // Headings are many, and these are short.
    heading.utf8.count <= 60 ? parts[Self.key(heading[...])] : nil
  }

  private static func key(_ heading: Substring) -> String {
    var words = String(heading).trimmed.lowercased()
    while let last = words.last, ":.?!…".contains(last) { words.removeLast() }
    return words
  }

  func name(ofMonth month: Int) -> String { months[month - 1] }
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

  func words(for date: CivilDate, months: [String]) -> String {
    var words = ""
    for part in parts {
      switch part {
      case .day: words += String(date.day)
      case .month: words += months[date.month - 1]
      case .year: words += String(date.year)
      case .text(let text): words += text
      }
    }
    return words
  }
}
