import Dates
import Notes
import Text

/// What is worth asking an author on one day, the first first.
///
/// It follows from the notes, the day and what the site says of its rhythm, and from nothing else:
/// no memory is kept of what was asked, only notes say what was answered.
package struct Agenda: Sendable {
  package let choices: [Choice]
  /// Why nothing is due; nil where something may be.
  package let rest: Rest?
  /// What is said before a question when nothing is due.
  package let preface: String?

  /// A question in the words of its occasion.
  package struct Choice: Hashable, Sendable {
    package let question: Question
    package let finding: Finding
    package let ask: String
    package let because: String
  }

  package enum Rest: Hashable, Sendable {
    case away(until: CivilDate)
    /// The author has written as often as they find enough.
    case enough
  }

  /// What falls due, and not only could be asked.
  package var due: [Choice] { rest == nil ? choices.filter { $0.finding.due != nil } : [] }

  package init(_ chronicle: Chronicle, _ site: Site, _ book: QuestionBook) {
    let configuration = site.configuration
    let pace = Pace(configuration.rhythm)
    let wording = Wording(site, book, today: chronicle.today)
    let away = configuration.away.flatMap { $0.date > chronicle.today ? $0 : nil }
    if let away {
      rest = .away(until: away.date)
      preface = wording.preface(away: away)
    } else if let last = chronicle.livedDays.last, chronicle.age(last) < pace.days {
      rest = .enough
      preface = wording.preface(enough: configuration.rhythm)
    } else {
      rest = nil
      preface = nil
    }
    let findings =
      away == nil
      ? Self.findings(chronicle, pace, book)
      : chronicle.isEmpty ? [Finding(.first), Finding(.any)] : [Finding(.any)]
    let rows = findings.map { finding in
      book.ranked(for: finding, chronicle, pace).compactMap { wording.choice($0, finding) }
    }
    choices = Self.interleaved(rows)
  }

  /// A question by its id, in the words of today; nil for one that there is no occasion for.
  package func choice(
    of question: Question, _ wording: Wording
  ) -> Choice? {
    if let choice = choices.first(where: { $0.question.id == question.id }) { return choice }
    guard Placeholders.unknown(in: question.ask, but: []) == nil else { return nil }
    return wording.choice(question, Finding(.worksheet))
  }

  private static func findings(
    _ chronicle: Chronicle, _ pace: Pace, _ book: QuestionBook
  ) -> [Finding] {
    let lacks = chronicle.lacks
    let turn = lacks.isEmpty ? 0 : chronicle.today.dayNumber % lacks.count
    let open = chronicle.openEnds(pace)
    // Whoever is stuck is not asked to look back first.
    return chronicle.beginnings(pace) + open.filter { $0.occasion == .stuck }
      + chronicle.checkIns(pace, book) + open.filter { $0.occasion != .stuck } + lacks[turn...]
      + lacks[..<turn] + [Finding(.any)]
  }

  /// The first of each row, then the second of each, and so on: what comes next is about something
  /// else. No question stands there twice.
  private static func interleaved(_ rows: [[Choice]]) -> [Choice] {
    var choices: [Choice] = []
    var rows = rows.map { $0[...] }
    var seen: Set<String> = []
    while rows.contains(where: { !$0.isEmpty }) {
      for index in rows.indices {
        while let choice = rows[index].popFirst() {
          guard seen.insert(choice.question.id).inserted else { continue }
          choices.append(choice)
          break
        }
      }
    }
    return choices
  }
}

extension QuestionBook {
  /// The questions for a finding: those never answered, or longest ago, first; another one each day.
  fileprivate func ranked(
    for finding: Finding, _ chronicle: Chronicle, _ pace: Pace
  ) -> [Question] {
    let questions = questions(for: finding.occasion)
    guard !questions.isEmpty else { return [] }
    let ids = Set(questions.map(\.id))
    if finding.occasion != .any, finding.year == nil,
      let last = chronicle.lastAnswer(to: ids, project: finding.project),
      chronicle.age(last) < finding.occasion.rest(pace)
    {
      return []
    }
    let turn = finding.occasion == .past ? 0 : chronicle.today.dayNumber
    let ranked = questions.enumerated().map { place, question in
      (
        question: question,
        last: chronicle.lastAnswer(to: [question.id], project: finding.project),
        place: (place + questions.count - turn % questions.count) % questions.count
      )
    }.filter { row in
      // What was answered since is not open any more.
      guard let since = finding.since, let last = row.last else { return true }
      return last < since
    }
    let never = CivilDate(daysSinceEpoch: 0)
    return ranked.sorted { ($0.last ?? never, $0.place) < ($1.last ?? never, $1.place) }
      .map(\.question)
  }
}

extension Occasion {
  /// For how many days it is not thought of again once it was answered.
  fileprivate func rest(_ pace: Pace) -> Int {
    Self.lacks.contains(self) || self == .back ? max(31, pace.rest) : pace.rest
  }
}

extension CivilDate {
  /// Counted from a day so long ago that it is never negative.
  var dayNumber: Int { daysSinceEpoch + 719_468 }
}
