import Text

extension Document {
  /// The text of which the document was made, with empty lines for some of its sections, by their
  /// places: nothing of them is left, no footnote and no address of a link, and what stands
  /// elsewhere keeps its line. The definitions that end the text are the whole note's, and stay:
  /// nothing is shown of those that only what is left out refers to.
  package func text(_ source: [UInt8], leavingOut places: Set<Int>) -> [UInt8] {
    let lines = Lines(source)
    var left: [UInt8] = []
    var offset = 0
    for place in places.sorted() {
      guard let heading = sections[place].heading else { continue }
      let start = lines.start(ofLine: heading.line)
      let next = sections[(place + 1)...].lazy.compactMap(\.heading).first
      let end =
        next.map { lines.start(ofLine: $0.line) }
        ?? Self.startOfLastDefinitions(in: source, after: start)
      left += source[offset..<start]
      left += source[start..<end].filter { $0 == Ascii.newline }
      offset = end
    }
    return left + source[offset...]
  }

  /// Where the definitions begin, `[label]: …` or `[^label]: …` with what is indented below, behind
  /// which a text has nothing more; its end where it has none.
  private static func startOfLastDefinitions(in source: [UInt8], after heading: Int) -> Int {
    var found = source.count
    var end = source.count
    while end > heading {
      let start = source[heading..<(end - 1)].lastIndex(of: Ascii.newline).map { $0 + 1 } ?? heading
      guard start > heading else { break }
      let line = source[start..<end]
      if isDefinition(line) {
        found = start
      } else if let first = line.first, !first.isWhitespace {
        break
      }
      end = start
    }
    return found
  }

  private static func isDefinition(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == UInt8(ascii: "["), let close = line.firstIndex(of: UInt8(ascii: "]")) else {
      return false
    }
    return close + 1 < line.endIndex && line[close + 1] == Ascii.colon
  }
}
