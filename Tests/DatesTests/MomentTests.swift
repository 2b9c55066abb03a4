import Dates
import Testing

struct MomentTests {
  let stockholm = Zone("Europe/Stockholm") ?? .utc

  @Test(arguments: [
    ("2014", "2014", "2013-12-31T23:00:00Z"),
    ("2014-06", "2014-06", "2014-05-31T22:00:00Z"),
    ("2026-11-22", "2026-11-22", "2026-11-21T23:00:00Z"),
    ("2026-1-5", "2026-01-05", "2026-01-04T23:00:00Z"),
    ("2026-11-22 14:05", "2026-11-22T14:05+01:00", "2026-11-22T13:05:00Z"),
    ("2026-07-22T14:05:09.250", "2026-07-22T14:05:09+02:00", "2026-07-22T12:05:09Z"),
    ("2026-11-22T14:05:00Z", "2026-11-22T14:05:00Z", "2026-11-22T14:05:00Z"),
    ("2015-11-17 16:16:01 -0600", "2015-11-17T16:16:01-06:00", "2015-11-17T22:16:01Z"),
  ])
  func `a date is as exact as it was written`(text: String, html: String, utc: String) throws {
    let moment = try Moment(parsing: text, in: stockholm)
    #expect(moment.html == html)
    #expect(Moment(instant: moment.instant, in: .utc).rfc3339 == utc)
  }

  @Test(arguments: [
    ("yesterday", Moment.ParsingError.form), ("", .form), ("22.11.2026", .form), ("202", .form),
    ("2026-13-01", .month(13)), ("2026-02-30", .day(30)), ("2026-11-22 25:00", .time),
    ("2026-11-22 12:00 CET", .offset("CET")), ("2026-11-22x", .form),
    ("2026-11-22 12:00 +2", .offset("+2")), ("2026-11-22 12:00 +02000", .offset("+02000")),
    ("2026-11-22 12:00 +24:00", .offset("+24:00")), ("2026-11-22 12:00 -02x0", .offset("-02x0")),
  ])
  func `what is no date says why`(text: String, error: Moment.ParsingError) {
    #expect(throws: error) { try Moment(parsing: text, in: .utc) }
  }

  @Test func `feeds get the right weekday, in GMT`() throws {
    let moment = try Moment(parsing: "2026-11-23T00:30:00+01:00", in: .utc)
    #expect(moment.rss == "Sun, 22 Nov 2026 23:30:00 GMT")
  }

  @Test func `every day of 400 years counts to itself`() {
    var expected = CivilDate(year: 1800, month: 1, day: 1)?.daysSinceEpoch ?? 0
    for year in 1800..<2200 {
      for month in 1...12 {
        for day in 1...CivilDate.days(inMonth: month, ofYear: year) {
          let date = CivilDate(year: year, month: month, day: day)
          guard date?.daysSinceEpoch == expected, CivilDate(daysSinceEpoch: expected) == date
          else {
            Issue.record("\(year)-\(month)-\(day) does not count to itself")
            return
          }
          expected += 1
        }
      }
    }
  }

  @Test func `the hour that is skipped or repeated has one meaning`() throws {
    let skipped = try Moment(parsing: "2026-03-29 02:30", in: stockholm)
    let repeated = try Moment(parsing: "2026-10-25 02:30", in: stockholm)
    #expect(skipped.rfc3339 == "2026-03-29T02:30:00+01:00")
    #expect(repeated.rfc3339 == "2026-10-25T02:30:00+02:00")
  }

  @Test(arguments: ["Europe/Stokholm", "CET+1", "+25:00", "", "local"])
  func `a zone that is none is refused`(name: String) {
    #expect(Zone(name) == nil)
  }
}
