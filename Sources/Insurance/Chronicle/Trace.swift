import Dates
import Notes

/// What one note says about its author's work, as far as questions depend on it.
package struct Trace: Sendable {
  package let path: String
  package let id: String?
  package let title: String
  /// The days it is about, in their order: a log has one for each of its updates, an undated note
  /// none.
  package let days: [CivilDate]
  package let precision: Moment.Precision
  package let project: String?
  package let status: String?
  package let role: String?
  package let experience: Experience?
  package let kind: Kind
  package let asks: [String]
  package let offersSomething: Bool
  package let isStuckOnSomething: Bool
  package let namesNext: Bool
  package let wasHelped: Bool
  package let parts: Set<Part>
  package let closes: [String]
  package let answers: String?
  package let isPublic: Bool
  package let isLog: Bool
  package let inFeed: Bool

  /// Nil for a note of the future, which has not happened yet.
  init?(_ note: Note, headings: PartHeadings, today: CivilDate) {
    let text = note.whole ?? note.open
    let matter = note.matter
    let moments = text.updates.isEmpty ? [note.date].compactMap(\.self) : text.updates.map(\.date)
    days = moments.map(\.date).filter { $0 <= today }.sorted()
    guard !days.isEmpty || moments.isEmpty else { return nil }
    precision = moments.map(\.precision).min() ?? .day
    path = note.path
    id = matter.id
    title = text.title.text
    project = matter.project
    status = matter.status?.word
    role = matter.role
    experience = matter.experience
    kind = matter.kind
    asks = matter.asks
    offersSomething = !matter.offers.isEmpty
    isStuckOnSomething = matter.stuckOn != nil
    parts = Set(
      text.document.sections.compactMap { $0.heading.flatMap { headings.part(of: $0.text) } })
    namesNext = matter.next != nil || parts.contains(.next)
    wasHelped = parts.contains(.helpedBy) || matter.people.contains { $0.did != .wasHelped }
    closes = matter.closes
    answers = matter.answers
    isPublic =
      note.visibility == .public && !matter.isDraft
      && (matter.kind == .note || matter.visibility == .public)
    isLog = !text.updates.isEmpty
    inFeed = matter.inFeed
  }

  /// Projects are the same whatever the case of their letters.
  var projectKey: String? { project?.lowercased() }

  /// The day it was last added to.
  var last: CivilDate? { days.last }

  /// Whether it was written while it happened, and not told afterwards.
  var isLived: Bool { !days.isEmpty && precision >= .day && inFeed }
}
