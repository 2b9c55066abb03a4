/// Runs a program once.
struct Renderer {
  enum Limit {
    case depth, passes, outputBytes
  }

  private let routines: [[Step]]
  private var slots: [any Scope]
  private var indentation: [UInt8] = []
  private var depth = 0
  private var passes = 0
  private(set) var output: [UInt8]
  /// What broke the run off, if anything.
  private(set) var limit: Limit?

  init(routines: [[Step]], slots: Int, root: any Scope, output: consuming [UInt8]) {
    self.routines = routines
    self.slots = Array(repeating: root, count: slots)
    self.output = output
  }

  mutating func start() {
    run(routines[0])
  }

  private mutating func run(_ steps: [Step]) {
    guard isWithinLimits() else { return }
    depth += 1
    for step in steps {
      switch step {
      case .text(let text):
        append(text)
      case .value(let slot, let write):
        write(slots[slot], &output)
      case .test(let slot, let holds, let expected, let body):
        if holds(slots[slot]) == expected { run(body) }
      case .each(let slot, let each, let inner, let body):
        let hidden = slots[inner]
        each(slots[slot]) { scope in
          slots[inner] = scope
          run(body)
        }
        slots[inner] = hidden
      case .call(let routine, let indentation):
        call(routine, indentation)
      }
    }
    depth -= 1
  }

  private mutating func call(_ routine: Int, _ change: Step.Indentation) {
    switch change {
    case .none where indentation.isEmpty:
      run(routines[routine])
    case .none:
      let outer = indentation
      indentation = []
      run(routines[routine])
      indentation = outer
    case .adding(let more):
      indentation += more
      run(routines[routine])
      indentation.removeLast(more.count)
    }
  }

  private mutating func append(_ text: StaticText) {
    if indentation.isEmpty || text.lineStarts.isEmpty {
      return output.append(contentsOf: text.bytes)
    }
    var start = 0
    for lineStart in text.lineStarts {
      output.append(contentsOf: text.bytes[start..<lineStart])
      output.append(contentsOf: indentation)
      start = lineStart
    }
    output.append(contentsOf: text.bytes[start...])
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
