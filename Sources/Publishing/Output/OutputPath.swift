import Text

/// A path that stays below the output folder and out of the writer's own record.
///
/// Two paths are the same when their bytes are: `String` takes two spellings of “é” for one, and
/// the file system does not.
struct OutputPath: Sendable {
  let text: String

  /// Why a path is none to write to.
  enum Flaw: Error {
    case empty, absolute, emptyComponent, dots, forbiddenCharacter, ownRecord
  }

  init(_ text: String) throws(Flaw) {
    guard !text.isEmpty else { throw .empty }
    guard text.utf8.first != Ascii.slash else { throw .absolute }
    let bytes = text.utf8Span.span
    var start = 0
    for index in 0...bytes.count {
      guard index == bytes.count || bytes[index] == Ascii.slash else {
        guard bytes[index] != 0, bytes[index] != Ascii.newline else { throw .forbiddenCharacter }
        continue
      }
      guard index > start else { throw .emptyComponent }
      let hasOnlyDots = (start..<index).allSatisfy { bytes[$0] == Ascii.dot }
      guard !hasOnlyDots || index - start > 2 else { throw .dots }
      start = index + 1
    }
    // Some file systems know no case; there `.Outloud` would be the record too.
    if bytes[0] == Ascii.dot, text.prefix(while: { $0 != "/" }).lowercased() == OutputRecord.folder
    {
      throw .ownRecord
    }
    self.text = text
  }

  /// A path that was found below the output folder.
  init(found text: String) {
    self.text = text
  }

  /// The folder it lies in; nil for what lies in the output folder itself.
  var folder: OutputPath? {
    guard let slash = text.withUTF8Bytes({ $0.lastIndex(of: Ascii.slash) }) else { return nil }
    return OutputPath(found: String(text[..<text.utf8.index(text.startIndex, offsetBy: slash)]))
  }

  /// The folders above it, the nearest first.
  var folders: some Sequence<OutputPath> {
    sequence(state: self) { path in
      guard let folder = path.folder else { return nil }
      path = folder
      return folder
    }
  }
}

extension OutputPath: Hashable, Comparable {
  static func == (a: OutputPath, b: OutputPath) -> Bool {
    a.text.equalsInBytes(b.text)
  }

  /// By bytes: a folder comes before what is in it.
  static func < (a: OutputPath, b: OutputPath) -> Bool {
    a.text.precedesInBytes(b.text)
  }

  func hash(into hasher: inout Hasher) {
    text.withUTF8Bytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
