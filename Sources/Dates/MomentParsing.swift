extension Moment {
  /// Why a text is no date.
  package enum ParsingError: Error, Hashable, Sendable {
    case form
    case month(Int)
    case day(Int)
    case time
    case offset(String)
  }

  /// Reads `2014`, `2014-06`, `2026-11-22`, and the last with a time, which may carry seconds, a
  /// fraction (dropped) and an offset; RFC 3339 and the forms that Jekyll and Hugo write. Without
  /// an offset the time is that of the zone.
  package init(parsing text: String, in zone: Zone) throws(ParsingError) {
    var scanner = Scanner(text)
    guard let year = scanner.digits(4...4), year > 0 else { throw .form }
    guard !scanner.isAtEnd else {
      self = try Moment(year: year, precision: .year, in: zone)
      return
    }
    guard scanner.take("-"), let month = scanner.digits(1...2) else { throw .form }
    guard !scanner.isAtEnd else {
      self = try Moment(year: year, month: month, precision: .month, in: zone)
      return
    }
    guard scanner.take("-"), let day = scanner.digits(1...2) else { throw .form }
    let midnight = try Moment(year: year, month: month, day: day, precision: .day, in: zone)
    guard !scanner.isAtEnd else {
      self = midnight
      return
    }
    guard scanner.take("T") || scanner.take("t") || scanner.take(" ") else { throw .form }
    scanner.skipSpaces()
    let (seconds, precision) = try scanner.time()
    scanner.skipSpaces()
    let rest = scanner.rest
    let local = midnight.date.daysSinceEpoch * 86_400 + seconds
    let offset: Int
    if rest.isEmpty {
      offset = zone.offset(atLocal: local)
    } else if rest == "Z" || rest == "z" || rest == "UTC" {
      offset = 0
    } else if let given = Zone.offset(rest) {
      offset = given
    } else {
      throw .offset(rest)
    }
    self.init(date: midnight.date, secondOfDay: seconds, offset: offset, precision: precision)
  }

  private init(
    year: Int, month: Int = 1, day: Int = 1, precision: Precision, in zone: Zone
  ) throws(ParsingError) {
    guard (1...12).contains(month) else { throw .month(month) }
    guard let date = CivilDate(year: year, month: month, day: day) else { throw .day(day) }
    let midnight = Moment(date: date, in: zone)
    self.init(date: date, offset: midnight.offset, precision: precision)
  }
}

/// Walks over the bytes of a date.
private struct Scanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { position == bytes.count }
  var rest: String { String(decoding: bytes[position...], as: UTF8.self) }

  mutating func digits(_ count: ClosedRange<Int>) -> Int? {
    var value = 0
    let start = position
    while position < bytes.count, position - start < count.upperBound,
      (48...57).contains(bytes[position])
    {
      value = value * 10 + Int(bytes[position]) - 48
      position += 1
    }
    return position - start >= count.lowerBound ? value : nil
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  mutating func skipSpaces() {
    while take(" ") {}
  }

  /// `14:05`, `14:05:30`, `14:05:30.123`, as seconds since midnight.
  mutating func time() throws(Moment.ParsingError) -> (Int, Moment.Precision) {
    guard let hour = digits(1...2), take(":"), let minute = digits(2...2) else { throw .time }
    guard take(":") else {
      guard hour < 24, minute < 60 else { throw .time }
      return (hour * 3_600 + minute * 60, .minute)
    }
    // A leap second is taken for the second before it.
    guard let second = digits(2...2), hour < 24, minute < 60, second <= 60 else { throw .time }
    if take(".") { guard digits(1...18) != nil else { throw .time } }
    return (hour * 3_600 + minute * 60 + min(second, 59), .second)
  }
}
