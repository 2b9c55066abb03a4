import Synchronization

extension Array where Element: Sendable {
  /// The results of a pure function for every element, in order, worked out on all processors.
  package func concurrentMap<Result: Sendable>(
    inPartsOf size: Int = 16, _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let finished = Mutex<[(start: Int, results: [Result])]>([])
    concurrently(count, inPartsOf: size) { range in
      let results = self[range].map(transform)
      finished.withLock { $0.append((range.lowerBound, results)) }
    }
    return finished.withLock { $0 }.sorted { $0.start < $1.start }.flatMap(\.results)
  }
}
