import Text

/// `[[name]]`, `[[name#heading|label]]`, `![[picture.png|300]]`.
extension InlineParser {
  /// Takes a wiki link at a bracket, or at the `!` before one; false where there is none.
  mutating func wikiLink(isImage: Bool) -> Bool {
    let opening = isImage ? position + 1 : position
    guard input.has("[[", at: opening), opening + 2 < end,
      let inside = wikiInside(from: opening + 2)
    else { return false }
    // In a table the bar is escaped, which some do elsewhere too.
    var parts = input[inside].split(
      separator: UInt8(ascii: "|"), maxSplits: 2, omittingEmptySubsequences: false
    ).map { part in
      let range = input.trimmed(part.startIndex..<part.endIndex)
      return input[range].last == UInt8(ascii: "\\") ? input.trimmed(range.dropLast()) : range
    }
    let name = parts.removeFirst()
    guard !name.isEmpty else { return false }
    var node = node(isImage ? .image : .link, at: position)
    node.text = tree.append(entities.unescape(input[name]))
    node.isWiki = true
    if isImage, let last = parts.last, let width = width(input[last]) {
      node.number = width
      parts.removeLast()
    }
    append(opening: node)
    if let label = parts.first(where: { !$0.isEmpty }) {
      pieces.append(
        .literal(
          tree.append(
            entities.unescape(
              input[label.lowerBound..<(parts.last?.upperBound ?? label.upperBound)]))))
    } else {
      pieces.append(.literal(node.text))
    }
    pieces.append(Piece(kind: .close))
    if !isImage { brackets.closeToLinks() }
    position = inside.upperBound + 2
    return true
  }

  /// What stands before the next `]]` on the line, if no other bracket does.
  private func wikiInside(from first: Int) -> Range<Int>? {
    var index = first
    while index < end, index - first <= LinkSyntax.longestLabel {
      switch input[index] {
      case Ascii.newline, UInt8(ascii: "["): return nil
      case UInt8(ascii: "]"):
        let isClosed = index + 1 < end && input[index + 1] == UInt8(ascii: "]")
        return isClosed && index > first ? first..<index : nil
      default: index += 1
      }
    }
    return nil
  }

  /// A picture's width: `300`, or `300x200`, whose height its own shape tells.
  private func width(_ label: ArraySlice<UInt8>) -> Int32? {
    let digits = label.prefix(while: \.isDigit)
    let rest = label[digits.endIndex...]
    guard 1...5 ~= digits.count,
      rest.isEmpty || rest.first == UInt8(ascii: "x") && rest.dropFirst().allSatisfy(\.isDigit)
    else { return nil }
    return Int32(String(decoding: digits, as: UTF8.self))
  }
}
