import Text

/// `[[name]]`, `[[name#heading|label]]`, `![[picture.png|300]]`.
extension InlineParser {
  /// Takes a wiki link at a bracket, or at the `!` before one; false where there is none.
  mutating func wikiLink(isImage: Bool) -> Bool {
    let opening = isImage ? position + 1 : position
    guard input.has("[[", at: opening), opening + 2 < end,
      let inside = wikiInside(from: opening + 2)
    else { return false }
    let bar = input[inside].firstIndex(of: UInt8(ascii: "|"))
    let name = input.trimmed(inside.lowerBound..<(bar ?? inside.upperBound))
    let label = bar.map { input.trimmed($0 + 1..<inside.upperBound) } ?? name
    guard !name.isEmpty else { return false }
    let destination = entities.unescape(input[name])
    var node = node(isImage ? .image : .link, at: position)
    node.text = tree.append(destination)
    node.isWiki = true
    if isImage, bar != nil, let width = width(input[label]) {
      node.number = width
      append(opening: node)
      pieces.append(.literal(node.text))
    } else {
      append(opening: node)
      let words = label.isEmpty ? input[name] : input[label]
      pieces.append(.literal(tree.append(entities.unescape(words))))
    }
    pieces.append(Piece(kind: .close))
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
