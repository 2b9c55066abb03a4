import Foundation

/// A time zone, whose rules come with the program and not from the machine.
package struct Zone: Hashable, Sendable {
  private enum Rule: Hashable, Sendable {
    case fixed(seconds: Int)
    case region(TimeZone)
  }

  private let rule: Rule

  package static let utc = Zone(rule: .fixed(seconds: 0))

  private init(rule: Rule) {
    self.rule = rule
  }

  /// A zone by its IANA name (`Europe/Paris`), `UTC`, or an offset (`+02:00`); nil for another word.
  package init?(_ name: String) {
    if name == "UTC" || name == "Z" || name == "GMT" {
      self = .utc
    } else if let seconds = Self.offset(name) {
      self.init(rule: .fixed(seconds: seconds))
    } else if name.contains("/"), let zone = TimeZone(identifier: name) {
      self.init(rule: .region(zone))
    } else {
      return nil
    }
  }

  /// Seconds east of Greenwich at an instant, given in seconds since 1970.
  package func offset(at instant: Int) -> Int {
    switch rule {
    case .fixed(let seconds): seconds
    case .region(let zone):
      zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant)))
    }
  }

  /// Seconds east of Greenwich when the clocks of the zone show a time, given as if it were UTC.
  ///
  /// In the hour that is skipped or repeated, the offset before the change is taken.
  package func offset(atLocal local: Int) -> Int {
    guard case .region = rule else { return offset(at: local) }
    let before = offset(at: local - 86_400)
    if offset(at: local - before) == before { return before }
    let after = offset(at: local + 86_400)
    return offset(at: local - after) == after ? after : before
  }

  /// `+02:00`, `-0530`, `+02`, as seconds.
  static func offset(_ text: String) -> Int? {
    guard let sign = text.utf8.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return nil
    }
    var number = 0
    var count = 0
    for byte in text.utf8.dropFirst() where byte != UInt8(ascii: ":") {
      guard 48...57 ~= byte, count < 4 else { return nil }
      number = number * 10 + Int(byte) - 48
      count += 1
    }
    guard count == 2 || count == 4 else { return nil }
    let (hours, minutes) = count == 2 ? (number, 0) : (number / 100, number % 100)
    guard hours < 24, minutes < 60 else { return nil }
    return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3_600 + minutes * 60)
  }
}
