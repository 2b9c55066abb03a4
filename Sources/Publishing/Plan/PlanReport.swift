import Notes
import Problems
import Text

/// The one place that turns a publish plan into words.
///
/// What is held back is counted, and named only where nobody but its author is likely to read it.
package struct PlanReport: Sendable {
  let plan: PublishPlan
  let naming: Bool
  let display: @Sendable (String) -> String

  package init(
    _ plan: PublishPlan, naming: Bool, display: @escaping @Sendable (String) -> String
  ) {
    self.plan = plan
    self.naming = naming
    self.display = { display($0).printable }
  }

  /// All of it.
  package var text: String {
    var lines = first
    lines += list("Changed", plan.changed ?? [])
    if plan.otherFiles > 0 {
      lines.append("New or changed beside them: \(Self.count(plan.otherFiles, "file")).")
    }
    if !plan.vanished.isEmpty {
      lines.append("Disappears: \(Self.count(plan.vanished.count, "page")).")
      lines += plan.vanished.map { page in
        let reason = page.note.map { note in
          naming ? " (\(display(note.path)) is held back: \(note.reason.words))" : ""
        }
        return "  \(page.address)\(reason ?? "")"
      }
    }
    if lines.isEmpty { lines.append("Nothing would change.") }
    return (lines + held).joined(separator: "\n")
  }

  /// What becomes public for the first time.
  var first: [String] { list("Published for the first time", plan.first) }

  /// The same for the summary of a build, where others may read it only how many.
  var firstInShort: [String] {
    if naming { return first }
    // A first build has nothing to be compared with, and has been counted.
    return plan.isFirstBuild ? [] : Array(first.prefix(1))
  }

  var held: [String] {
    let held = plan.held
    guard !held.isEmpty else { return [] }
    let reasons = Dictionary(grouping: held, by: \.reason.words)
      .sorted { $0.key < $1.key }.map { "\($0.value.count) \($0.key)" }
    let line = "Held back: \(Self.count(held.count, "note")) (\(reasons.joined(separator: ", ")))."
    return [line] + (naming ? held.map { "  \(display($0.path)): \($0.reason.words)" } : [])
  }

  /// An unlisted note is named only where nobody else reads it.
  private func list(_ words: String, _ pages: [PublishPlan.NotePage]) -> [String] {
    guard !pages.isEmpty else { return [] }
    let shown = pages.filter { naming || $0.address != nil }
    let unlisted = pages.count - shown.count
    return ["\(words): \(Self.count(pages.count, "note"))."]
      + shown.map { "  \(display($0.note)): \($0.address ?? "unlisted")" }
      + (unlisted > 0 ? ["  and \(Self.count(unlisted, "unlisted note"))"] : [])
  }

  static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}

extension PlanReport {
  /// What `build --plan --json` prints.
  package func json(_ report: ProblemReport) -> String {
    JSONText.encode(
      Rows(
        first: plan.first.compactMap(row), changed: (plan.changed ?? []).compactMap(row),
        otherFiles: plan.otherFiles, vanished: plan.vanished.map(\.address),
        heldBack: plan.held.count,
        held: naming
          ? plan.held.map { Rows.Held(note: display($0.path), reason: $0.reason.words) } : nil,
        report: JSONReport(report)))
  }

  private func row(_ page: PublishPlan.NotePage) -> Rows.Page? {
    guard naming || page.address != nil else { return nil }
    return Rows.Page(note: display(page.note), address: page.address)
  }

  private struct Rows: Encodable {
    let first: [Page]
    let changed: [Page]
    let otherFiles: Int
    let vanished: [String]
    let heldBack: Int
    let held: [Held]?
    let report: JSONReport

    struct Page: Encodable {
      let note: String
      let address: String?
    }

    struct Held: Encodable {
      let note: String
      let reason: String
    }
  }
}
