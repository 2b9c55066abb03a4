import Dates
import Notes

/// A link to the page of a note, as other pages show it.
struct NoteLink: Sendable {
  let note: PublishedNote
  let href: String
  let date: String
  let dateText: String
  let summary: String
  /// Of a tie: whether the work was stuck, and not only a question open.
  let wasStuck: Bool

  /// With the date of its newest entry, unless another is given.
  init(
    _ note: PublishedNote, _ portfolio: Portfolio, _ strings: Strings, date: Moment? = nil,
    summary: String? = nil, wasStuck: Bool = false
  ) {
    let moment = date ?? note.latest
    self.note = note
    href = portfolio.href(note.route)
    self.date = moment?.html ?? ""
    dateText = moment.map { strings.date($0) } ?? ""
    self.summary = summary ?? note.summary
    self.wasStuck = wasStuck
  }
}
