import Text

extension Document {
  /// The text of which the document was made, with empty lines for some of its sections, by their
  /// places: nothing of them is left, no footnote and no address of a link, and what stands
  /// elsewhere keeps its line.
  package func text(_ source: [UInt8], leavingOut places: Set<Int>) -> [UInt8] {
    let lines = Lines(source)
    var left: [UInt8] = []
    var offset = 0
    for place in places.sorted() {
      guard let heading = sections[place].heading else { continue }
      let start = lines.start(ofLine: heading.line)
      let next = sections[(place + 1)...].lazy.compactMap(\.heading).first
      let end = next.map { lines.start(ofLine: $0.line) } ?? source.count
      left += source[offset..<start]
      left += source[start..<end].filter { $0 == Ascii.newline }
      offset = end
    }
    return left + source[offset...]
  }
}
