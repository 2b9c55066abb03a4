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
    guard text.utf8.first != UInt8(ascii: "/") else { throw .absolute }
    guard !text.utf8.contains(where: { $0 == 0 || $0 == UInt8(ascii: "\n") }) else {
      throw .forbiddenCharacter
    }
    let components = text.utf8.split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for component in components {
      guard let first = component.first else { throw .emptyComponent }
      guard first == UInt8(ascii: ".") else { continue }
      guard component.count > 2 || component.contains(where: { $0 != first }) else { throw .dots }
    }
    // Some file systems know no case; there `.Outloud` would be the record too.
    guard components.first.map({ Substring($0).lowercased() }) != OutputRecord.folder else {
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
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return OutputPath(found: String(text[..<slash]))
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
    let mine = a.text.utf8Span.span
    let other = b.text.utf8Span.span
    guard mine.count == other.count else { return false }
    for index in mine.indices where mine[index] != other[index] { return false }
    return true
  }

  /// By bytes: a folder comes before what is in it.
  static func < (a: OutputPath, b: OutputPath) -> Bool {
    a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    text.utf8Span.span.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}
