import Markdown
import Text

/// The words of a rendered text as its readers see them: without tags, with references resolved.
///
/// What is written `A&#99;me` or `Ac<b>me</b>` is one word on the page, and none in the file.
struct RenderedWords {
  private(set) var bytes: [UInt8] = []

  /// Tags that may stand within a word.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q",
    "s",
    "samp", "small", "span", "strong", "sub", "sup", "u", "var", "wbr",
  ]

  private static let references: [(name: [UInt8], byte: UInt8)] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)[0]) }

  init(of document: Document) {
    document.read(document.everything) { append(Array($0)) }
  }

  private mutating func append(_ html: [UInt8]) {
    var index = 0
    while index < html.count {
      switch html[index] {
      case Ascii.less:
        let end = html[index...].firstIndex(of: Ascii.greater) ?? html.count - 1
        let name = html[index...end].dropFirst().drop { $0 == Ascii.slash }.prefix {
          0x61...0x7A ~= $0
        }
        if !Self.inline.contains(String(decoding: name, as: UTF8.self)) {
          bytes.append(Ascii.newline)
        }
        index = end + 1
      case Ascii.ampersand:
        let found = Self.references.first { html[index...].starts(with: $0.name) }
        bytes.append(found?.byte ?? Ascii.ampersand)
        index += found?.name.count ?? 1
      default:
        bytes.append(html[index])
        index += 1
      }
    }
  }
}
