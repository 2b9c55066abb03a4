import Dates
import Notes
import Text

/// The way back through years of which there is no note, from last year on.
///
/// Where somebody stopped is known from the notes: a year with a note is told. A note that answers
/// the question how it began is where the way ends.
package struct Backfill: Sendable {
  /// Nil where every year is told.
  package let step: Step?
  /// The earliest year that notes reach back to without a gap, from the present one.
  package let reach: Int
  /// How many notes of years gone by were written on this way.
  package let told: Int

  package struct Step: Sendable {
    package let year: Int
    package let choice: Agenda.Choice
    /// The same year, if it is the one in which it all began.
    package let beginning: Agenda.Choice?
    /// The last note before that year, and the first after it.
    package let before: Neighbour?
    package let after: Neighbour?
  }

  package struct Neighbour: Hashable, Sendable {
    package let title: String
    /// When it was, in words.
    package let date: String
  }

  /// Nobody is asked about more years than somebody can have worked, unless they say since when.
  private static let memory = 60

  /// `year` is one to tell more of; `from` the first that is asked about.
  package init(
    _ chronicle: Chronicle, _ book: QuestionBook, _ wording: Wording, year: Int? = nil,
    from: Int? = nil
  ) {
    let present = chronicle.today.year
    let known = Set(chronicle.traces.flatMap(\.days).map(\.year))
    let beginnings = Set(book.questions(for: .began).map(\.id))
    let past = Set(book.questions(for: .past).map(\.id)).union(beginnings)
    told = chronicle.traces.count { $0.answers.map(past.contains) ?? false }
    let began = chronicle.traces.filter { $0.answers.map(beginnings.contains) ?? false }
      .flatMap(\.days).map(\.year).min()
    let first = max(1, from ?? began ?? present - Self.memory)
    var reach = present
    while known.contains(reach - 1) { reach -= 1 }
    self.reach = reach
    let next = year ?? (first < present ? (first..<present).last { !known.contains($0) } : nil)
    step = next.flatMap { Step($0, chronicle, book, wording) }
  }
}

extension Backfill.Step {
  fileprivate init?(
    _ year: Int, _ chronicle: Chronicle, _ book: QuestionBook, _ wording: Wording
  ) {
    func finding(_ occasion: Occasion) -> Finding {
      var finding = Finding(occasion)
      finding.year = year
      return finding
    }
    // The one that was answered least often for that year, in the order of the pack.
    let answered = chronicle.traces.filter { $0.days.contains { $0.year == year } }
      .compactMap(\.answers)
    let questions = book.questions(for: .past)
    let counts = questions.map { question in answered.count { $0 == question.id } }
    guard let least = counts.min(), let place = counts.firstIndex(of: least) else { return nil }
    self.year = year
    choice = wording.choice(questions[place], finding(.past))
    beginning = book.questions(for: .began).first.map { wording.choice($0, finding(.began)) }
    before = chronicle.traces.last { ($0.last?.year ?? year) < year }.map(wording.neighbour)
    after = chronicle.traces.filter { ($0.days.first?.year ?? year) > year }
      .min { ($0.days.first?.daysSinceEpoch ?? 0) < ($1.days.first?.daysSinceEpoch ?? 0) }
      .map(wording.neighbour)
  }
}

extension Wording {
  fileprivate func neighbour(_ trace: Trace) -> Backfill.Neighbour {
    Backfill.Neighbour(title: trace.title.asOneLine, date: when(trace))
  }
}
