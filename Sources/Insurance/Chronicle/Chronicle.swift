import Dates
import Notes

/// An author's notes in the order in which they happened, private ones included, as they are known
/// on one day.
package struct Chronicle: Sendable {
  package let today: CivilDate
  /// The dated ones, oldest first by the day they were last added to.
  package let traces: [Trace]
  package let undated: [Trace]

  package init(_ site: Site, today: CivilDate) {
    self.init(site.notes, site, today: today)
  }

  /// The notes may come in any order.
  init(_ notes: [Note], _ site: Site, today: CivilDate) {
    self.today = today
    let own = site.configuration.language
    var headings: [String: PartHeadings] = [:]
    var found: [Trace] = []
    for note in notes {
      let language = note.matter.language ?? own
      let known =
        headings[language] ?? PartHeadings(site.words.table(in: language).texts)
      headings[language] = known
      if let trace = Trace(note, headings: known, today: today) { found.append(trace) }
    }
    undated = found.filter { $0.days.isEmpty }.sorted { $0.path < $1.path }
    traces = found.filter { !$0.days.isEmpty }.sorted { a, b in
      guard let first = a.last, let second = b.last, first != second else {
        return a.path < b.path
      }
      return first < second
    }
  }

  package var isEmpty: Bool { traces.isEmpty && undated.isEmpty }

  /// How many days ago something was.
  func age(_ day: CivilDate) -> Int { today.daysSinceEpoch - day.daysSinceEpoch }

  /// The days on which something was written while it happened, in their order.
  var livedDays: [CivilDate] {
    Set(traces.filter(\.isLived).flatMap(\.days)).sorted()
  }

  /// The last day that a question of some was answered; in one project, where that is given.
  func lastAnswer(to ids: Set<String>, project: String? = nil) -> CivilDate? {
    let key = project?.lowercased()
    return traces.last { trace in
      guard let answered = trace.answers, ids.contains(answered) else { return false }
      return key == nil || trace.projectKey == key
    }?.last
  }

  /// The ids of notes that a later one says it closed.
  var closed: Set<String> { Set((traces + undated).flatMap(\.closes)) }

  /// Every question that has been answered.
  package var answered: Set<String> { Set((traces + undated).compactMap(\.answers)) }
}
