import Problems

/// What could be asked on a day, what of it is due, and the worksheets.
package struct PromptList: Sendable {
  private let agenda: Agenda
  private let sheets: [WorksheetProgress]

  /// More of them would be a pile.
  private static let limit = 10

  package init(_ agenda: Agenda, _ chronicle: Chronicle, _ book: QuestionBook) {
    self.agenda = agenda
    sheets = book.worksheets.map { WorksheetProgress($0, chronicle) }
  }

  package var text: String {
    var blocks: [String] = []
    let due = agenda.due
    if let preface = agenda.preface { blocks.append("\(preface):") }
    if !due.isEmpty { blocks.append("Due:\n" + Self.lines(due)) }
    let rest = agenda.choices.filter { !due.contains($0) }.prefix(Self.limit)
    if !rest.isEmpty { blocks.append("Worth asking:\n" + Self.lines(Array(rest))) }
    let width = sheets.map(\.worksheet.id.count).max() ?? 0
    let rows = sheets.map { progress in
      let id = progress.worksheet.id
      let padding = String(repeating: " ", count: width - id.count)
      let count = progress.answered
      let done = count == 0 ? "" : count == 1 ? " One is answered." : " \(count) are answered."
      return
        "  \(id)\(padding)  \(progress.worksheet.title). \(progress.worksheet.hint ?? "")\(done)"
    }
    if !rows.isEmpty { blocks.append("Worksheets:\n" + rows.joined(separator: "\n")) }
    return blocks.joined(separator: "\n\n")
  }

  private static func lines(_ choices: [Agenda.Choice]) -> String {
    choices.map { "  \($0.ask) [\($0.question.id)]\n      \($0.because)" }.joined(separator: "\n")
  }

  package var json: String {
    JSONText.encode(
      Rows(
        due: agenda.due.map(ChoiceRow.init), questions: agenda.choices.map(ChoiceRow.init),
        rest: agenda.preface,
        worksheets: sheets.map {
          Rows.Sheet(
            id: $0.worksheet.id, title: $0.worksheet.title, questions: $0.worksheet.questions.count,
            answered: $0.answered)
        }))
  }

  private struct Rows: Encodable {
    let due: [ChoiceRow]
    let questions: [ChoiceRow]
    let rest: String?
    let worksheets: [Sheet]

    struct Sheet: Encodable {
      let id: String
      let title: String
      let questions: Int
      let answered: Int
    }
  }
}
