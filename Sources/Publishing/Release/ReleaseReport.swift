import Notes
import Pictures
import Problems
import Redaction

/// The one place that turns a release into words: what will be seen, by whom, and what was done.
package struct ReleaseReport: Sendable {
  let release: Release
  /// Whether names may be shown: only where nobody but their author is likely to look.
  let naming: Bool
  let display: @Sendable (String) -> String

  package init(
    _ release: Release, naming: Bool, display: @escaping @Sendable (String) -> String
  ) {
    self.release = release
    self.naming = naming
    self.display = display
  }

  /// What is shown before anybody is asked.
  package var preview: String {
    var lines = ["“\(release.title)”, \(PlanReport.count(release.words, "word")):", ""]
    lines += Self.visible(release.text.bytes).map { $0.isEmpty ? "" : "  \($0)" } + [""]
    lines += changes + files
    lines.append("Seen by \(audience).")
    if release.reach != .coach { lines.append("Address: \(release.address)") }
    return lines.joined(separator: "\n")
  }

  /// What differs from the note.
  private var changes: [String] {
    let text = release.text
    var lines: [String] = []
    if !text.replacements.isEmpty {
      lines.append("Replaced: \(PlanReport.count(text.replacements.count, "name")).")
      if naming { lines += pairs }
    }
    let addresses = text.replacements.count(where: \.isAddress)
    if addresses > 0 {
      lines.append(
        "Changed in addresses and names of files: \(addresses). Look whether these still lead somewhere."
      )
    }
    if text.privateLines > 0 {
      lines.append("Left out: \(PlanReport.count(text.privateLines, "line")) of private blocks.")
    }
    if !text.leftOut.isEmpty {
      lines.append("Left out of the front matter: \(text.leftOut.spoken).")
    }
    return lines
  }

  private var pairs: [String] {
    var counts: [(old: String, new: String, count: Int)] = []
    for replacement in release.text.replacements {
      let (old, new) = (Self.oneLine(replacement.old), Self.oneLine(replacement.new))
      if let index = counts.firstIndex(where: { $0.old == old && $0.new == new }) {
        counts[index].count += 1
      } else {
        counts.append((old, new, 1))
      }
    }
    return counts.map { old, new, count in
      "  “\(old)” by “\(new)”\(count == 1 ? "" : ", \(count) times")"
    }
  }

  private var files: [String] {
    guard !release.files.isEmpty else { return [] }
    return ["With it: \(PlanReport.count(release.files.count, "file"))."]
      + release.files.map { file in
        let removed = file.removed.sorted().map(\.words)
        let without = removed.isEmpty ? "" : ", without \(removed.spoken)"
        return "  \(display(file.target))\(without)"
      }
  }

  private var audience: String {
    switch release.reach {
    case .public: "everyone, once the site is built and published"
    case .unlisted:
      "anyone who has the address, which nothing leads to and nobody can guess; whoever has it can read it and pass it on"
    case .coach: "your coach, in what “outloud build --for coach” makes"
    }
  }

  /// What was done.
  package var done: String {
    var lines = [
      "\(release.isUpdate ? "Published again" : "Published"): “\(release.title)”."
    ]
    if release.source == release.target {
      lines.append("  \(display(release.target)) says it")
    } else if release.keepsOriginal {
      lines.append("  \(display(release.target)) is its public copy")
      lines.append("  \(display(release.source)) stays as it was")
    } else {
      lines.append("  \(display(release.source)) is \(display(release.target)) now")
    }
    lines += release.files.map { file in
      switch file.way {
      case .moves: "  \(display(file.source)) is \(display(file.target)) now"
      case .copies: "  \(display(file.target)) is a copy; \(display(file.source)) stays"
      case .isThere: "  \(display(file.target)) is there already"
      }
    }
    lines.append(
      release.reach == .coach
        ? "Next: outloud build --for coach"
        : "Next: outloud build, and publish the result as you always do.")
    return lines.joined(separator: "\n")
  }

  /// Lines of a text, without what could write to the terminal.
  private static func visible(_ bytes: [UInt8]) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      oneLine(String($0))
    }
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func oneLine(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      if scalar == "\n" || scalar == "\r" { return " " }
      return scalar != "\t" && scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }
}

extension ReleaseReport {
  /// What `--json` prints of one note.
  package func json(isDone: Bool, _ report: ProblemReport) -> String {
    JSONText.encode(
      Row(
        source: display(release.source), target: display(release.target), title: release.title,
        audience: release.reach.rawValue,
        address: release.reach == .coach || release.address.isEmpty ? nil : release.address,
        words: release.words, text: String(decoding: release.text.bytes, as: UTF8.self),
        replaced: release.text.replacements.count, privateLines: release.text.privateLines,
        files: release.files.map { display($0.target) }, published: isDone,
        report: JSONReport(report)))
  }

  private struct Row: Encodable {
    let source: String
    let target: String
    let title: String
    let audience: String
    let address: String?
    let words: Int
    let text: String
    let replaced: Int
    let privateLines: Int
    let files: [String]
    let published: Bool
    let report: JSONReport
  }
}

/// The list of what could be published, in words and as JSON.
package struct CandidateReport: Sendable {
  let candidates: [ReleaseCandidate]
  let display: @Sendable (String) -> String

  package init(
    _ candidates: [ReleaseCandidate], display: @escaping @Sendable (String) -> String
  ) {
    self.candidates = candidates
    self.display = display
  }

  package var text: String {
    guard !candidates.isEmpty else { return "Nothing waits to be published." }
    return candidates.flatMap { candidate in
      var lines = [
        "\(display(candidate.path)): “\(candidate.title)”, \(candidate.date ?? "undated"), "
          + PlanReport.count(candidate.words, "word")
      ]
      if let copy = candidate.copy { lines.append("  differs from \(display(copy))") }
      if candidate.visibility == .coach { lines.append("  your coach sees it") }
      lines += candidate.obstacles.map { problem in
        "  in the way: \(problem.place.map { "line \($0.line): " } ?? "")\(problem.message)"
      }
      return lines
    }.joined(separator: "\n")
  }

  package var json: String {
    JSONText.encode(
      candidates.map { candidate in
        Row(
          note: display(candidate.path), title: candidate.title, date: candidate.date,
          words: candidate.words, copy: candidate.copy.map(display),
          visibility: candidate.visibility.word, inTheWay: candidate.obstacles.map(\.message))
      })
  }

  private struct Row: Encodable {
    let note: String
    let title: String
    let date: String?
    let words: Int
    let copy: String?
    let visibility: String
    let inTheWay: [String]
  }
}
