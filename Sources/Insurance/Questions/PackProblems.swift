import Files
import Notes
import Problems

/// The words for what can be wrong with a pack of questions.
extension Problem {
  static func packsUnreadable(_ error: FileError) -> Problem {
    Problem(
      .fileUnreadable, file: error.path,
      "the folder could not be looked through for questions: \(error.explanation)")
  }

  static func questionIncomplete(
    _ what: String, _ file: SourceFile, at range: Range<Int>
  ) -> Problem {
    let lacksID = ["question", "worksheet"].contains(what)
    return Problem(
      .questionIncomplete, file: file.path, at: range, in: file.lines,
      lacksID ? "the \(what) has no id" : "the question “\(what)” asks nothing",
      hint: lacksID
        ? "add one that will never change, such as “id: my-first-question”"
        : "add a line “ask: What …?”; only a question of an earlier pack can go without")
  }

  static func questionTwice(_ id: String, _ file: SourceFile, at range: Range<Int>) -> Problem {
    Problem(
      .questionTwice, file: file.path, at: range, in: file.lines,
      "the id “\(id)” stands in this file a second time", hint: "give each its own")
  }

  static func placeholderUnknown(
    _ name: String, _ known: Set<String>, _ file: SourceFile, at range: Range<Int>
  ) -> Problem {
    Problem(
      .placeholderUnknown, file: file.path, at: range, in: file.lines,
      "“{\(name)}” stands for nothing here",
      hint: known.isEmpty
        ? "the words in braces depend on “when:”, and here there are none"
        : "I know \(known.sorted().map { "{\($0)}" }.spoken)")
  }

  static func questionMissing(
    _ id: String, meant: String?, _ file: SourceFile, at range: Range<Int>
  ) -> Problem {
    Problem(
      .questionUnknown, file: file.path, at: range, in: file.lines,
      "there is no question “\(id)”",
      hint: meant.map { "did you mean “\($0)”?" } ?? "outloud prompt --list says which there are")
  }

  /// A question that is about something of which there is nothing today.
  package static func questionIdle(_ id: String) -> Problem {
    Problem(
      .questionUnknown, "“\(id)” asks about something, and there is nothing of the kind today",
      hint: "outloud prompt --list says what could be asked")
  }

  package static func questionsMissing() -> Problem {
    Problem(
      .questionUnknown, "there is nothing to ask: no pack has a question for today",
      hint: "add one with “when: any” to \(QuestionBook.folder)/")
  }

  package static func editorFailed(_ command: String) -> Problem {
    Problem(
      .editorFailed, "the editor “\(command)” could not be run, and nothing was written",
      hint: "change $VISUAL or $EDITOR, or answer here: outloud prompt --keyboard")
  }

  package static func notKept(_ error: FileError) -> Problem {
    Problem(.outputWrite, "“\(error.path)” could not be read or changed: \(error.explanation)")
  }

  package static func answerEmpty() -> Problem {
    Problem(
      .answerEmpty, "the answer is empty, and nothing was written",
      hint: "two sentences are an answer; one is, too")
  }

  /// A question or worksheet that somebody wants to be asked.
  package static func questionUnknown(
    _ what: String, _ id: String, known: [String], meant: String?
  ) -> Problem {
    Problem(
      .questionUnknown, "there is no \(what) “\(id)”",
      hint: meant.map { "did you mean “\($0)”?" }
        ?? (known.count <= 10
          ? "I know \(known.spoken)" : "outloud prompt --list says which there are"))
  }
}
