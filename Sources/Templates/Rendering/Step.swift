import Text

/// One thing that a program does. Names have become slots, and templates numbered routines.
enum Step: Sendable {
  case text(StaticText)
  case value(slot: Int, Field.Access.Write)
  case test(slot: Int, Field.Access.Test, expecting: Bool, [Step])
  case each(slot: Int, Field.Access.Each, into: Int, [Step])
  case call(routine: Int, Indentation)

  /// How the lines of a routine are indented.
  enum Indentation: Sendable {
    /// Not at all: it is called amid a line.
    case none
    /// Like the lines around the call, and by this much more.
    case adding([UInt8])
  }
}

/// Text that is the same on every page, in one run.
struct StaticText: Sendable {
  private(set) var bytes: [UInt8] = []
  /// The offsets at which a line starts, where indentation goes.
  private(set) var lineStarts: [Int] = []

  var isEmpty: Bool { bytes.isEmpty && lineStarts.isEmpty }

  mutating func startLine() {
    lineStarts.append(bytes.count)
  }

  mutating func append(_ text: ArraySlice<UInt8>) {
    bytes += text
  }

  mutating func append(_ text: StaticText) {
    lineStarts += text.lineStarts.map { $0 + bytes.count }
    bytes += text.bytes
  }

  /// Appends a value that is the same in every scope.
  mutating func append(_ write: Field.Access.Write) {
    var value = ByteWriter(capacity: 64)
    Scope.with(()) { write($0, &value) }
    bytes += value.bytes
  }
}
