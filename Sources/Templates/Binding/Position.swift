/// Where in the templates the binder is.
struct Position {
  let template: Template
  let overrides: Int
  var stack: Stack
  let routine: Int
  /// Whether a list or an object has been entered since the routine began.
  var isGuarded = false
  /// The tags by which it came here, the innermost last.
  let trail: [Trail]
  var nesting: Int
  var place: Place

  struct Trail {
    let source: TemplateSource
    let range: Range<Int>
  }

  func entering(_ stack: Stack, isGuard: Bool) -> Position {
    var inner = self
    inner.stack = stack
    inner.isGuarded = isGuarded || isGuard
    return inner
  }
}
