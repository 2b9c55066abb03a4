import Text

/// `<!--more-->`, which Hugo, Jekyll and WordPress know: what stands before it is the summary.
extension Tree {
  var hasExcerpt: Bool { nodes.contains { $0.kind.isRawHTML && isMore($0) } }

  /// Whether raw HTML is that comment alone.
  func isMore(_ node: Node) -> Bool {
    let range = text.trimmed(Int(node.text.lowerBound)..<Int(node.text.upperBound))
    guard range.count < 64, text.has("<!--", at: range.lowerBound), range.count > 6 else {
      return false
    }
    let inside = text.trimmed(range.lowerBound + 4..<range.upperBound - 3)
    return text.has("-->", at: range.upperBound - 3)
      && text[inside].map(\.lowercased).elementsEqual("more".utf8)
  }

  /// The plain words of a paragraph up to the comment, and whether that is in it.
  func excerpt(of paragraph: Index) -> (words: [UInt8], hasEnd: Bool) {
    var words: [UInt8] = []
    var hasEnd = false
    walk(paragraph) { index in
      guard !hasEnd else { return }
      switch self[index].kind {
      case .text, .code: words += text(of: index)
      case .softBreak, .lineBreak: words.append(0x20)
      case .htmlInline: hasEnd = isMore(self[index])
      default: break
      }
    } leave: { _ in
    }
    return (words, hasEnd)
  }
}
