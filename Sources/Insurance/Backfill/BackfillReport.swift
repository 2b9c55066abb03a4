import Problems

extension Backfill {
  /// How far somebody has come back.
  package var progress: String {
    let notes =
      told == 0
      ? ""
      : told == 1 ? ", with one note of years gone by" : ", with \(told) notes of years gone by"
    return "You have come back as far as \(reach)\(notes)."
  }

  /// As JSON, with the note that an answer was kept in.
  package func json(note: String? = nil) -> String {
    JSONText.encode(
      Row(
        year: step?.year, question: step.map { ChoiceRow($0.choice) },
        before: step?.before.map(Row.Neighbour.init), after: step?.after.map(Row.Neighbour.init),
        reach: reach, told: told, note: note))
  }

  private struct Row: Encodable {
    let year: Int?
    let question: ChoiceRow?
    let before: Neighbour?
    let after: Neighbour?
    let reach: Int
    let told: Int
    let note: String?

    struct Neighbour: Encodable {
      let title: String
      let date: String

      init(_ neighbour: Backfill.Neighbour) {
        title = neighbour.title
        date = neighbour.date
      }
    }
  }
}

extension Backfill.Step {
  /// The question, and what is known around its year.
  package var text: String {
    var lines = [choice.ask]
    if let before { lines.append("  Before it: “\(before.title)” (\(before.date))") }
    if let after { lines.append("  After it: “\(after.title)” (\(after.date))") }
    if let hint = choice.question.hint { lines.append("  \(hint)") }
    return lines.joined(separator: "\n")
  }
}
