import ArgumentParser
import Dates
import Foundation

/// The present, as every command takes it that depends on it.
struct PresentOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The present, as RFC 3339 or as a date, which means midnight in the site's time zone.",
      discussion: "Without it, SOURCE_DATE_EPOCH counts, then the clock."))
  var now: String?

  func validate() throws {
    if let now, (try? Moment(parsing: now, in: .utc)) == nil {
      throw ValidationError(
        "--now wants a date such as 2026-11-22 or 2026-11-22T14:05:00Z, not “\(now)”.")
    }
    let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"]
    if now == nil, let epoch, Int(epoch) == nil {
      throw ValidationError("SOURCE_DATE_EPOCH wants a number of seconds, not “\(epoch)”.")
    }
  }

  /// In seconds since 1970.
  func instant(in zone: Zone) -> Int {
    if let now, let moment = try? Moment(parsing: now, in: zone) { return moment.instant }
    if let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap({ Int($0) }) {
      return epoch
    }
    return Int(Date().timeIntervalSince1970)
  }
}
