import Dates
import Notes
import Templates

/// A theme's words in one language.
package final class Strings: Sendable {
  package let texts: [String: String]
  /// The keys of those that are English on a page in another language, and what says so there.
  private let borrowed: Set<String>
  private let mark: String
  private let dates: DateWords
  /// As they stand above entries.
  private let monthHeadings: [String]
  private let parts: PartHeadings

  init(_ table: Words.Table) {
    texts = table.texts
    borrowed = table.borrowed
    mark = table.mark
    let dates = DateWords(table)
    self.dates = dates
    monthHeadings = (1...12).map { number in
      let month = dates.month(number)
      return month.prefix(1).uppercased() + month.dropFirst()
    }
    parts = PartHeadings(texts)
  }

  subscript(key: String) -> String { texts[key] ?? key }

  /// A text with the language that it is in.
  func phrase(_ key: String) -> Phrase {
    Phrase(self[key], mark: isBorrowed(key) ? mark : "")
  }

  var phrases: [String: Phrase] {
    Dictionary(uniqueKeysWithValues: texts.keys.map { ($0, phrase($0)) })
  }

  /// Whether a text is English on a page in another language.
  func isBorrowed(_ key: String) -> Bool { borrowed.contains(key) }

  /// A day, month or year in words: as exact as the moment is.
  func date(_ moment: Moment) -> String { dates.words(moment) }

  /// Which part of a note a heading begins, such as `stuck`; nil for a heading of the author's own.
  func part(of heading: String) -> String? { parts.part(of: heading)?.rawValue }

  /// Of a heading.
  func name(ofMonth month: Int) -> String { monthHeadings[month - 1] }
}
