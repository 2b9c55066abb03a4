import Foundation

extension ProblemReport {
  /// The problems as JSON: an object with `problems` and the number of errors and warnings.
  package var json: String {
    JSONText.encode(JSONReport(self))
  }

  /// “2 errors and 1 warning”.
  package var count: String {
    let errors = problems.count { $0.severity == .error }
    let warnings = problems.count - errors
    let parts = [(errors, "error"), (warnings, "warning")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return parts.isEmpty ? "no problems" : parts.joined(separator: " and ")
  }
}

/// JSON for people and programs: indented, keys in alphabetical order.
package enum JSONText {
  package static func encode(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "null" }
    return String(decoding: data, as: UTF8.self)
  }
}

/// What `check --format json` prints.
package struct JSONReport: Encodable, Sendable {
  let problems: [Row]
  let errors: Int
  let warnings: Int

  package init(_ report: ProblemReport) {
    problems = report.problems.map { Row($0, report.display) }
    errors = report.problems.count { $0.severity == .error }
    warnings = report.problems.count - errors
  }

  struct Row: Encodable, Sendable {
    let code: String
    let severity: String
    let message: String
    let file: String?
    let line: Int?
    let column: Int?
    let length: Int?
    let hint: String?
    let notes: [Note]

    struct Note: Encodable, Sendable {
      let message: String
      let file: String?
      let line: Int?
    }

    init(_ problem: Problem, _ display: (String) -> String) {
      code = problem.code.rawValue
      severity = problem.severity.rawValue
      message = problem.message
      file = problem.file.map(display)
      line = problem.place?.line
      column = problem.place?.column
      length = problem.place?.length
      hint = problem.hint
      notes = problem.notes.map {
        Note(message: $0.message, file: $0.file.map(display), line: $0.line)
      }
    }
  }
}
