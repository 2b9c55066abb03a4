import Markdown
import Testing
import Text
import Trials

/// Random documents: pieces of hostile HTML and of Markdown, put together and then damaged.
struct SanitizerFuzzTests {
  @Test func `whatever is sanitized comes out well-formed and harmless`() {
    var documents = HostileDocuments(seed: Trials.seed)
    let fault = Trials.fuzz("sanitizer") { _ in
      let text = documents.next()
      for policy in [MarkdownOptions.RawHTML.sanitize, .drop] {
        let document = Document(markdown: Array(text.utf8), options: .init(rawHTML: policy))
        // Sections are also shown by themselves.
        let parts = [document.everything] + document.sections.map(\.bodyRange)
        for part in parts where Wellformedness(of: document.html(of: part)).fault != nil {
          return text.debugDescription
        }
      }
      return nil
    }
    #expect(fault == nil)
  }
}

extension Document {
  fileprivate func html(of part: Range<Int>) -> String {
    var html = ByteWriter()
    append(part, to: &html) { index in
      let destination = links[index].destination
      return links[index].isImage ? .image(destination, .init()) : .address(destination)
    }
    return String(decoding: html.bytes, as: UTF8.self)
  }
}

/// Documents made of what has broken sanitizers before.
struct HostileDocuments {
  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(state: seed)
  }

  mutating func next() -> String {
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 1...14, using: &random) {
      text += (Self.pieces.randomElement(using: &random) ?? "").utf8
      text += ([" ", "", "\n", "\n\n", "\n\n"].randomElement(using: &random) ?? "").utf8
    }
    for _ in 0..<Int.random(in: 0...3, using: &random) where !text.isEmpty {
      let index = Int.random(in: 0..<text.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: text.remove(at: index)
      case 1: text.insert(Self.marks.randomElement(using: &random) ?? 0, at: index)
      case 2: text[index] = Self.marks.randomElement(using: &random) ?? 0
      default:
        let end = min(text.count, index + Int.random(in: 1...20, using: &random))
        text.insert(
          contentsOf: text[index..<end], at: Int.random(in: 0..<index + 1, using: &random))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let marks = Array("<>/\"'`=&;!-?[]# \t\n\u{C}\0ajo:*_".utf8)

  private static let names = [
    "a", "abbr", "b", "blockquote", "br", "caption", "code", "dd", "details", "div", "dl", "dt",
    "em",
    "figcaption", "figure", "h1", "h2", "hr", "img", "li", "ol", "p", "pre", "ruby", "rt", "rp",
    "span", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "ul", "video",
    "script", "style", "svg", "math", "template", "title", "textarea", "noscript", "iframe", "xmp",
    "plaintext", "form", "select", "input", "object", "x-y", "center",
  ]

  private static let attributes = [
    "", " id=x", " id=\"y z\"", " href=\"javascript:alert(1)\"", " href=\"#x\"", " href=a.md",
    " href=https://a.example/", " src=x.png", " src=\"java&#115;cript:alert(1)\"",
    " onclick=alert(1)",
    " title=\"<script>\"", " title='\"'", " align=center", " open", "/", " width=10 height=5%",
    " style=x", " datetime=2026-01-02", " src=data:text/html,x", " class=a", " colspan=2",
    " name=q",
    " title=\"", " title=&quot;><b>", " lang=en dir=rtl",
  ]

  private static let pieces: [String] = {
    var pieces = [
      "words", "*a", "b*", "**", "`code", "`", "[link](x.md)", "[", "](y)", "![alt](z.png)", "- ",
      "  ", "1. ", "> ", "# heading", "## 2026-01-01: day", "## part", "```", "    ", "***",
      "<!--", "-->", "--!>", "<!-->", "<![CDATA[", "]]>", "<?", "?>", "<!DOCTYPE html>", "&lt;",
      "&#60", "&colon;", "</", "<", ">", "https://a.example/", "<https://a.example/>",
      "<details><summary>s</summary>", "<table><tr><td>", "</td></tr></table>", "<ul><li>",
    ]
    for name in names {
      pieces += ["<\(name)>", "</\(name)>", "</\(name)>"]
      pieces += attributes.map { "<\(name)\($0)>" }
    }
    return pieces
  }()
}
