/// A call of one routine by another with no list and no object entered in between, so that nothing
/// in the data can end it.
struct Call {
  let from: Int
  let to: Int
  let name: String
  let range: Range<Int>
  let source: TemplateSource
}

extension [Call] {
  /// The calls that come back to where they began.
  ///
  /// Calls from where nothing comes, and to where nothing goes on, are taken away until only
  /// circles are left, and what leads from one circle to another.
  var endless: [Call] {
    var left = self
    while true {
      let callers = Set(left.map(\.from))
      let called = Set(left.map(\.to))
      let circling = left.filter { callers.contains($0.to) && called.contains($0.from) }
      if circling.count == left.count { return left }
      left = circling
    }
  }
}
