import Problems
import Text

/// A file divided into its front matter and its body.
struct Envelope {
  enum Language: Sendable { case yaml, toml }

  /// The language of the front matter, its text, and the number of its first line; nil without one.
  let matter: (language: Language, text: String, firstLine: Int)?
  /// Where the body starts: its offset and the number of its line.
  let body: (offset: Int, line: Int)

  /// The longest front matter that is read, in bytes.
  static let limit = 65_536

  init(_ file: SourceFile) throws(Problem) {
    let bytes = file.bytes
    let language: Language
    switch Self.line(of: bytes, at: 0).marker {
    case "---": language = .yaml
    case "+++": language = .toml
    default:
      matter = nil
      body = (0, 1)
      return
    }
    let marker = language == .yaml ? "---" : "+++"
    var offset = Self.next(in: bytes, after: 0)
    let start = offset
    var number = 2
    while offset < bytes.count {
      let line = Self.line(of: bytes, at: offset).marker
      let next = Self.next(in: bytes, after: offset)
      if line == marker || (language == .yaml && line == "...") {
        guard offset - start <= Self.limit else { throw .frontMatterTooLong(file) }
        let text = Array(bytes[start..<offset]).withPlainNewlines
        matter = (language, String(decoding: text, as: UTF8.self), 2)
        body = (next, number + 1)
        return
      }
      offset = next
      number += 1
    }
    throw .frontMatterUnclosed(marker, file)
  }

  /// The fields of the front matter.
  func fields() throws(FieldsError) -> Field {
    guard let matter else { return Field(value: .nothing, mark: .init(line: 1, column: 1)) }
    return switch matter.language {
    case .yaml: try Field.yaml(matter.text, firstLine: matter.firstLine)
    case .toml: try Field.toml(matter.text, firstLine: matter.firstLine)
    }
  }

  /// The fields of a file's front matter, or what keeps them from being read.
  func fields(in file: SourceFile) throws(Problem) -> Field {
    do throws(FieldsError) {
      return try fields()
    } catch {
      throw .unreadableFields(error, file)
    }
  }

  private static func line(of bytes: [UInt8], at offset: Int) -> ArraySlice<UInt8> {
    bytes[offset...].prefix { $0 != Ascii.newline && $0 != Ascii.carriageReturn }
  }

  private static func next(in bytes: [UInt8], after offset: Int) -> Int {
    let end = line(of: bytes, at: offset).endIndex
    guard end < bytes.count else { return bytes.count }
    let isPair =
      bytes[end] == Ascii.carriageReturn && end + 1 < bytes.count
      && bytes[end + 1] == Ascii.newline
    return end + (isPair ? 2 : 1)
  }
}

extension ArraySlice<UInt8> {
  /// A line that may be a marker as text, without the white space at its end; empty for others.
  fileprivate var marker: String {
    guard count < 64, let first, "-+.".utf8.contains(first) else { return "" }
    var line = self
    while let last = line.last, last == Ascii.space || last == Ascii.tab { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }
}

extension String {
  /// With `\n` for every kind of line ending.
  var withPlainNewlines: String {
    guard utf8.contains(Ascii.carriageReturn) else { return self }
    return String(decoding: Array(utf8).withPlainNewlines, as: UTF8.self)
  }
}
