import Problems

/// A question as JSON, and the note that its answer was kept in.
package struct PromptReport: Encodable, Sendable {
  let question: ChoiceRow
  let worksheet: SheetRow?
  let note: String?

  struct SheetRow: Encodable, Sendable {
    let id: String
    let title: String
    let number: Int
  }

  package init(_ asked: Asked, note: String?) {
    question = ChoiceRow(asked.choice)
    worksheet = asked.sheet.map { SheetRow(id: $0.id, title: $0.title, number: $0.number) }
    self.note = note
  }

  package var json: String { JSONText.encode(self) }
}

/// A question in its occasion, as JSON has it.
struct ChoiceRow: Encodable, Sendable {
  let id: String
  let ask: String
  let because: String?
  let hint: String?
  let when: String
  let about: String?
  let project: String?
  let since: String?
  let year: Int?
  let due: String?
  let fills: String?

  init(_ choice: Agenda.Choice) {
    id = choice.question.id
    ask = choice.ask
    because = choice.because.isEmpty ? nil : choice.because
    hint = choice.question.hint
    when = choice.finding.occasion.rawValue
    about = choice.finding.name
    project = choice.finding.project
    since = choice.finding.since?.description
    year = choice.finding.year
    due = choice.finding.due?.description
    fills = choice.question.fill?.word
  }
}
