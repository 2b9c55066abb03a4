import Problems
import Text

/// The text of a template and where it came from.
struct TemplateSource: Sendable {
  let path: String
  let lines: Lines

  var bytes: [UInt8] { lines.bytes }

  func words(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  func isBlank(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy(\.isWhitespace)
  }

  /// The same range without the white space around it.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first(where: { !bytes[$0].isWhitespace }),
      let last = range.last(where: { !bytes[$0].isWhitespace })
    else { return range.lowerBound..<range.lowerBound }
    return first..<last + 1
  }

  /// The length of the line ending at an offset; 0 if there is none.
  func newline(at offset: Int) -> Int {
    guard offset < bytes.count else { return 0 }
    if bytes[offset] == Ascii.newline { return 1 }
    let isPair =
      bytes[offset] == Ascii.carriageReturn && offset + 1 < bytes.count
      && bytes[offset + 1] == Ascii.newline
    return isPair ? 2 : 0
  }

  /// The end of the spaces and tabs from an offset on.
  func endOfBlanks(from offset: Int) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] == Ascii.space || bytes[end] == Ascii.tab { end += 1 }
    return end
  }

  /// Whether nothing but spaces and tabs follows in the line.
  func endsLine(at offset: Int) -> Bool {
    let end = endOfBlanks(from: offset)
    return end == bytes.count || newline(at: end) > 0
  }
}

extension UInt8 {
  fileprivate var isWhitespace: Bool {
    self == Ascii.space || (Ascii.tab...Ascii.carriageReturn).contains(self)
  }
}
