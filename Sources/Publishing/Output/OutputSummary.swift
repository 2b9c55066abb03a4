import Problems

/// What a build did to the output folder, in files.
package struct OutputSummary: Hashable, Sendable {
  /// New or changed.
  package let written: Int
  /// Left as they stood.
  package let unchanged: Int
  package let removed: Int

  package init(written: Int, unchanged: Int, removed: Int) {
    self.written = written
    self.unchanged = unchanged
    self.removed = removed
  }
}

/// Why nothing was published, or not yet all of it: one problem at least.
package struct OutputFailure: Error, Hashable, Sendable {
  package let problems: [Problem]

  init(_ problems: [Problem]) {
    self.problems = problems
  }

  init(_ problem: Problem) {
    problems = [problem]
  }
}
