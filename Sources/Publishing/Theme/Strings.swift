import Dates
import Notes
import Problems
import Text

/// A theme's words in one language.
package final class Strings: Sendable {
  package let texts: [String: String]
  private let months: [String]
  /// As they stand behind a day, where that makes a difference: the Polish say `5 stycznia`.
  private let monthsOfDays: [String]
  /// As they stand above entries.
  private let monthHeadings: [String]
  /// The first of a month, which the French call `1er`.
  private let firstDay: String
  private let date: DatePattern
  private let monthAndYear: DatePattern
  /// The parts of a note, by the headings that name them, in lower case.
  private let parts: [String: String]

  /// The parts that a note can have. The theme's words for each are its headings, with `|` between.
  private static let partNames = ["what", "why", "stuck", "helped_by", "learned", "next"]

  init(texts: [String: String]) {
    self.texts = texts
    let months = (1...12).map { texts["month_\($0)"] ?? "" }
    self.months = months
    monthsOfDays = (1...12).map { texts["month_of_\($0)"] ?? months[$0 - 1] }
    monthHeadings = months.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    firstDay = texts["day_1"] ?? "1"
    date = DatePattern(texts["date"] ?? "")
    monthAndYear = DatePattern(texts["month_and_year"] ?? "")
    var parts: [String: String] = [:]
    for name in Self.partNames {
      for heading in (texts["part_\(name)"] ?? "").split(separator: "|") {
        parts[Self.key(String(heading))] = name
      }
    }
    self.parts = parts
  }

  subscript(key: String) -> String { texts[key] ?? key }

  /// A day, month or year in words: as exact as the moment is.
  func date(_ moment: Moment) -> String {
    switch moment.precision {
    case .year: String(moment.date.year)
    case .month: monthAndYear.words(for: moment.date, months: months, firstDay: firstDay)
    case .day, .minute, .second:
      date.words(for: moment.date, months: monthsOfDays, firstDay: firstDay)
    }
  }

  /// Which part of a note a heading begins, such as `stuck`; nil for a heading of the author's own.
  func part(of heading: String) -> String? {
    // Headings are many, and these are short.
    heading.utf8.count <= 60 ? parts[Self.key(heading)] : nil
  }

  private static func key(_ heading: String) -> String {
    var words = heading.trimmed.lowercased()
    while let last = words.unicodeScalars.last, isEnd(last) { words.unicodeScalars.removeLast() }
    guard words.utf8.contains(Ascii.apostrophe) else { return words }
    return String(words.map { $0 == "'" ? "’" : $0 })
  }

  /// Whether it may stand behind the words of a heading and says nothing.
  private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z": false
    case ":", ".", "?", "!", "…", "؟": true
    default: scalar.properties.isWhitespace
    }
  }

  /// Of a heading.
  func name(ofMonth month: Int) -> String { monthHeadings[month - 1] }
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
    var words = ""
    for part in parts {
      switch part {
      case .day: words += date.day == 1 ? firstDay : String(date.day)
      case .month: words += months[date.month - 1]
      case .year: words += String(date.year)
      case .text(let text): words += text
      }
    }
    return words
  }
}
