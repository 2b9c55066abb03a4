import Synchronization

/// Where one scene follows another: what is shown now, and who is told of the next.
package final class Stage: Sendable {
  private let state: Mutex<State>

  private struct State {
    var scene: Scene
    var audience: [Int: @Sendable (Scene) -> Void] = [:]
    var lastSeat = 0
  }

  package init(_ scene: Scene) {
    state = Mutex(State(scene: scene))
  }

  package var scene: Scene { state.withLock { $0.scene } }

  /// Shows another scene from now on.
  package func show(_ scene: Scene) {
    let audience = state.withLock { state in
      state.scene = scene
      return Array(state.audience.values)
    }
    for tell in audience { tell(scene) }
  }

  /// Tells of the scene that is shown now, and then of each new one, until `leave` is called with
  /// the number that this returns.
  func enter(_ tell: @escaping @Sendable (Scene) -> Void) -> Int {
    let (seat, scene) = state.withLock { state in
      state.lastSeat += 1
      state.audience[state.lastSeat] = tell
      return (state.lastSeat, state.scene)
    }
    tell(scene)
    return seat
  }

  var listeners: Int { state.withLock { $0.audience.count } }

  func leave(_ seat: Int) {
    state.withLock { $0.audience[seat] = nil }
  }
}
