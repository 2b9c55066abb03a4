import Text

/// Something wrong in the user's files: what it is, where it is, and what may help.
///
/// Problems are values. They are collected, never thrown one at a time, so that one run reports
/// them all; `ProblemReport` turns them into text and JSON.
package struct Problem: Error, Hashable, Sendable {
  package let code: Code
  package let severity: Severity
  /// The file's path, relative to the site's folder; nil for a problem of no one file.
  package let file: String?
  package let place: Place?
  package let message: String
  /// What may help, printed after the caret: a suggestion, or where to look.
  package let hint: String?
  /// Other places that belong to it, such as the first of two notes that want one address.
  package let notes: [Note]
  /// The words of the line at `place`, to be shown with a caret.
  package let excerpt: String?

  package struct Note: Hashable, Sendable {
    package let message: String
    package let file: String?
    package let line: Int?

    package init(_ message: String, file: String? = nil, line: Int? = nil) {
      self.message = message
      self.file = file
      self.line = line
    }
  }

  /// A problem of a whole file, or of none.
  package init(
    _ code: Code,
    file: String? = nil,
    _ message: String,
    hint: String? = nil,
    notes: [Note] = []
  ) {
    self.init(
      code: code, severity: code.severity, file: file, place: nil, message: message, hint: hint,
      notes: notes, excerpt: nil)
  }

  /// A problem at a range of bytes of a file, which is shown with its line and a caret.
  package init(
    _ code: Code,
    file: String,
    at range: Range<Int>,
    in lines: Lines,
    _ message: String,
    hint: String? = nil,
    notes: [Note] = []
  ) {
    let line = lines.line(at: range.lowerBound)
    let end = min(range.upperBound, lines.range(ofLine: line).upperBound)
    let span = lines.bytes[range.lowerBound..<max(range.lowerBound, end)]
    let place = Place(
      line: line,
      column: lines.column(at: range.lowerBound),
      length: max(1, String(decoding: span, as: UTF8.self).count))
    self.init(
      code: code, severity: code.severity, file: file, place: place, message: message, hint: hint,
      notes: notes, excerpt: lines.text(ofLine: line))
  }

  /// A problem at a place of a file; `quoting(_:)` adds the line.
  package init(
    _ code: Code,
    file: String,
    at place: Place,
    _ message: String,
    hint: String? = nil,
    notes: [Note] = []
  ) {
    self.init(
      code: code, severity: code.severity, file: file, place: place, message: message, hint: hint,
      notes: notes, excerpt: nil)
  }

  private init(
    code: Code, severity: Severity, file: String?, place: Place?, message: String, hint: String?,
    notes: [Note], excerpt: String?
  ) {
    self.code = code
    self.severity = severity
    self.file = file
    self.place = place
    self.message = message
    self.hint = hint
    self.notes = notes
    self.excerpt = excerpt
  }

  /// The same problem with other words for its line.
  package func showing(_ excerpt: String) -> Problem {
    Problem(
      code: code, severity: severity, file: file, place: place, message: message, hint: hint,
      notes: notes, excerpt: excerpt)
  }

  /// The same problem with another place that belongs to it.
  package func adding(_ note: Note) -> Problem {
    Problem(
      code: code, severity: severity, file: file, place: place, message: message, hint: hint,
      notes: notes + [note], excerpt: excerpt)
  }

  /// The same problem, taken more or less seriously.
  package func with(severity: Severity) -> Problem {
    Problem(
      code: code, severity: severity, file: file, place: place, message: message, hint: hint,
      notes: notes, excerpt: excerpt)
  }
}

extension Problem {
  /// The same problem with the words of its line, if it has a place and no words yet.
  package func quoting(_ lines: Lines) -> Problem {
    guard let place, excerpt == nil else { return self }
    return quoting(lines.text(ofLine: place.line))
  }

  /// The same problem with words for its line: fewer of them than there are, where the others may be
  /// nobody's to read.
  package func quoting(_ words: String) -> Problem {
    Problem(
      code: code, severity: severity, file: file, place: place, message: message, hint: hint,
      notes: notes, excerpt: words)
  }
}

/// Where in a file: line and column counted from 1, the length in characters.
package struct Place: Hashable, Comparable, Sendable {
  package let line: Int
  package let column: Int
  package let length: Int

  package init(line: Int, column: Int, length: Int = 1) {
    self.line = line
    self.column = column
    self.length = length
  }

  package static func < (a: Place, b: Place) -> Bool {
    (a.line, a.column, a.length) < (b.line, b.column, b.length)
  }
}

/// How serious a problem is. An error keeps the site from being written; a warning does not.
package enum Severity: String, Sendable, CaseIterable {
  case warning, error
}

extension Problem: Comparable {
  /// The order in which they are reported: by file and place, those of no file first; the same one by what met it.
  package static func < (a: Problem, b: Problem) -> Bool {
    let start = Place(line: 0, column: 0, length: 0)
    return (
      a.file ?? "", a.place ?? start, a.code.rawValue, a.message, a.notes.first?.file ?? ""
    ) < (b.file ?? "", b.place ?? start, b.code.rawValue, b.message, b.notes.first?.file ?? "")
  }
}

extension Sequence<Problem> {
  package var hasErrors: Bool { contains { $0.severity == .error } }
}
