import Text

/// The link reference definitions of a document: `[label]: destination "title"`.
struct LinkReferences {
  struct Reference {
    /// In the tree's text, with escapes and entities resolved.
    let destination: Range<Int32>
    let title: Range<Int32>
  }

  private var references: [[UInt8]: Reference] = [:]
  /// How many bytes of destinations and titles links may take over in all: as in libcmark, beyond
  /// that there are no links, lest a short text become a huge page.
  var limit = 100_000

  var isEmpty: Bool { references.isEmpty }

  /// What a label refers to, to be taken over.
  mutating func reference(for label: ArraySlice<UInt8>) -> Reference? {
    guard !references.isEmpty, !label.isEmpty, label.count <= LinkSyntax.longestLabel,
      let reference = references[Self.normalized(label)]
    else { return nil }
    let count = reference.destination.count + reference.title.count
    guard count <= limit else { return nil }
    limit -= count
    return reference
  }

  /// Takes the definitions off the start of a paragraph and returns what is left of it.
  mutating func take(
    from range: Range<Int>, of text: [UInt8], into tree: inout Tree, entities: inout Entities
  ) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound, text[start] == UInt8(ascii: "["),
      let end = define(at: start, before: range.upperBound, in: text, &tree, &entities)
    {
      start = end
    }
    return start..<range.upperBound
  }

  private mutating func define(
    at start: Int, before end: Int, in text: [UInt8], _ tree: inout Tree,
    _ entities: inout Entities
  ) -> Int? {
    guard let label = LinkSyntax.label(in: text, at: start, before: end), !label.inside.isEmpty,
      label.end < end, text[label.end] == Ascii.colon,
      let destination = LinkSyntax.destination(
        in: text, at: LinkSyntax.skipToNextLine(in: text, from: label.end + 1, before: end),
        before: end)
    else { return nil }
    var title: Range<Int>?
    var rest = destination.end
    let titleStart = LinkSyntax.skipToNextLine(in: text, from: rest, before: end)
    if titleStart > rest, let titleEnd = LinkSyntax.title(in: text, at: titleStart, before: end),
      let next = lineEnd(in: text, from: titleEnd, before: end)
    {
      title = titleStart + 1..<titleEnd - 1
      rest = next
    } else {
      guard let next = lineEnd(in: text, from: rest, before: end) else { return nil }
      rest = next
    }
    let key = Self.normalized(text[label.inside])
    guard !key.isEmpty else { return nil }
    if references[key] == nil {
      references[key] = Reference(
        destination: tree.append(entities.unescape(text[text.trimmed(destination.inside)])),
        title: title.map { tree.append(entities.unescape(text[$0])) } ?? 0..<0)
    }
    return rest
  }

  private func lineEnd(in text: [UInt8], from start: Int, before end: Int) -> Int? {
    let index = LinkSyntax.skipSpaces(in: text, from: start, before: end)
    guard index < end else { return end }
    return text[index] == Ascii.newline ? index + 1 : nil
  }

  /// A label as labels are compared: case folded, white space collapsed.
  static func normalized(_ label: ArraySlice<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(label.count)
    var isASCII = true
    for byte in label {
      if byte >= 0x80 { isASCII = false }
      if !byte.isWhitespace {
        folded.append(byte.lowercased)
      } else if let last = folded.last, last != Ascii.space {
        folded.append(Ascii.space)
      }
    }
    if folded.last == Ascii.space { folded.removeLast() }
    guard !isASCII else { return folded }
    // Lower, upper and lower case in turn fold what Unicode's full case folding does.
    let text = String(decoding: folded, as: UTF8.self).lowercased().uppercased().lowercased()
    return Array(text.utf8)
  }
}
