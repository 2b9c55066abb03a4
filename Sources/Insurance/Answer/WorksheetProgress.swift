import Notes

/// How far somebody has come in a worksheet.
package struct WorksheetProgress: Sendable {
  package let worksheet: Worksheet
  package let answered: Int
  /// The place of the first question without an answer, counted from 0; nil at the end.
  private let place: Int?

  package init(_ worksheet: Worksheet, _ chronicle: Chronicle) {
    self.init(worksheet, answered: chronicle.answered)
  }

  /// With the ids of all questions that have an answer.
  package init(_ worksheet: Worksheet, answered: Set<String>) {
    self.worksheet = worksheet
    self.answered = worksheet.questions.count { answered.contains($0) }
    place = worksheet.questions.firstIndex { !answered.contains($0) }
  }

  /// The first question without an answer; nil at the end.
  package func next(_ book: QuestionBook, _ wording: Wording) -> Asked? {
    guard let place, let question = book.question(worksheet.questions[place]) else { return nil }
    return Asked(
      wording.choice(question, Finding(.worksheet)),
      on: Asked.Sheet(id: worksheet.id, title: worksheet.title, number: place + 1))
  }
}

/// A question that is put to somebody, alone or on a worksheet.
package struct Asked: Sendable {
  package let choice: Agenda.Choice
  package let sheet: Sheet?

  package struct Sheet: Hashable, Sendable {
    package let id: String
    package let title: String
    /// Of the question, counted from 1.
    package let number: Int
  }

  package init(_ choice: Agenda.Choice, on sheet: Sheet? = nil) {
    self.choice = choice
    self.sheet = sheet
  }

  /// The question, why it is asked, and how little is enough.
  package var text: String {
    var lines = [sheet.map { "\($0.title), \($0.number): \(choice.ask)" } ?? choice.ask]
    if sheet == nil, !choice.because.isEmpty { lines.append("  \(choice.because)") }
    if let hint = choice.question.hint { lines.append("  \(hint)") }
    return lines.joined(separator: "\n")
  }
}
