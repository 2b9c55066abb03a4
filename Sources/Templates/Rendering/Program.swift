import Problems
import Text

/// A template made ready for one kind of page: nothing is looked up any more while it runs.
///
/// Programs are values, and may run on many threads at once.
package struct Program<Subject: Sendable>: Sendable {
  private let path: String
  private let start: Run
  /// By routine, those that are called from inside themselves.
  private let recursive: [Run?]
  /// By routine, the tag that includes it.
  private let origins: [Position.Trail?]
  private let slots: Int

  init(path: String, routines: [[Step]], origins: [Position.Trail?], slots: Int) {
    self.path = path
    self.origins = origins
    var runs = Runs(routines)
    start = runs.run(ofRoutine: 0)
    recursive = runs.recursive
    self.slots = slots
  }

  /// Writes the page for a subject.
  ///
  /// There is no problem, except where a template goes round in circles through the data, or the
  /// page grows beyond all measure: that cannot be known beforehand. The page then breaks off.
  package func render(_ subject: Subject, to output: inout ByteWriter) -> Problem? {
    var renderer = Renderer(recursive: recursive, writingTo: output)
    Scope.with(subject) { renderer.start(start, of: $0, slots: slots) }
    let problem = renderer.limit.map { limit in
      Problem.renderingLimit(limit, at: origins[renderer.routine], file: path)
    }
    output = renderer.finish()
    return problem
  }
}
