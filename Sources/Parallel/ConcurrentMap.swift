import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// The results of a pure function for every element, in order, worked out on all cores.
  ///
  /// Elements go out in chunks, so that handing them out costs little and none waits long.
  package func concurrentMap<Result: Sendable>(
    chunk: Int = 16, _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    guard count > 1 else { return map(transform) }
    let chunks = (count + chunk - 1) / chunk
    let finished = Mutex<[(chunk: Int, results: [Result])]>([])
    DispatchQueue.concurrentPerform(iterations: chunks) { index in
      let elements = self[index * chunk..<Swift.min((index + 1) * chunk, count)]
      let results = elements.map(transform)
      finished.withLock { $0.append((index, results)) }
    }
    return finished.withLock { $0 }.sorted { $0.chunk < $1.chunk }.flatMap(\.results)
  }
}
