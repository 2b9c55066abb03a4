import Foundation

/// How long a test tries what chance brings, and from which seed.
///
/// `FUZZ` says for how many seconds each target is fuzzed, `SEED` repeats a run.
package enum Trials {
  private static let environment = ProcessInfo.processInfo.environment

  package static let seconds = environment["FUZZ"].flatMap(Double.init) ?? 1

  package static let seed =
    environment["SEED"].flatMap { UInt64($0) } ?? UInt64(Date.now.timeIntervalSince1970 * 1_000)

  /// A number that the environment gives, such as `SITES=500`.
  package static func count(_ name: String, or usual: Int) -> Int {
    environment[name].flatMap { Int($0) } ?? usual
  }

  /// Tries inputs until the time is over or one shows a fault, and returns the words for that.
  package static func fuzz(
    _ name: String, for seconds: Double = seconds,
    _ trial: (inout SplitMix64) throws -> String?
  ) rethrows -> String? {
    var random = SplitMix64(state: seed)
    let end = Date.now.addingTimeInterval(seconds)
    var count = 0
    while Date.now < end {
      if let fault = try trial(&random) { return "\(name): SEED=\(seed), input \(count): \(fault)" }
      count += 1
    }
    print("fuzz, \(name): SEED=\(seed), \(count) inputs")
    return nil
  }
}
