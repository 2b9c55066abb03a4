import Text

/// Takes raw HTML apart as a browser does, after the HTML standard, section 13.2.5, "Tokenization".
///
/// It differs where a browser shows bits of what the author meant as one thing: an instruction ends
/// at `?>` and a CDATA section at `]]>`, as CommonMark has it. Both are left out, so nothing depends
/// on it. What is left out needs no exactness either: the text of a script ends at the first
/// `</script`, whatever comments stand in it.
///
/// Every byte is looked at a bounded number of times.
struct HTMLTokenizer {
  private let bytes: ArraySlice<UInt8>
  private var tokens: [HTMLToken] = []
  private var textStart: Int

  static func tokens(of fragment: ArraySlice<UInt8>) -> [HTMLToken] {
    var tokenizer = HTMLTokenizer(fragment)
    tokenizer.run()
    return tokenizer.tokens
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    textStart = bytes.startIndex
  }

  private mutating func run() {
    var index = bytes.startIndex
    while let less = bytes[index...].firstIndex(of: Ascii.less) {
      guard let (kind, end) = markup(at: less) else {
        index = less + 1
        continue
      }
      endText(at: less)
      tokens.append(HTMLToken(kind: kind, range: less..<end))
      index = end
      if case .start(let tag) = kind, let closing = rawTextEnd(of: tag.name, from: end) {
        index = closing
      }
      textStart = index
    }
    endText(at: bytes.endIndex)
  }

  private mutating func endText(at end: Int) {
    if textStart < end { tokens.append(HTMLToken(kind: .text, range: textStart..<end)) }
  }

  /// What begins at a `<`, and where it ends; nil where the `<` is only a character.
  private func markup(at less: Int) -> (HTMLToken.Kind, end: Int)? {
    let rest = bytes[(less + 1)...]
    guard let first = rest.first else { return nil }
    switch first {
    case _ where first.isASCIILetter: return startTag(at: less)
    case Ascii.slash: return endTag(at: less)
    case Ascii.question: return (.other("<?…?>"), end(of: "?>", from: less + 2))
    case UInt8(ascii: "!"):
      if rest.starts(with: "!--".utf8) { return (.comment, commentEnd(from: less + 4)) }
      if rest.starts(with: "![CDATA[".utf8) {
        return (.other("<![CDATA[…]]>"), end(of: "]]>", from: less + 9))
      }
      return (.other("<!…>"), end(of: ">", from: less + 2))
    default: return nil
    }
  }

  private func startTag(at less: Int) -> (HTMLToken.Kind, end: Int) {
    var scanner = HTMLTagScanner(bytes, from: less + 1)
    let name = bytes[scanner.name()].lowercasedName
    guard let attributes = scanner.attributes() else { return (.other("<\(name)"), bytes.endIndex) }
    return (.start(HTMLTag(name: name, attributes: attributes)), scanner.index)
  }

  private func endTag(at less: Int) -> (HTMLToken.Kind, end: Int)? {
    guard let first = bytes[(less + 2)...].first else { return nil }
    guard first.isASCIILetter else { return (.comment, end(of: ">", from: less + 2)) }
    var scanner = HTMLTagScanner(bytes, from: less + 2)
    let name = bytes[scanner.name()].lowercasedName
    guard scanner.attributes() != nil else { return (.other("</\(name)"), bytes.endIndex) }
    return (.end(name), scanner.index)
  }

  /// Behind the next occurrence of a mark, or the end.
  private func end(of mark: StaticString, from start: Int) -> Int {
    mark.withUTF8Buffer { mark in
      var index = start
      while index + mark.count <= bytes.endIndex {
        if bytes[index..<index + mark.count].elementsEqual(mark) { return index + mark.count }
        index += 1
      }
      return bytes.endIndex
    }
  }

  /// Behind `-->` or `--!>`. `<!-->` and `<!--->` are whole comments: 13.2.5.43, "comment start
  /// state".
  private func commentEnd(from start: Int) -> Int {
    let rest = bytes[start...]
    if rest.first == Ascii.greater { return start + 1 }
    if rest.starts(with: "->".utf8) { return start + 2 }
    var index = start
    while let hyphen = bytes[index...].firstIndex(of: Ascii.hyphen) {
      let rest = bytes[hyphen...]
      if rest.starts(with: "-->".utf8) { return hyphen + 3 }
      if rest.starts(with: "--!>".utf8) { return hyphen + 4 }
      index = hyphen + 1
    }
    return bytes.endIndex
  }

  /// The elements in which nothing is a tag but their own end: 13.2.6.4, by way of 13.2.5.2 to 5.
  private static let rawText: Set<String> = [
    "iframe", "noembed", "noframes", "noscript", "script", "style", "textarea", "title", "xmp",
  ]

  /// Where the end tag of an element of raw text begins; nil for other elements.
  private func rawTextEnd(of name: String, from start: Int) -> Int? {
    if name == "plaintext" { return bytes.endIndex }
    guard Self.rawText.contains(name) else { return nil }
    let count = name.utf8.count
    var index = start
    while let less = bytes[index...].firstIndex(of: Ascii.less) {
      let end = less + 2 + count
      if end <= bytes.endIndex, bytes[less + 1] == Ascii.slash,
        zip(bytes[(less + 2)..<end], name.utf8).allSatisfy({ $0 | 0x20 == $1 }),
        bytes[end...].first.map({ $0.isHTMLSpace || $0 == Ascii.slash || $0 == Ascii.greater })
          ?? true
      {
        return less
      }
      index = less + 1
    }
    return bytes.endIndex
  }
}
