import Problems

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

  /// Appends the page for a subject.
  ///
  /// The result is nil, except where a template goes round in circles through the data, or the
  /// page grows beyond all measure: that cannot be known beforehand. The page then breaks off.
  package func render(_ subject: Subject, into output: inout [UInt8]) -> Problem? {
    var renderer = Renderer(
      routines: routines, slots: slots, root: Held(subject), output: output)
    output = []
    renderer.start()
    output = renderer.output
    return renderer.limit.map {
      .renderingLimit($0, at: origins[renderer.routine], file: path)
    }
  }

  /// The page for a subject, and what kept it from being whole, if anything.
  package func render(_ subject: Subject) -> (bytes: [UInt8], problem: Problem?) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16_384)
    let problem = render(subject, into: &bytes)
    return (bytes, problem)
  }
}
