import Problems
import Text

/// A template made ready for one kind of page: nothing is looked up any more while it runs.
///
/// Programs are values, and may run on many threads at once.
package struct Program<Subject: Sendable>: Sendable {
  private let path: String
  private let routines: [Run]
  /// By routine, the tag that includes it.
  private let origins: [Position.Trail?]
  private let slots: Int

  init(path: String, routines: [[Step]], origins: [Position.Trail?], slots: Int) {
    self.path = path
    self.origins = origins
    self.routines = routines.map(\.run)
    self.slots = slots
  }

  /// Writes the page for a subject.
  ///
  /// There is no problem, except where a template goes round in circles through the data, or the
  /// page grows beyond all measure: that cannot be known beforehand. The page then breaks off.
  package func render(_ subject: Subject, to output: inout ByteWriter) -> Problem? {
    var renderer = Renderer(
      routines: routines, slots: slots, root: Held(subject), writingTo: output)
    renderer.start()
    let problem = renderer.limit.map { limit in
      Problem.renderingLimit(limit, at: origins[renderer.routine], file: path)
    }
    output = renderer.finish()
    return problem
  }
}
