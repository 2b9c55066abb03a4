import Dispatch

/// Splits `0..<count` into ranges and works on them on all processors at once, in no order.
///
/// The ranges are small enough to keep every processor busy to the end, and large enough that
/// handing one out costs nothing beside its work; `size` says otherwise for work in large pieces.
package func concurrently(
  _ count: Int, inPartsOf size: Int = 16, _ work: @Sendable (Range<Int>) -> Void
) {
  DispatchQueue.concurrentPerform(iterations: (count + size - 1) / size) { index in
    work(index * size..<min((index + 1) * size, count))
  }
}
