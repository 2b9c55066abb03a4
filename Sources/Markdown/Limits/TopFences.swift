import Text

/// Follows the fenced code that stands in no list or quote.
///
/// Whether a fence is one is told for certain or not at all: within raw HTML none is believed.
struct TopFences {
  private var fence: (byte: UInt8, length: Int)?
  /// Whether a line of raw HTML came after the last blank one.
  private var isInHTML = false
  /// What ends the raw HTML that blank lines do not.
  private var htmlEnd: [UInt8]?

  var isOpen: Bool { fence != nil }

  /// Whether a line can change anything, whatever it begins with.
  var mayEnd: Bool { htmlEnd != nil }

  mutating func passBlank() { isInHTML = false }

  func begins(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    Self.fence(text, line) != nil
  }

  /// Passes the words of a line, which may begin a fence or raw HTML.
  mutating func pass(_ text: [UInt8], _ line: Range<Int>, isInside: Bool) {
    if let end = htmlEnd {
      if Self.contains(text, line, end) { htmlEnd = nil }
    } else if text[line.lowerBound] == Ascii.less {
      isInHTML = true
      htmlEnd = Self.htmlEnd(text, line).flatMap { Self.contains(text, line, $0) ? nil : $0 }
    } else if !isInside, !isInHTML {
      fence = Self.fence(text, line)
    }
  }

  /// Ends the open fence, if the line does.
  mutating func close(_ text: [UInt8], _ line: Range<Int>) {
    guard let open = fence else { return }
    let words = text[line].drop { $0 == Ascii.space }
    let marks = words.prefix { $0 == open.byte }
    if words.startIndex - line.lowerBound < 4, marks.count >= open.length,
      text[marks.endIndex..<line.upperBound].allSatisfy(\.isSpaceOrTab)
    {
      fence = nil
    }
  }

  private static func fence(
    _ text: [UInt8], _ line: Range<Int>
  ) -> (byte: UInt8, length: Int)? {
    let byte = text[line.lowerBound]
    guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return nil }
    let marks = text[line].prefix { $0 == byte }
    guard marks.count >= 3,
      byte == UInt8(ascii: "~") || !text[marks.endIndex..<line.upperBound].contains(byte)
    else { return nil }
    return (byte, marks.count)
  }

  /// What ends the raw HTML of the first five kinds.
  private static func htmlEnd(_ text: [UInt8], _ line: Range<Int>) -> [UInt8]? {
    let words = text[line.dropFirst()]
    switch words.first {
    case Ascii.question: return Array("?>".utf8)
    case UInt8(ascii: "!"):
      if words.starts(with: "!--".utf8) { return Array("-->".utf8) }
      return Array((words.starts(with: "![CDATA[".utf8) ? "]]>" : ">").utf8)
    default:
      let name = words.prefix(9).prefix(while: \.isLetter).map(\.lowercased)
      let names = ["pre", "script", "style", "textarea"]
      return names.contains { $0.utf8.elementsEqual(name) } ? Array("</".utf8) + name : nil
    }
  }

  private static func contains(_ text: [UInt8], _ line: Range<Int>, _ word: [UInt8]) -> Bool {
    text[line].indices.contains { start in
      start + word.count <= line.upperBound
        && word.indices.allSatisfy { text[start + $0].lowercased == word[$0] }
    }
  }
}
