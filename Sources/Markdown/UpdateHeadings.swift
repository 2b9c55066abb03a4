import Dates
import Text

/// Outloud's logs: `## 2026-11-20` and `## 2026-11-20: title` begin an update; a list item below
/// one may begin with a time of day.
extension Document.Heading.Update {
  init?(heading words: [UInt8]) {
    guard let first = words.first, (0x30...0x39).contains(first) else { return nil }
    let text = String(decoding: words, as: UTF8.self)
    let day = text.prefix(10)
    guard day.utf8.count == 10, let moment = try? Moment(parsing: String(day), in: .utc) else {
      return nil
    }
    let rest = text.dropFirst(10)
    guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
    let title = String(rest.dropFirst()).trimmed
    self.init(day: moment.date, title: title.isEmpty ? nil : title)
  }
}

extension Tree {
  /// Makes a node of its own of the time at the start of each list item below a dated heading.
  mutating func markTimes() {
    var isUpdate = false
    var block = self[0].firstChild
    while block != Self.none {
      let node = self[block]
      if node.kind == .heading, node.number <= 2 {
        isUpdate =
          node.number == 2 && mayBeDated(block)
          && Document.Heading.Update(heading: plainText(of: block)) != nil
      } else if isUpdate, node.kind == .bulletList {
        for item in Array(children(of: block)) { markTime(in: item) }
      }
      block = node.next
    }
  }

  /// Whether the words of a heading may begin with a digit; most need not be gathered to tell.
  private func mayBeDated(_ heading: Index) -> Bool {
    var first = heading
    while self[first].firstChild != Self.none { first = self[first].firstChild }
    guard self[first].kind == .text, let byte = text(of: first).first else { return true }
    return byte.isDigit
  }

  private mutating func markTime(in item: Index) {
    let paragraph = self[item].firstChild
    guard paragraph != Self.none, self[paragraph].kind == .paragraph else { return }
    let first = self[paragraph].firstChild
    guard first != Self.none, self[first].kind == .text else { return }
    let words = self[first].text
    guard timeOfDay(text(of: first)) != nil else { return }
    var rest = self[first]
    rest.text = words.lowerBound + 5..<words.upperBound
    self[first].kind = .time
    self[first].text = words.lowerBound..<words.lowerBound + 5
    self[first].next = Index(nodes.count)
    nodes.append(rest)
  }
}

/// Seconds since midnight of `14:05` before a space or the end.
func timeOfDay(_ words: ArraySlice<UInt8>) -> Int? {
  let bytes = Array(words.prefix(6))
  guard bytes.count == 5 || bytes.count == 6 && bytes[5] == 0x20, bytes[2] == 0x3A else {
    return nil
  }
  let digits = [bytes[0], bytes[1], bytes[3], bytes[4]].map { Int($0) - 0x30 }
  guard digits.allSatisfy((0...9).contains) else { return nil }
  let hour = digits[0] * 10 + digits[1]
  let minute = digits[2] * 10 + digits[3]
  return hour < 24 && minute < 60 ? hour * 3_600 + minute * 60 : nil
}
