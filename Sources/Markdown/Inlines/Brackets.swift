import Text

/// The brackets of one block that may still become links or images.
struct Brackets {
  struct Bracket {
    /// Where it stands among the pieces, and where the text after it begins.
    let piece: Int
    let position: Int
    let isImage: Bool
    /// The last delimiter before it.
    let delimiter: Int32
    var hasBracketAfter = false
  }

  private var open: [Bracket] = []
  /// Below this, brackets can open no link, because a link was found inside of them.
  private var linkless = 0

  var count: Int { open.count }

  private var images = 0

  /// Whether one is open that may still become a link or an image.
  var canMatch: Bool { open.count > linkless || images > 0 }

  mutating func reset() {
    open.removeAll(keepingCapacity: true)
    linkless = 0
    images = 0
  }

  mutating func push(_ bracket: Bracket) {
    if !open.isEmpty { open[open.count - 1].hasBracketAfter = true }
    open.append(bracket)
    if bracket.isImage { images += 1 }
  }

  /// The innermost one, taken off; `isActive` tells whether it may still match.
  mutating func pop() -> (bracket: Bracket, isActive: Bool)? {
    guard let bracket = open.popLast() else { return nil }
    let isActive = bracket.isImage || open.count >= linkless
    linkless = min(linkless, open.count)
    if bracket.isImage { images -= 1 }
    return (bracket, isActive)
  }

  /// Notes that a link was found inside all that are open.
  mutating func closeToLinks() { linkless = open.count }
}

extension InlineParser {
  mutating func openBracket() {
    if syntax.contains(.wikiLinks), wikiLink(isImage: false) { return }
    push(isImage: false)
  }

  mutating func exclamation() {
    guard position + 1 < end, input[position + 1] == UInt8(ascii: "["),
      !syntax.contains(.footnotes) || position + 2 == end
        || input[position + 2] != UInt8(ascii: "^")
    else { return take(1) }
    if syntax.contains(.wikiLinks), wikiLink(isImage: true) { return }
    push(isImage: true)
  }

  private mutating func push(isImage: Bool) {
    let length = isImage ? 2 : 1
    if brackets.count >= Document.Excess.bracketLimit {
      let line = Int(node(.link, at: position).line)
      tree.excess = .init(kind: .brackets, line: line, column: 1)
    }
    brackets.push(
      .init(
        piece: pieces.count, position: position + length, isImage: isImage,
        delimiter: delimiters.last))
    take(length)
  }

  mutating func closeBracket() {
    guard let (opener, isActive) = brackets.pop(), isActive else { return take(1) }
    let after = position + 1
    if let link = inlineTarget(at: after) ?? referenceTarget(of: opener, at: after) {
      enclose(opener, destination: link.destination, title: link.title, end: link.end)
    } else if !footnoteReference(opener) {
      take(1)
    }
  }

  private typealias Target = (destination: Range<Int32>, title: Range<Int32>, end: Int)

  /// `(destination "title")`.
  private mutating func inlineTarget(at place: Int) -> Target? {
    guard place < end, input[place] == UInt8(ascii: "(") else { return nil }
    let first = LinkSyntax.skipWhitespace(in: input, from: place + 1, before: end)
    guard let destination = LinkSyntax.destination(in: input, at: first, before: end) else {
      return nil
    }
    var index = LinkSyntax.skipWhitespace(in: input, from: destination.end, before: end)
    var title: Range<Int>?
    if index > destination.end, let titleEnd = LinkSyntax.title(in: input, at: index, before: end) {
      title = index + 1..<titleEnd - 1
      index = LinkSyntax.skipWhitespace(in: input, from: titleEnd, before: end)
    }
    guard index < end, input[index] == UInt8(ascii: ")") else { return nil }
    return (
      tree.append(entities.unescape(input[input.trimmed(destination.inside)])),
      title.map { tree.append(entities.unescape(input[$0])) } ?? 0..<0, index + 1
    )
  }

  /// `[label]`, `[]`, or nothing where the text itself is the label.
  private mutating func referenceTarget(of opener: Brackets.Bracket, at place: Int) -> Target? {
    guard !references.isEmpty else { return nil }
    let label = LinkSyntax.label(in: input, at: place, before: end)
    if let label, !label.inside.isEmpty {
      return references.reference(for: input[label.inside]).map {
        ($0.destination, $0.title, label.end)
      }
    }
    guard !opener.hasBracketAfter else { return nil }
    let text = input[opener.position..<position]
    return references.reference(for: text).map {
      ($0.destination, $0.title, label?.end ?? place)
    }
  }

  private mutating func enclose(
    _ opener: Brackets.Bracket, destination: Range<Int32>, title: Range<Int32>, end: Int
  ) {
    var node = node(opener.isImage ? .image : .link, at: opener.position)
    node.text = destination
    node.detail = title
    pieces[opener.piece] = Piece(kind: .open, index: Int32(nodes.count))
    nodes.append(node)
    pieces.append(Piece(kind: .close))
    delimiters.match(above: opener.delimiter)
    if !opener.isImage { brackets.closeToLinks() }
    position = end
  }

  /// `[^label]`, where such a footnote is defined.
  private mutating func footnoteReference(_ opener: Brackets.Bracket) -> Bool {
    guard syntax.contains(.footnotes), !opener.isImage, opener.position < position,
      input[opener.position] == UInt8(ascii: "^"),
      let footnote = footnotes[input[opener.position + 1..<position]]
    else { return false }
    pieces.removeSubrange(opener.piece...)
    delimiters.drop(above: opener.delimiter)
    var node = node(.footnoteReference, at: opener.position)
    node.number = footnote
    append(leaf: node)
    position += 1
    return true
  }
}
