import Notes
import Problems

/// What a build did, told in a few words.
package struct BuildSummary: Sendable {
  fileprivate let notes: Int
  private let undated: Int
  private let pages: Int
  fileprivate let held: [HeldNote]
  fileprivate let output: OutputSummary
  private let target: String

  package init(_ publication: Publication, _ output: OutputSummary, target: String) {
    notes = publication.portfolio.notes.count
    undated = publication.portfolio.undated.count
    pages = publication.pages.count
    held = publication.held
    self.output = output
    self.target = target
  }

  /// Held-back notes are counted; they are named only where nobody but their author is likely to
  /// read it.
  package func text(naming: Bool, display: (String) -> String) -> String {
    var lines = [
      "Built \(Self.count(notes, "note")) into \(target): "
        + "\(Self.count(output.written, "file")) written, \(output.unchanged) unchanged, "
        + "\(output.removed) removed."
    ]
    if undated > 0 { lines.append("\(Self.count(undated, "note")) without a date: see /undated/.") }
    if !held.isEmpty {
      let reasons = Dictionary(grouping: held, by: \.reason.words)
        .sorted { $0.key < $1.key }.map { "\($0.value.count) \($0.key)" }
      lines.append(
        "Held back: \(Self.count(held.count, "note")) (\(reasons.joined(separator: ", "))).")
      if naming { lines += held.map { "  \(display($0.path)): \($0.reason.words)" } }
    }
    return lines.joined(separator: "\n")
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}

extension HeldNote.Reason {
  var words: String {
    switch self {
    case .visibility(let visibility): visibility.word
    case .draft: "draft"
    case .kind(let kind): "unpublished \(kind.rawValue)"
    case .embargo: "under embargo"
    case .future: "dated in the future"
    }
  }
}

/// What `build --json` prints.
package struct BuildReport: Encodable, Sendable {
  private let notes: Int?
  private let written: Int?
  private let unchanged: Int?
  private let removed: Int?
  private let heldBack: Int?
  private let report: JSONReport

  package init(_ summary: BuildSummary?, _ report: ProblemReport) {
    notes = summary?.notes
    written = summary?.output.written
    unchanged = summary?.output.unchanged
    removed = summary?.output.removed
    heldBack = summary?.held.count
    self.report = JSONReport(report)
  }

  package var json: String { JSONText.encode(self) }
}
