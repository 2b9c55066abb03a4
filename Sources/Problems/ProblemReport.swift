import Text

/// The one place that turns problems into words.
package struct ProblemReport: Sendable {
  package let problems: [Problem]
  /// Turns a path of the site into one that the reader can open from where they stand.
  let display: @Sendable (String) -> String
  /// Whether the lines of leaks are shown, with the leaks blotted out: only where nobody but their
  /// author is likely to look.
  let showsLeaks: Bool

  package init(
    _ problems: [Problem], showsLeaks: Bool = false,
    display: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.problems = problems.sorted()
    self.showsLeaks = showsLeaks
    self.display = display
  }

  /// The problems as a compiler prints them: place, message, code, then the line with a caret.
  package var text: String {
    problems.map(text(of:)).joined()
  }

  private func text(of problem: Problem) -> String {
    var lines = [
      "\(location(of: problem).map { $0 + ": " } ?? "")\(problem.severity): \(problem.message) [\(problem.code.rawValue)]"
    ]
    let isShown = showsLeaks || !problem.code.isLeak
    if isShown, let place = problem.place, let excerpt = problem.excerpt {
      lines += Excerpt(line: excerpt, place: place, hint: problem.hint).lines
    } else if let hint = problem.hint {
      lines.append("  hint: \(hint)")
    }
    for note in problem.notes {
      let prefix = location(of: note).map { "  \($0): " } ?? "  "
      lines.append("\(prefix)note: \(note.message)")
    }
    // A file's name, too, may hold a line break that would begin a line of its own.
    return lines.map { $0.printable + "\n" }.joined()
  }

  /// File, line and column, as far as they are known.
  func location(of problem: Problem) -> String? {
    guard let file = problem.file else { return nil }
    guard let place = problem.place else { return display(file) }
    return "\(display(file)):\(place.line):\(place.column)"
  }

  func location(of note: Problem.Note) -> String? {
    let place = [note.file.map(display), note.line.map(String.init)].compactMap(\.self)
    return place.isEmpty ? nil : place.joined(separator: ":")
  }
}
