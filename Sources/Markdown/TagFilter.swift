import Text

extension ByteWriter {
  /// Appends HTML with the `<` of tags that change how the rest is read written as an entity: the
  /// disallowed raw HTML of the GFM specification.
  mutating func append(filteringTags text: ArraySlice<UInt8>) {
    var start = text.startIndex
    var index = start
    while let next = text[index...].firstIndex(of: Ascii.less) {
      if isFilteredTag(text[(next + 1)...]) {
        append(text[start..<next])
        append("&lt;")
        start = next + 1
      }
      index = next + 1
    }
    append(text[start...])
  }
}

private func isFilteredTag(_ text: ArraySlice<UInt8>) -> Bool {
  let text = text.first == Ascii.slash ? text.dropFirst() : text
  let name = text.prefix(10).prefix(while: \.isLetter)
  guard let next = text[name.endIndex...].first else { return false }
  let isWhole =
    next.isWhitespace || next == Ascii.greater
    || next == Ascii.slash && text[name.endIndex...].dropFirst().first == Ascii.greater
  return isWhole && filteredTags.contains { $0.utf8.elementsEqual(name.map(\.lowercased)) }
}

private let filteredTags = [
  "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
]
