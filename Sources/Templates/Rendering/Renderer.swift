import Text

/// The state of a program while it runs.
struct Renderer: ~Copyable {
  enum Limit {
    case depth, passes, outputBytes
  }

  /// By routine, those that are called from inside themselves.
  private let recursive: [Run?]
  var slots: [Scope] = []
  private var indentation: [UInt8] = []
  /// The routine that runs, or the one in which a limit was reached.
  private(set) var routine = 0
  private var depth = 0
  private var passes = 0
  var output: ByteWriter
  /// What broke the run off, if anything.
  private(set) var limit: Limit?

  init(recursive: [Run?], writingTo output: consuming ByteWriter) {
    self.recursive = recursive
    self.output = output
  }

  mutating func start(_ body: Run, of root: Scope, slots count: Int) {
    slots = Array(repeating: root, count: count)
    enter(body)
  }

  /// Gives back what it wrote to.
  consuming func finish() -> ByteWriter { output }

  /// Runs the inside of a section or routine.
  mutating func enter(_ body: Run) {
    guard isWithinLimits() else { return }
    depth += 1
    body(&self)
    depth -= 1
  }

  /// Calls a routine from inside itself.
  mutating func call(_ routine: Int, _ change: Step.Indentation) {
    if let body = recursive[routine] { call(routine, body, change) }
  }

  mutating func call(_ routine: Int, _ body: Run, _ change: Step.Indentation) {
    let caller = self.routine
    self.routine = routine
    defer { if limit == nil { self.routine = caller } }
    switch change {
    case .none where !indentation.isEmpty:
      let outer = indentation
      indentation = []
      enter(body)
      indentation = outer
    case .adding(let more) where !more.isEmpty:
      indentation += more
      enter(body)
      indentation.removeLast(more.count)
    case .none, .adding:
      enter(body)
    }
  }

  mutating func append(_ text: StaticText) {
    // The text is everyone's: to take hold of it would be to wait for the other processors.
    if indentation.isEmpty { return text.bytes.withUnsafeBufferPointer { output.append($0) } }
    var start = 0
    for lineStart in text.lineStarts {
      output.append(text.bytes[start..<lineStart])
      output.append(indentation)
      start = lineStart
    }
    output.append(text.bytes[start...])
  }

  private mutating func isWithinLimits() -> Bool {
    passes += 1
    if limit == nil {
      if depth >= TemplateLimits.depth {
        limit = .depth
      } else if passes > TemplateLimits.passes {
        limit = .passes
      } else if output.count > TemplateLimits.outputBytes {
        limit = .outputBytes
      }
    }
    return limit == nil
  }
}
