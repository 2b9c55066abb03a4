extension Moment {
  /// RFC 3339, always with seconds and an offset: `2026-11-22T14:05:00+01:00`.
  package var rfc3339: String {
    written { text in
      text.add(isoDateOf: self)
      text.add("T")
      text.add(isoTimeOf: self)
      text.add(":")
      text.add(secondOfDay % 60)
      text.add(isoOffsetOf: self)
    }
  }

  /// What an HTML `time` element takes, as exact as the moment is: `2014`, `2014-06`,
  /// `2026-11-22`, `2026-11-22T14:05+01:00`.
  package var html: String {
    switch precision {
    case .year: padded(date.year, to: 4)
    case .month: "\(padded(date.year, to: 4))-\(padded(date.month))"
    case .day: isoDate
    case .minute:
      written { text in
        text.add(isoDateOf: self)
        text.add("T")
        text.add(isoTimeOf: self)
        text.add(isoOffsetOf: self)
      }
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
  package var isoDate: String { written { $0.add(isoDateOf: self) } }

  /// `14:05`.
  package var isoTime: String { written { $0.add(isoTimeOf: self) } }
}

/// A text of a few characters of ASCII, in one piece. Most are so short that a string holds them
/// without memory of its own, if it is made from what is there already.
private func written(_ write: (inout ShortText) -> Void) -> String {
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: ShortText.limit) { buffer in
    var text = ShortText(buffer: buffer)
    write(&text)
    return String(decoding: buffer[..<text.count], as: UTF8.self)
  }
}

private func padded(_ number: Int, to width: Int = 2) -> String {
  written { $0.add(number, width) }
}

private struct ShortText {
  let buffer: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  /// More than a date with a year of any number, a time and an offset.
  static let limit = 64

  init(buffer: UnsafeMutableBufferPointer<UInt8>) {
    self.buffer = buffer
  }

  mutating func add(_ text: StaticString) {
    text.withUTF8Buffer { for byte in $0 { add(byte: byte) } }
  }

  /// Adds a number, with zeros before it up to a width; one below 0 has none.
  @inline(__always)
  mutating func add(_ number: Int, _ width: Int = 2) {
    guard number >= 0, number < (width == 4 ? 10_000 : 100) else {
      return add(odd: number, width)
    }
    if width == 4 { add(pair: number / 100) }
    add(pair: number % 100)
  }

  /// The same for years that no calendar shows.
  private mutating func add(odd number: Int, _ width: Int) {
    let digits = String(number)
    for _ in 0..<(number < 0 ? 0 : max(0, width - digits.utf8.count)) { add("0") }
    for byte in digits.utf8 { add(byte: byte) }
  }

  mutating func add(isoDateOf moment: Moment) {
    add(moment.date.year, 4)
    add("-")
    add(moment.date.month)
    add("-")
    add(moment.date.day)
  }

  mutating func add(isoTimeOf moment: Moment) {
    add(moment.secondOfDay / 3_600)
    add(":")
    add(moment.secondOfDay / 60 % 60)
  }

  mutating func add(isoOffsetOf moment: Moment) {
    guard moment.offset != 0 else { return add("Z") }
    let minutes = abs(moment.offset) / 60
    add(moment.offset < 0 ? "-" : "+")
    add(minutes / 60)
    add(":")
    add(minutes % 60)
  }

  @inline(__always)
  private mutating func add(pair: Int) {
    let pair = UInt8(truncatingIfNeeded: pair)
    add(byte: UInt8(ascii: "0") + pair / 10)
    add(byte: UInt8(ascii: "0") + pair % 10)
  }

  @inline(__always)
  private mutating func add(byte: UInt8) {
    buffer[count] = byte
    count += 1
  }
}
