import Text

/// A block of raw HTML as CommonMark has it: what ends it.
enum HTMLBlock {
  /// One that begins with a whole tag alone on its line, which cannot follow a paragraph at once.
  case tag
  /// One that begins with the tag of a block.
  case block
  /// `<pre>` and the like.
  case verbatim
  /// A comment or the like, up to these characters.
  case upTo(StaticString)

  /// Nil where a line begins none.
  init?(_ text: [UInt8], _ line: Range<Int>) {
    let start = line.lowerBound
    if text.has("<!--", at: start) {
      self = .upTo("-->")
    } else if text.has("<?", at: start) {
      self = .upTo("?>")
    } else if text.has("<![CDATA[", at: start) {
      self = .upTo("]]>")
    } else if text.has("<!", at: start), line.count > 2, text[start + 2].isLetter {
      self = .upTo(">")
    } else if let kind = Self.element(text, line) {
      self = kind
    } else {
      var html = AngleBrackets()
      guard let end = html.html(in: text, at: start, before: line.upperBound),
        text[end..<line.upperBound].allSatisfy(\.isWhitespace)
      else { return nil }
      self = .tag
    }
  }

  private static func element(_ text: [UInt8], _ line: Range<Int>) -> HTMLBlock? {
    let rest = text[line].dropFirst()
    let isEnd = rest.first == Ascii.slash
    let name = (isEnd ? rest.dropFirst() : rest).prefix(while: \.isAlphanumeric)
    let next = text[line].suffix(from: name.endIndex)
    guard let first = next.first else { return kind(name, isEnd: isEnd) }
    let ends =
      first.isWhitespace || first == Ascii.greater
      || first == Ascii.slash && next.dropFirst().first == Ascii.greater
    return ends ? kind(name, isEnd: isEnd) : nil
  }

  private static func kind(_ name: ArraySlice<UInt8>, isEnd: Bool) -> HTMLBlock? {
    let name = String(decoding: name.map(\.lowercased), as: UTF8.self)
    if !isEnd, verbatimElements.contains(name) { return .verbatim }
    return blockElements.contains(name) ? .block : nil
  }

  /// Whether a line is the last of it, or the blank one after it.
  func ends(in text: [UInt8], at line: Range<Int>) -> Bool {
    switch self {
    case .tag, .block: text[line].allSatisfy(\.isWhitespace)
    case .upTo(let end): line.contains { text.has(end, at: $0) }
    case .verbatim:
      line.contains { place in
        guard text.has("</", at: place) else { return false }
        let name = text[place + 2..<line.upperBound].prefix(while: \.isLetter)
        return name.endIndex < line.upperBound && text[name.endIndex] == Ascii.greater
          && Self.verbatimElements.contains(
            String(decoding: name.map(\.lowercased), as: UTF8.self))
      }
    }
  }

  /// Whether it is there for what stands around it, and not for itself.
  var isMarkup: Bool {
    switch self {
    case .tag, .block: true
    case .verbatim, .upTo: false
    }
  }

  private static let verbatimElements: Set<String> = ["script", "pre", "style", "textarea"]

  /// The elements whose tags begin a block wherever they stand, from the CommonMark specification.
  private static let blockElements: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center",
    "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
    "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section", "source",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]
}
