import Dispatch

/// Does two things at once, and hands out what both come to.
///
/// The first is done by the thread that asks. Where it is divided further, and the second is done
/// before it, there are processors for its parts again.
package func together<First, Second: Sendable>(
  _ first: () -> First, _ second: @escaping @Sendable () -> Second
) -> (First, Second) {
  let second = Lazy(second)
  DispatchQueue.global().async { _ = second.value }
  return (first(), second.value)
}
