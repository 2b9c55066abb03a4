import Text

/// `outloud: accept REASON` on a line, or alone on the line above, in a comment of whatever
/// language: its author knows of the leak there and wants it published.
package enum Acceptance: Hashable, Sendable {
  case none
  /// The mark is there, and no reason behind it.
  case withoutReason
  case accepted(reason: String)

  private static let mark = Array("outloud: accept".utf8)

  /// What a line, counted from 1, says or the line above it.
  package init(ofLine line: Int, in lines: Lines) {
    var found = Self(lines.bytes[lines.range(ofLine: line)])
    if found == .none, line > 1 {
      let above = lines.bytes[lines.range(ofLine: line - 1)]
      if Self.isAlone(above) { found = Self(above) }
    }
    self = found
  }

  package var isAccepted: Bool {
    if case .accepted = self { true } else { false }
  }

  private init(_ line: ArraySlice<UInt8>) {
    guard let start = Self.start(in: line) else {
      self = .none
      return
    }
    var reason = String(decoding: line[(start + Self.mark.count)...], as: UTF8.self).trimmed
    for ending in ["-->", "*/", "#}", "%>"] where reason.hasSuffix(ending) {
      reason = String(reason.dropLast(ending.count)).trimmed
    }
    self = reason.isEmpty ? .withoutReason : .accepted(reason: reason)
  }

  private static func start(in line: ArraySlice<UInt8>) -> Int? {
    guard line.count >= mark.count else { return nil }
    return (line.startIndex...(line.endIndex - mark.count)).first { index in
      line[index] == mark[0] && line[index..<index + mark.count].elementsEqual(mark)
    }
  }

  /// Whether nothing but a comment stands on a line, so that it speaks of the next.
  private static func isAlone(_ line: ArraySlice<UInt8>) -> Bool {
    guard let start = start(in: line) else { return false }
    return line[..<start].allSatisfy { !$0.isLetter && !$0.isDigit }
  }
}
