import Dates
import Testing
import Trials

/// Texts that are nearly dates.
struct DateFuzzTests {
  private static let pieces = Pieces([
    "2026", "-", "-", "11", "22", "02-30", "T", " ", "14:05", ":09", ".250", "Z", "+02:00", "-0600",
    "+",
    "0000", "9999", "99999999999999999999", "1", "0", "é", "٣", "/", ".", "24:00", "23:59:60",
    "+14:00",
    "-23:59", "2026-11-22", "2024-02-29", "1969-12-31",
  ])

  @Test func `what is read as a date is written so that it reads as the same moment`() {
    let zones = [Zone.utc, Zone("Europe/Stockholm") ?? .utc, Zone("America/St_Johns") ?? .utc]
    let fault = Trials.fuzz("dates") { random in
      let text = Self.pieces.text(1...8, &random)
      let zone = random.one(of: zones)
      guard let moment = try? Moment(parsing: text, in: zone) else { return nil }
      let again = try? Moment(parsing: moment.rfc3339, in: .utc)
      // Before there were zones, clocks differed by seconds, which no written offset says.
      let difference = again.map { abs($0.instant - moment.instant) } ?? .max
      return difference < (moment.date.year < 1950 ? 60 : 1)
        ? nil : "\(text.debugDescription) is \(moment.rfc3339), which is another moment"
    }
    #expect(fault == nil)
  }
}
