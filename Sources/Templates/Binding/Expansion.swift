/// What a routine is the expansion of. The same expansion is made once only.
struct Expansion: Hashable {
  enum Body: Hashable {
    case template(String)
    case block(of: String, Range<Int>)
  }

  let body: Body
  /// The binder's number for them.
  let overrides: Int
  let stack: Stack
  let place: Place

  init(of body: Body, overrides: Int, stack: Stack, in place: Place) {
    self.body = body
    self.overrides = overrides
    self.stack = stack
    self.place = place
  }
}
