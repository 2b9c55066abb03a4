import Text

/// A block between two lines of colons.
struct ColonBlock {
  let name: String
  let title: [UInt8]
  /// How many colons it begins with, which it takes to end it.
  let length: Int
  /// The lines of its fences, counted from 1; without a second one it ends with its container.
  let line: Int
  private(set) var lastLine: Int?

  init(_ fence: ColonFence, in text: [UInt8], line: Int) {
    name = fence.name
    title = Array(text[fence.title])
    length = fence.length
    self.line = line
  }

  /// One that no fence begins.
  init(name: String, line: Int) {
    self.name = name
    self.line = line
    title = []
    length = Int.max
  }

  mutating func end(at line: Int) { lastLine = line }

  /// What becomes of it; another one is what it holds and no more.
  enum Kind: Equatable {
    case alert(AlertKind), details, isPrivate, plain
  }

  var kind: Kind { Self.kinds[name] ?? .plain }

  static var knownNames: some Collection<String> { kinds.keys }

  private static let kinds: [String: Kind] = [
    "note": .alert(.note), "info": .alert(.note), "tip": .alert(.tip), "success": .alert(.tip),
    "important": .alert(.important), "warning": .alert(.warning), "caution": .alert(.caution),
    "danger": .alert(.caution), "details": .details, ColonFence.privateName: .isPrivate,
  ]
}
