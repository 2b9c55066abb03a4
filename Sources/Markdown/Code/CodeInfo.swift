import Highlighting
import Text

/// What the info string of a code block says: its language, a title, and the lines to mark.
///
/// | written | by |
/// | --- | --- |
/// | `swift {2,4-6}`, `js title="app.js" {1}`, `js [app.js]`, `js:line-numbers {1}` | Docusaurus, VitePress |
/// | `js {hl_lines=[2,"4-6"]}`, `{hl_lines="2 4-6"}` | Hugo |
/// | `js,linenos,hl_lines=2 4-6,name=app.js` | Zola |
/// | `js:app.js` | Gatsby, Qiita, Zenn |
/// | `{.python .numberLines}`, `{r setup, echo=FALSE}` | Pandoc, R Markdown |
/// | `rust,ignore`, `js filename="app.js"`, anything else | what is not known is left out |
struct CodeInfo {
  /// As it is written.
  private(set) var language: ArraySlice<UInt8> = []
  private(set) var title: ArraySlice<UInt8>?
  private(set) var lines = LineSet()

  private let info: ArraySlice<UInt8>
  private var offset: Int

  init(_ info: ArraySlice<UInt8>) {
    self.info = info
    offset = info.startIndex
    language = word(until: " \t\n,{:[")
    if byte == Ascii.colon { readAfterColon() }
    while offset < info.endIndex { readPart(inBraces: false) }
  }

  private var byte: UInt8? { offset < info.endIndex ? info[offset] : nil }

  private mutating func word(until ends: StaticString) -> ArraySlice<UInt8> {
    let start = offset
    ends.withUTF8Buffer { ends in
      while let byte, !ends.contains(byte) { offset += 1 }
    }
    return info[start..<offset]
  }

  /// `js:app.js` gives a title, `js:line-numbers` does not.
  private mutating func readAfterColon() {
    offset += 1
    let word = word(until: " \t\n{")
    let isFlag = word.starts(with: "line-numbers".utf8) || word.starts(with: "no-line".utf8)
    if !word.isEmpty, !isFlag { title = word }
  }

  private mutating func readPart(inBraces: Bool) {
    switch byte {
    case UInt8(ascii: "{") where !inBraces:
      offset += 1
      readBraces()
    case UInt8(ascii: "[") where !inBraces:
      offset += 1
      let words = word(until: "]")
      if byte != nil, !words.isEmpty { title = title ?? words }
      offset = min(offset + 1, info.endIndex)
    case UInt8(ascii: "="), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","), Ascii.space,
      Ascii.tab, Ascii.newline, nil:
      offset = min(offset + 1, info.endIndex)
    default:
      let name = inBraces ? word(until: " \t\n,=}") : word(until: " \t\n,={")
      guard byte == UInt8(ascii: "=") else { return }
      offset += 1
      use(name, value(inBraces: inBraces))
    }
  }

  /// `{2,4-6}` are lines; else there are names and values, and maybe the language first.
  private mutating func readBraces() {
    let start = offset
    let inside = info[start...].prefix { $0 != UInt8(ascii: "}") }
    let isLines = inside.allSatisfy {
      $0.isOfLines || $0 == UInt8(ascii: ",") || $0 == Ascii.space
    }
    if isLines {
      lines.formUnion(LineSet(parsing: inside))
      offset = min(inside.endIndex + 1, info.endIndex)
      return
    }
    if language.isEmpty { language = self.language(in: inside) }
    while let byte, byte != UInt8(ascii: "}") { readPart(inBraces: true) }
    offset = min(offset + 1, info.endIndex)
  }

  /// The first class, as in `{#id .python}`, or the first word, as in `{r setup}`.
  private func language(in braces: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let words = braces.split { $0 == Ascii.space || $0 == UInt8(ascii: ",") }
    if let word = words.first(where: { $0.first == Ascii.dot }) { return word.dropFirst() }
    guard let word = words.first, let first = word.first, first.isLetter,
      !word.contains(UInt8(ascii: "="))
    else { return [] }
    return word
  }

  private mutating func value(inBraces: Bool) -> ArraySlice<UInt8> {
    switch byte {
    case Ascii.quote, Ascii.apostrophe:
      let mark = info[offset]
      let text = info[(offset + 1)...].prefix { $0 != mark }
      offset = min(text.endIndex + 1, info.endIndex)
      return text
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      let text = info[offset...].prefix { $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "}") }
      offset = min(text.endIndex + 1, info.endIndex)
      return text
    default:
      // Lines are apart by spaces where Zola writes them.
      let start = offset
      var end = offset
      while offset < info.endIndex {
        let word = inBraces ? word(until: " \t\n,}") : word(until: " \t\n,{")
        end = offset
        let next = info[offset...].drop { $0 == Ascii.space }
        guard word.allSatisfy(\.isOfLines), let first = next.first, first.isOfLines,
          first != Ascii.hyphen, next.startIndex > offset
        else { break }
        offset = next.startIndex
      }
      return info[start..<end]
    }
  }

  private mutating func use(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) {
    guard !value.isEmpty else { return }
    switch String(decoding: name, as: UTF8.self) {
    case "title", "filename", "name", "file": title = value
    case "hl_lines", "highlight", "mark": lines.formUnion(LineSet(parsing: value))
    default: break
    }
  }
}

extension UInt8 {
  fileprivate var isOfLines: Bool { (0x30...0x39).contains(self) || self == Ascii.hyphen }
}
