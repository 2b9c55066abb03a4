import Notes
import Problems

/// What a build did, told in a few words.
package struct BuildSummary: Sendable {
  fileprivate let notes: Int
  private let undated: Int
  private let unlisted: Int
  private let pages: Int
  fileprivate let plan: PublishPlan
  fileprivate let output: OutputSummary
  private let target: String

  /// `plan` is what was to be expected.
  package init(
    _ publication: Publication, _ plan: PublishPlan, _ output: OutputSummary, target: String
  ) {
    notes = publication.portfolio.notes.count
    undated = publication.portfolio.undated.count
    unlisted = publication.portfolio.unlisted.count
    pages = publication.pages.count
    self.plan = plan
    self.output = output
    self.target = target
  }

  /// Held-back notes are counted; they are named only where nobody but their author is likely to
  /// read it.
  package func text(
    naming: Bool, display: @escaping @Sendable (String) -> String
  ) -> String {
    let report = PlanReport(plan, naming: naming, display: display)
    var lines = [
      "Built \(PlanReport.count(notes, "note")) into \(target): "
        + "\(PlanReport.count(output.written, "file")) written, \(output.unchanged) unchanged, "
        + "\(output.removed) removed."
    ]
    if undated > 0 {
      lines.append("\(PlanReport.count(undated, "note")) without a date: see /undated/.")
    }
    if unlisted > 0 {
      lines.append(
        "\(PlanReport.count(unlisted, "unlisted note")): whoever has the address can read it.")
    }
    return (lines + report.firstInShort + report.held).joined(separator: "\n")
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
  private let publishedFirst: Int?
  private let report: JSONReport

  package init(_ summary: BuildSummary?, _ report: ProblemReport) {
    notes = summary?.notes
    written = summary?.output.written
    unchanged = summary?.output.unchanged
    removed = summary?.output.removed
    heldBack = summary?.plan.held.count
    publishedFirst = summary?.plan.first.count
    self.report = JSONReport(report)
  }

  package var json: String { JSONText.encode(self) }
}
