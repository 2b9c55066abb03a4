import Dates
import Notes
import Text

/// Puts questions into the words of their occasion, in the site's language.
package struct Wording: Sendable {
  private let book: QuestionBook
  private let dates: DateWords
  private let today: CivilDate

  package init(_ site: Site, _ book: QuestionBook, today: CivilDate) {
    self.book = book
    self.today = today
    dates = DateWords(site.words.table(in: site.configuration.language))
  }

  package func choice(_ question: Question, _ finding: Finding) -> Agenda.Choice {
    var values: [String: String] = [:]
    values["name"] = finding.name?.asOneLine.cut(to: 120)
    values["since"] = finding.since.map(spoken)
    values["year"] = finding.year.map(String.init)
    return Agenda.Choice(
      question: question, finding: finding, ask: Placeholders.filling(question.ask, values),
      because: Placeholders.filling(book.because(finding.occasion) ?? "", values))
  }

  /// A month, with its year unless that is the present one.
  private func spoken(_ day: CivilDate) -> String {
    day.year == today.year
      ? dates.month(day.month) : dates.words(Moment(date: day, offset: 0, precision: .month))
  }

  /// When a note is about, as exactly as a month.
  func when(_ trace: Trace) -> String {
    guard let day = trace.last else { return "" }
    return dates.words(Moment(date: day, offset: 0, precision: min(trace.precision, .month)))
  }

  package func preface(away: Moment) -> String? {
    book.words(.away).map { Placeholders.filling($0, ["date": dates.words(away)]) }
  }

  /// Of a week nothing is said: it would be said too often.
  func preface(enough rhythm: Configuration.Rhythm) -> String? {
    switch rhythm {
    case .weekly: nil
    case .monthly: book.words(.enoughMonthly)
    case .quarterly: book.words(.enoughQuarterly)
    }
  }
}
