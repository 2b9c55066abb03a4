import Highlighting
import Text

/// Code blocks: as cmark writes them, and in notes with colours, marked lines and a title.
extension HTMLRenderer {
  mutating func codeBlock(_ index: Tree.Index) {
    startLine()
    guard options.flavor == .outloud else {
      let language = tree.text(of: index).prefix {
        $0 != Ascii.space && $0 != Ascii.tab && $0 != Ascii.newline
      }
      openCode(in: language)
      html.append(escapingContent: tree.detail(of: index))
      html.append("</code></pre>\n")
      return
    }
    let info = CodeInfo(tree.text(of: index))
    if let title = info.title {
      html.append("<figure class=\"code\">\n<figcaption>")
      html.append(escapingContent: title)
      html.append("</figcaption>\n")
    }
    openCode(in: info.language)
    let code = tree.detail(of: index)
    let name = String(decoding: info.language, as: UTF8.self)
    let tokens = options.languages.tokens(of: code, as: name) ?? .plain(code)
    html.append(code: code, tokens, marking: info.lines)
    html.append("</code></pre>\n")
    if info.title != nil { html.append("</figure>\n") }
  }

  private mutating func openCode(in language: ArraySlice<UInt8>) {
    html.append("<pre><code")
    if !language.isEmpty {
      html.append(" class=\"language-")
      html.append(escapingContent: language)
      html.append("\"")
    }
    html.append(">")
  }
}
