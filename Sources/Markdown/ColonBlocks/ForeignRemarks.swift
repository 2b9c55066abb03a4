import Text

/// What other programs leave out of a page, and this one would show: remarks between `%%` in
/// Obsidian, between `{% comment %}` and its end in Jekyll.
extension Tree {
  static func mayHoldForeignRemarks(_ source: [UInt8]) -> Bool {
    source.contains("%%") || source.contains("{% comment")
  }

  /// The lines of blocks that hold one. A single `%%` within a sentence begins nothing.
  var foreignRemarkLines: [Int] {
    var lines: [Int] = []
    var current: (line: Int, marks: Int, begins: Bool)?
    func end() {
      if let current, current.marks > 1 || current.begins { lines.append(current.line) }
      current = nil
    }
    walk(0) { index in
      let node = self[index]
      guard node.kind == .text else { return }
      let words = text(of: index)
      let line = Int(block(of: index).line)
      if current?.line != line {
        end()
        current = (line, 0, words.starts(with: "%%".utf8))
      }
      current?.marks += words.count(ofMark: "%%")
      if words.count(ofMark: "{% comment") > 0 { current?.begins = true }
    } leave: { _ in
    }
    end()
    return lines
  }
}

extension ArraySlice<UInt8> {
  /// How often a mark stands in it, one behind the other.
  fileprivate func count(ofMark mark: StaticString) -> Int {
    var count = 0
    var index = startIndex
    while index < endIndex {
      let isThere = mark.withUTF8Buffer { self[index...].starts(with: $0) }
      if isThere { count += 1 }
      index += isThere ? mark.utf8CodeUnitCount : 1
    }
    return count
  }
}
