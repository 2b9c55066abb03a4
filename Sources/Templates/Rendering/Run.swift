/// What a step does, as a function that holds all it needs.
///
/// Steps in a list would have to be held while they run, and what pages on all processors hold at
/// once is what they spend their time on, counting. A function holds its own.
typealias Run = @Sendable (inout Renderer) -> Void

extension [Step] {
  /// All steps as one.
  var run: Run { self[...].run }
}

extension ArraySlice<Step> {
  /// Quarters of quarters, so that no step lies deep inside.
  fileprivate var run: Run {
    switch count {
    case 0: return { _ in }
    case 1: return self[startIndex].run
    case 2, 3:
      let (first, rest) = (self[startIndex].run, dropFirst().run)
      return { renderer in
        first(&renderer)
        rest(&renderer)
      }
    default:
      let (one, two, three, four) = (quarter(0).run, quarter(1).run, quarter(2).run, quarter(3).run)
      return { renderer in
        one(&renderer)
        two(&renderer)
        three(&renderer)
        four(&renderer)
      }
    }
  }

  private func quarter(_ number: Int) -> ArraySlice<Step> {
    self[startIndex + count * number / 4..<startIndex + count * (number + 1) / 4]
  }
}

extension Step {
  fileprivate var run: Run {
    switch self {
    case .text(let text):
      return { $0.append(text) }
    case .value(let slot, let write):
      return { write($0.slots[slot], &$0.output) }
    case .test(let slot, let holds, let expected, let body):
      let body = body.run
      return { if holds($0.slots[slot]) == expected { $0.enter(body) } }
    case .each(let slot, let each, let inner, let body):
      let body = body.run
      return { renderer in
        let hidden = renderer.slots[inner]
        each(renderer.slots[slot]) { scope in
          renderer.slots[inner] = scope
          renderer.enter(body)
        }
        renderer.slots[inner] = hidden
      }
    case .call(let routine, let indentation):
      return { $0.call(routine, indentation) }
    }
  }
}
