import Notes

/// The parts that a new note may have, in the site's language, each with a question that its author
/// alone sees: a comment, below a heading that is not shown while nothing else stands there.
package struct PartQuestions: Sendable {
  private let parts: [(heading: String, question: String)]

  /// Among the words of a language are `part_why` and `question_why`.
  package init(in words: [String: String]) {
    let headings = PartHeadings(words)
    parts = Part.allCases.compactMap { part in
      guard let heading = headings.heading(of: part),
        let question = words["question_\(part.rawValue)"]
      else { return nil }
      // Two hyphens could end the comment.
      return (heading, question.replacing("--", with: "–"))
    }
  }

  package var text: String {
    parts.map { "\n## \($0.heading)\n\n<!-- \($0.question) -->\n" }.joined()
  }
}
