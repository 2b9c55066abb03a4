import Text

extension ByteWriter {
  /// Appends code as HTML: each token that is not plain in a `span` with its class, each marked
  /// line in a `mark`. Without its tags it is the escaped code, byte by byte.
  ///
  /// Lines are counted from 1; those that the code has not are ignored.
  package mutating func append(
    code: ArraySlice<UInt8>, _ tokens: [Token], marking lines: LineSet
  ) {
    guard !lines.isEmpty else {
      var start = code.startIndex
      for token in tokens {
        let end = code.startIndex + token.end
        append(code[start..<end], as: token.kind)
        start = end
      }
      return
    }
    var line = 1
    var start = code.startIndex
    var isOpen = false
    for token in tokens {
      let end = code.startIndex + token.end
      // A span goes no further than its line, and a mark holds no line's end.
      while start < end {
        if !isOpen, lines.contains(line) {
          append("<mark class=\"line\">")
          isOpen = true
        }
        let lineEnd = code[start..<end].firstIndex(of: Ascii.newline)
        append(code[start..<(lineEnd ?? end)], as: token.kind)
        start = lineEnd ?? end
        guard lineEnd != nil else { break }
        if isOpen { append("</mark>") }
        isOpen = false
        append(Ascii.newline)
        start += 1
        line += 1
      }
    }
    if isOpen { append("</mark>") }
  }

  private mutating func append(_ code: ArraySlice<UInt8>, as kind: TokenKind) {
    guard !code.isEmpty else { return }
    guard kind != .plain else {
      append(escapingContent: code)
      return
    }
    append("<span class=\"")
    kind.className.withUTF8Buffer { append($0) }
    append("\">")
    append(escapingContent: code)
    append("</span>")
  }
}
