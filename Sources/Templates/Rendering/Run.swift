/// What a step does, as a function that holds all it needs.
///
/// Steps in a list would have to be held while they run, and what pages on all processors hold at
/// once is what they spend their time on, counting. A function holds its own.
typealias Run = @Sendable (inout Renderer) -> Void

/// The functions of a program's routines. Each is made once, and held by those that call it.
struct Runs {
  private let routines: [[Step]]
  private var made: [Run?]
  private var isBegun: [Bool]
  /// By routine, those that are called from inside themselves, which no function can hold.
  private(set) var recursive: [Run?]

  init(_ routines: [[Step]]) {
    self.routines = routines
    made = Array(repeating: nil, count: routines.count)
    isBegun = Array(repeating: false, count: routines.count)
    recursive = made
  }

  mutating func run(ofRoutine routine: Int) -> Run {
    if let run = made[routine] { return run }
    isBegun[routine] = true
    let run = run(of: routines[routine][...])
    made[routine] = run
    if recursive[routine] != nil { recursive[routine] = run }
    return run
  }

  /// All steps as one: quarters of quarters, so that no step lies deep inside.
  private mutating func run(of steps: ArraySlice<Step>) -> Run {
    let (start, count) = (steps.startIndex, steps.count)
    switch count {
    case 0: return { _ in }
    case 1: return run(of: steps[start])
    case 2, 3:
      let (first, rest) = (run(of: steps[start]), run(of: steps.dropFirst()))
      return { renderer in
        first(&renderer)
        rest(&renderer)
      }
    default:
      let quarters = (0...4).map { start + count * $0 / 4 }
      let one = run(of: steps[quarters[0]..<quarters[1]])
      let two = run(of: steps[quarters[1]..<quarters[2]])
      let three = run(of: steps[quarters[2]..<quarters[3]])
      let four = run(of: steps[quarters[3]..<quarters[4]])
      return { renderer in
        one(&renderer)
        two(&renderer)
        three(&renderer)
        four(&renderer)
      }
    }
  }

  private mutating func run(of step: Step) -> Run {
    switch step {
    case .text(let text) where text.lineStarts.isEmpty:
      let bytes = text.bytes
      return { renderer in bytes.withUnsafeBufferPointer { renderer.output.append($0) } }
    case .text(let text):
      return { $0.append(text) }
    case .value(let slot, let write):
      return { write($0.slots[slot], &$0.output) }
    case .test(let slot, let holds, let expected, let body):
      let body = run(of: body[...])
      return { if holds($0.slots[slot]) == expected { $0.enter(body) } }
    case .each(let slot, let each, let inner, let body):
      let body = run(of: body[...])
      return { renderer in
        let hidden = renderer.slots[inner]
        each(renderer.slots[slot]) { scope in
          renderer.slots[inner] = scope
          renderer.enter(body)
        }
        renderer.slots[inner] = hidden
      }
    case .call(let routine, let indentation):
      if made[routine] == nil, isBegun[routine] {
        recursive[routine] = .some { _ in }
        return { $0.call(routine, indentation) }
      }
      let body = run(ofRoutine: routine)
      return { $0.call(routine, body, indentation) }
    }
  }
}
