import Problems
import Text

/// A file divided into its front matter and its body.
struct Envelope {
  enum Language: Sendable { case yaml, toml }

  /// The language of the front matter, its text with plain line breaks, and the number of its first
  /// line; nil without one.
  let matter: (language: Language, text: [UInt8], firstLine: Int)?
  /// Where the body starts: its offset and the number of its line.
  let body: (offset: Int, line: Int)

  /// The longest front matter that is read, in bytes.
  static let limit = 65_536

  init(_ file: SourceFile) throws(Problem) {
    let bytes = file.bytes
    let hasReturns = bytes.offset(of: Ascii.carriageReturn) != nil
    var line = bytes.line(from: 0, hasReturns: hasReturns)
    let language: Language
    if bytes.isMarker("-", line) {
      language = .yaml
    } else if bytes.isMarker("+", line) {
      language = .toml
    } else {
      matter = nil
      body = (0, 1)
      return
    }
    let start = bytes.nextLine(behind: line)
    var next = start
    var number = 1
    while next < bytes.count {
      line = bytes.line(from: next, hasReturns: hasReturns)
      next = bytes.nextLine(behind: line)
      number += 1
      guard language.isEnd(line, of: bytes) else { continue }
      let text = start..<line.lowerBound
      guard text.count <= Self.limit else { throw .frontMatterTooLong(file) }
      matter = (language, Array(bytes[text]).withPlainNewlines, 2)
      body = (next, number + 1)
      return
    }
    throw .frontMatterUnclosed(language == .yaml ? "---" : "+++", file)
  }

  /// The fields of the front matter.
  func fields() throws(FieldsError) -> Field {
    guard let matter else { return Field(value: .nothing, mark: .init(line: 1, column: 1)) }
    return switch matter.language {
    case .yaml: try Field.yaml(matter.text, firstLine: matter.firstLine)
    case .toml:
      try Field.toml(
        String(decoding: matter.text, as: UTF8.self), firstLine: matter.firstLine)
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
}

extension Envelope.Language {
  fileprivate func isEnd(_ line: Range<Int>, of text: [UInt8]) -> Bool {
    switch self {
    case .yaml: text.isMarker("-", line) || text.isMarker(".", line)
    case .toml: text.isMarker("+", line)
    }
  }
}

extension [UInt8] {
  /// The line that begins at an offset, without its ending.
  fileprivate func line(from start: Int, hasReturns: Bool) -> Range<Int> {
    start..<(lineEnd(from: start, hasReturns: hasReturns) ?? count)
  }

  fileprivate func nextLine(behind line: Range<Int>) -> Int {
    let end = line.upperBound
    guard end < count else { return count }
    let isPair =
      self[end] == Ascii.carriageReturn && end + 1 < count && self[end + 1] == Ascii.newline
    return end + (isPair ? 2 : 1)
  }

  /// Whether a line is a sign three times, with nothing but white space behind it.
  fileprivate func isMarker(_ sign: Unicode.Scalar, _ line: Range<Int>) -> Bool {
    guard 3..<64 ~= line.count, self[line.lowerBound] == UInt8(ascii: sign) else { return false }
    return line.prefix(3).allSatisfy { self[$0] == UInt8(ascii: sign) }
      && line.dropFirst(3).allSatisfy { self[$0] == Ascii.space || self[$0] == Ascii.tab }
  }
}
