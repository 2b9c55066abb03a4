import Text

/// Some keys that are known beforehand.
///
/// They lie by their lengths and first letters: to hash a key takes longer than to compare it with
/// the one or two that lie with it.
struct KeySet {
  /// In the order that they were given in.
  let keys: [String]
  private let places: [[String]]

  init(_ keys: [String]) {
    self.keys = keys
    var places = Array(repeating: [String](), count: KeyTraces.count)
    for key in keys { places[KeyTraces.place(of: key)].append(key) }
    self.places = places
  }

  func contains(_ key: String) -> Bool {
    places[KeyTraces.place(of: key)].contains(key)
  }
}

/// The lengths and first letters of some keys: they tell at once that most others are not there,
/// and a reader asks for many more keys than anyone writes.
struct KeyTraces {
  private var bits: UInt64 = 0

  init(of entries: [Field.Entry]) {
    for entry in entries { bits |= 1 << UInt64(Self.place(of: entry.key)) }
  }

  func mayHold(_ key: String) -> Bool { bits >> UInt64(Self.place(of: key)) & 1 != 0 }

  static let count = 64

  @inline(__always)
  static func place(of key: String) -> Int {
    key.withUTF8Bytes { ($0.count &* 11 &+ Int($0.first ?? 0)) & (count - 1) }
  }
}
