import Files
import Notes
import Problems
import Text

/// What a run has to say about a site: its problems, as serious as the site takes them.
package struct Verdict: Sendable {
  /// In the order in which they are reported.
  package let problems: [Problem]

  package var hasErrors: Bool { problems.hasErrors }

  /// `isStrict` makes errors of all warnings that the site does not ignore. The lines that problems
  /// are about are read from the folder.
  package init(
    _ problems: [Problem], _ configuration: Configuration?, isStrict: Bool, in folder: any Folder
  ) {
    let judged = problems.compactMap { problem -> Problem? in
      var problem = problem
      switch configuration?.severities[problem.code] {
      case .ignore where problem.code.canBeEased && problem.severity == .warning: return nil
      case .error: problem = problem.with(severity: .error)
      default: break
      }
      return isStrict ? problem.with(severity: .error) : problem
    }
    var lines: [String: Lines] = [:]
    self.problems = judged.map { problem in
      guard problem.excerpt == nil, problem.place != nil, let file = problem.file else {
        return problem
      }
      if lines[file] == nil, case .success(let source) = SourceFile.read(file, in: folder) {
        lines[file] = source.lines
      }
      return lines[file].map(problem.quoting) ?? problem
    }.sorted()
  }
}
