extension Moment {
  /// RFC 3339, always with seconds and an offset: `2026-11-22T14:05:00+01:00`.
  package var rfc3339: String {
    "\(isoDate)T\(isoTime):\(padded(secondOfDay % 60))\(isoOffset)"
  }

  /// What an HTML `time` element takes, as exact as the moment is: `2014`, `2014-06`,
  /// `2026-11-22`, `2026-11-22T14:05+01:00`.
  package var html: String {
    switch precision {
    case .year: padded(date.year, to: 4)
    case .month: "\(padded(date.year, to: 4))-\(padded(date.month))"
    case .day: isoDate
    case .minute: "\(isoDate)T\(isoTime)\(isoOffset)"
    case .second: rfc3339
    }
  }

  /// The date of RFC 822 with a four-digit year, always in GMT, as RSS has it:
  /// `Sun, 22 Nov 2026 13:05:00 GMT`.
  package var rss: String {
    let utc = Moment(instant: instant, in: .utc)
    let day = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][utc.date.weekday]
    let month = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ][utc.date.month - 1]
    let time = "\(utc.isoTime):\(padded(utc.secondOfDay % 60))"
    return "\(day), \(padded(utc.date.day)) \(month) \(padded(utc.date.year, to: 4)) \(time) GMT"
  }

  /// `2026-11-22`.
  package var isoDate: String {
    "\(padded(date.year, to: 4))-\(padded(date.month))-\(padded(date.day))"
  }

  /// `14:05`.
  package var isoTime: String {
    "\(padded(secondOfDay / 3_600)):\(padded(secondOfDay / 60 % 60))"
  }

  private var isoOffset: String {
    guard offset != 0 else { return "Z" }
    let minutes = abs(offset) / 60
    return "\(offset < 0 ? "-" : "+")\(padded(minutes / 60)):\(padded(minutes % 60))"
  }
}

private func padded(_ number: Int, to width: Int = 2) -> String {
  guard number >= 0 else { return String(number) }
  var rest = number
  let digits = String(unsafeUninitializedCapacity: width) { buffer in
    for index in buffer.indices.reversed() {
      buffer[index] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    return width
  }
  return rest == 0 ? digits : String(number)
}
