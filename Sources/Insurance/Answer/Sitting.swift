/// Writing by hand, line by line: a short answer that an empty line ends, or a journal for a time.
///
/// In a journal empty lines part paragraphs. When its time is over it rings, and the next empty line
/// ends it, so that nobody is cut off in a sentence.
package struct Sitting: Sendable {
  private(set) var lines: [String] = []
  /// Whether the time that was given is still running.
  package private(set) var isTimed: Bool

  package init(isTimed: Bool) {
    self.isTimed = isTimed
  }

  /// What somebody has written so far.
  package var text: String { lines.joined(separator: "\n") }

  /// Takes a line, and says whether more may come.
  package mutating func add(_ line: String) -> Bool {
    let isEmpty = line.allSatisfy(\.isWhitespace)
    if isEmpty, !isTimed { return false }
    lines.append(line)
    return true
  }

  package mutating func endTime() { isTimed = false }
}
