import Problems
import Text

/// Fields at the start of a text that its author may take for front matter, where they are none:
/// behind a blank line or a comment, between marks of another length, in JSON, or between no marks
/// at all. It is looked for where one of them would hide the note.
struct StrayFrontMatter {
  /// The key as it is written.
  let key: String
  let range: Range<Int>

  /// Nobody writes more fields.
  private static let lineLimit = 60

  /// Nil where the text begins with none.
  init?(in file: SourceFile, from start: Int) {
    let bytes = file.bytes
    let hasReturns = bytes.offset(of: Ascii.carriageReturn) != nil
    var offset = start
    for _ in 0..<Self.lineLimit {
      guard offset < bytes.count else { return nil }
      let line = offset..<(bytes.lineEnd(from: offset, hasReturns: hasReturns) ?? bytes.count)
      offset = line.upperBound + 1
      switch Self.kind(of: bytes, line) {
      case .aside: continue
      case .words: return nil
      case .hiding(let range):
        self.range = range
        key = String(decoding: bytes[range], as: UTF8.self)
        return
      }
    }
    return nil
  }

  private enum Kind {
    /// Nothing, a mark, a comment, or a field that hides nothing.
    case aside
    case words
    /// A field that would hide the note, by the place of its key.
    case hiding(Range<Int>)
  }

  private static func kind(of text: [UInt8], _ line: Range<Int>) -> Kind {
    guard let first = text[line].firstIndex(where: { isWordByte($0) }) else {
      // What stands between fences is an example.
      return text[line].contains(UInt8(ascii: "`")) || text[line].contains(UInt8(ascii: "~"))
        ? .words : .aside
    }
    let mark = text[line.lowerBound..<first]
    guard !mark.contains(UInt8(ascii: "`")), !mark.contains(UInt8(ascii: "~")) else {
      return .words
    }
    var field = first
    var isField = false
    while let next = hiding(text, field..<line.upperBound, &isField) {
      if case .hiding = next { return next }
      // Several stand on one line in JSON.
      guard let comma = text[field..<line.upperBound].firstIndex(of: UInt8(ascii: ",")),
        let start = text[comma..<line.upperBound].firstIndex(where: { isWordByte($0) })
      else { break }
      field = start
    }
    let isMark = mark.count >= 3 && !mark.contains(UInt8(ascii: "#"))
    return isField || isMark
      || first > line.lowerBound && text[line.lowerBound] != Ascii.hash
        && text[line.lowerBound] != Ascii.greater && mark.count >= 2
      ? .aside : .words
  }

  /// What a field at a place says; nil where none is.
  private static func hiding(
    _ text: [UInt8], _ range: Range<Int>, _ isField: inout Bool
  ) -> Kind? {
    let key = text[range].prefix(40).prefix {
      isWordByte($0) || $0 == Ascii.hyphen || $0 == UInt8(ascii: "_")
    }
    guard !key.isEmpty else { return nil }
    let behind = text[key.endIndex..<range.upperBound].drop {
      $0 == Ascii.space || $0 == Ascii.quote || $0 == Ascii.apostrophe || $0 == UInt8(ascii: "*")
    }
    guard behind.first == Ascii.colon || behind.first == UInt8(ascii: "=") else { return nil }
    isField = true
    let rest = String(decoding: behind.dropFirst().prefix(60), as: UTF8.self).lowercased()
    let value = String(
      rest.drop { !$0.isLetter && !$0.isNumber }.prefix { $0.isLetter || $0.isNumber })
    let name = VisibilityKeys.folded(String(decoding: key, as: UTF8.self))
    let hides =
      switch name {
      case "visibility": hidingWords.contains(value)
      case "draft", "private", "hidden", "unlisted", "secret": yes.contains(value)
      case "published", "publish": no.contains(value)
      case "embargo": value.first?.isNumber ?? false
      default: false
      }
    return hides ? .hiding(key.startIndex..<key.endIndex) : .aside
  }

  private static let hidingWords: Set<String> = [
    "private", "coach", "unlisted", "hidden", "secret", "draft", "none", "me", "internal",
  ]
  private static let yes: Set<String> = ["true", "yes", "on", "1"]
  private static let no: Set<String> = ["false", "no", "off", "0"]

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}

extension Problem {
  static func frontMatterStray(
    _ key: String, _ file: SourceFile, at range: Range<Int>
  ) -> Problem {
    Problem(
      .frontMatterStray, file: file.path, at: range, in: file.lines,
      "“\(key)” stands in the text here, where it hides nothing, and it may have to",
      hint: "front matter begins on the first line of a file, with “---” alone, and ends with “---”"
    )
  }
}
