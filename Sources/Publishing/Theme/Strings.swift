import Dates
import Notes

/// A theme's words in one language.
package final class Strings: Sendable {
  package let texts: [String: String]
  private let dates: DateWords
  /// As they stand above entries.
  private let monthHeadings: [String]
  private let parts: PartHeadings

  init(texts: [String: String]) {
    self.texts = texts
    let dates = DateWords(texts)
    self.dates = dates
    monthHeadings = (1...12).map { number in
      let month = dates.month(number)
      return month.prefix(1).uppercased() + month.dropFirst()
    }
    parts = PartHeadings(texts)
  }

  subscript(key: String) -> String { texts[key] ?? key }

  /// A day, month or year in words: as exact as the moment is.
  func date(_ moment: Moment) -> String { dates.words(moment) }

  /// Which part of a note a heading begins, such as `stuck`; nil for a heading of the author's own.
  func part(of heading: String) -> String? { parts.part(of: heading)?.rawValue }

  /// Of a heading.
  func name(ofMonth month: Int) -> String { monthHeadings[month - 1] }
}
