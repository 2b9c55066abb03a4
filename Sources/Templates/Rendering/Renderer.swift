import Text

/// The state of a program while it runs.
struct Renderer: ~Copyable {
  enum Limit {
    case depth, passes, outputBytes
  }

  private let routines: [Run]
  private let root: Scope
  /// Whoever puts a scope on the stack holds it while it is there. To hold it here too would be to
  /// count at every value.
  private(set) var slots: [Unmanaged<Scope>]
  private var indentation: [UInt8] = []
  /// The routine that runs, or the one in which a limit was reached.
  private(set) var routine = 0
  private var depth = 0
  private var passes = 0
  var output: ByteWriter
  /// What broke the run off, if anything.
  private(set) var limit: Limit?

  init(routines: [Run], slots: Int, root: Scope) {
    self.routines = routines
    self.root = root
    self.slots = Array(repeating: .passUnretained(root), count: slots)
    output = ByteWriter(capacity: 65_536)
  }

  /// Writes a value of the scope in a slot.
  @inline(__always)
  mutating func write(_ value: Field.Access.Write, of slot: Int) {
    slots[slot]._withUnsafeGuaranteedRef { value($0, &output) }
  }

  @inline(__always)
  func holds(_ test: Field.Access.Test, of slot: Int) -> Bool {
    slots[slot]._withUnsafeGuaranteedRef { test($0) }
  }

  mutating func start() {
    enter(routines[0])
  }

  /// Runs the inside of a section or routine.
  mutating func enter(_ body: Run) {
    guard isWithinLimits() else { return }
    depth += 1
    body(&self)
    depth -= 1
  }

  /// The same with another scope in a slot.
  mutating func enter(_ body: Run, with scope: Scope, in slot: Int) {
    let hidden = slots[slot]
    slots[slot] = .passUnretained(scope)
    withExtendedLifetime(scope) { enter(body) }
    slots[slot] = hidden
  }

  mutating func call(_ routine: Int, _ change: Step.Indentation) {
    let caller = self.routine
    self.routine = routine
    defer { if limit == nil { self.routine = caller } }
    switch change {
    case .none where indentation.isEmpty:
      enter(routines[routine])
    case .none:
      let outer = indentation
      indentation = []
      enter(routines[routine])
      indentation = outer
    case .adding(let more):
      indentation += more
      enter(routines[routine])
      indentation.removeLast(more.count)
    }
  }

  mutating func append(_ text: StaticText) {
    if indentation.isEmpty || text.lineStarts.isEmpty {
      // The text is everyone's: to take hold of it would be to wait for the other processors.
      return text.bytes.withUnsafeBufferPointer { output.append($0) }
    }
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
