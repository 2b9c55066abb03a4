import Text

/// The lengths and first letters of some keys: they tell at once that most others are not there,
/// and a reader asks for many more keys than anyone writes.
struct KeyTraces {
  private var bits: UInt64 = 0

  init(of entries: [Field.Entry]) {
    for entry in entries { bits |= Self.bit(of: entry.key) }
  }

  func mayHold(_ key: String) -> Bool { bits & Self.bit(of: key) != 0 }

  private static func bit(of key: String) -> UInt64 {
    key.withUTF8Bytes { 1 << UInt64(($0.count &* 11 &+ Int($0.first ?? 0)) & 63) }
  }
}
