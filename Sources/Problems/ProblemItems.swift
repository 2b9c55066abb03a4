extension ProblemReport {
  /// A problem in its parts, for where it is shown and not printed.
  package struct Item: Sendable {
    package let isError: Bool
    /// File, line and column, as far as they are known.
    package let place: String?
    package let message: String
    /// The line it is about, and a caret beneath.
    package let excerpt: String?
    package let hint: String?
    package let notes: [String]
  }

  package var items: [Item] { problems.map(item(of:)) }

  private func item(of problem: Problem) -> Item {
    let isShown = showsLeaks || !problem.code.isLeak
    var excerpt: String?
    if isShown, let place = problem.place, let line = problem.excerpt {
      excerpt = Excerpt(line: line, place: place, hint: nil).lines.joined(separator: "\n")
    }
    return Item(
      isError: problem.severity == .error, place: location(of: problem),
      message: problem.message, excerpt: excerpt, hint: problem.hint,
      notes: problem.notes.map { note in
        location(of: note).map { "\(note.message): \($0)" } ?? note.message
      })
  }
}
