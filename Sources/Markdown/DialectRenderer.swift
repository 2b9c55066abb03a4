import Text

/// The markup of what is beyond CommonMark: GitHub's where GitHub has the construct.
extension HTMLRenderer {
  mutating func enterDialect(_ index: Tree.Index) {
    let node = tree[index]
    switch node.kind {
    case .table:
      startLine()
      if let name = boxName(ofTable: index) {
        html.append("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"")
        html.append(escaping: name)
        html.append("\">\n")
      }
      html.append("<table>\n")
    case .tableRow:
      if node.number == 0 { html.append("<thead>\n") }
      if node.number == 1 { html.append("<tbody>\n") }
      html.append("<tr>\n")
    case .tableHeaderCell: openCell("<th", node)
    case .tableCell: openCell("<td", node)
    case .strikethrough: html.append("<del>")
    case .mark: html.append("<mark>")
    case .alert: openAlert(index)
    case .details:
      startLine()
      html.append("<details>\n<summary")
      append(tree.detail(of: index), or: options.words.details)
      html.append("</summary>\n")
    case .privateBlock:
      startLine()
      html.append("<div class=\"private\">\n")
    case .plainBlock: startLine()
    case .footnotes: openFootnotes()
    case .footnoteDefinition: openFootnote(node)
    case .footnoteReference: footnoteReference(node)
    case .definitionList:
      startLine()
      html.append("<dl>\n")
    case .definitionTerm:
      startLine()
      html.append("<dt>")
    case .definition:
      startLine()
      html.append("<dd>")
    default: break
    }
  }

  mutating func leaveDialect(_ index: Tree.Index) {
    let node = tree[index]
    switch node.kind {
    case .table:
      if let rows = node.rowCount(in: tree), rows > 1 { html.append("</tbody>\n") }
      html.append("</table>\n")
      if boxName(ofTable: index) != nil { html.append("</div>\n") }
    case .tableRow:
      html.append("</tr>\n")
      if node.number == 0 { html.append("</thead>\n") }
    case .tableHeaderCell: html.append("</th>\n")
    case .tableCell: html.append("</td>\n")
    case .strikethrough: html.append("</del>")
    case .mark: html.append("</mark>")
    case .alert, .privateBlock:
      startLine()
      html.append("</div>\n")
    case .details:
      startLine()
      html.append("</details>\n")
    case .footnotes:
      html.append("</ol>\n</section>\n")
    case .footnoteDefinition:
      backLinks(afterFootnote: index)
      html.append("</li>\n")
    case .definitionList: html.append("</dl>\n")
    case .definitionTerm: html.append("</dt>\n")
    case .definition: html.append("</dd>\n")
    default: break
    }
  }

  /// Nil for a table without a box: GitHub has none.
  private func boxName(ofTable table: Tree.Index) -> String? {
    options.flavor == .outloud ? tree.boxName(ofTable: table) : nil
  }

  /// GitHub says how a column is aligned by an attribute that HTML has given up; notes say it by a
  /// class.
  private func attribute(_ side: String) -> String {
    options.flavor == .outloud ? " class=\"align-\(side)\"" : " align=\"\(side)\""
  }

  private mutating func openCell(_ tag: String, _ node: Tree.Node) {
    html.append(tag)
    switch TableAlignment(rawValue: node.number) {
    case .left: html.append(attribute("left"))
    case .center: html.append(attribute("center"))
    case .right: html.append(attribute("right"))
    default: break
    }
    html.append(">")
  }

  /// What a box says to those who cannot see it.
  private func label(_ word: MarkdownWord) -> String {
    guard options.flavor == .outloud else { return "" }
    var label = Array(" aria-label=\"".utf8)
    label.append(escaping: word.text)
    label.append("\"")
    return String(decoding: label, as: UTF8.self)
  }

  /// A task's box, which readers cannot tick.
  mutating func taskBox(_ item: Tree.Node) {
    switch TaskState(rawValue: item.number) {
    case .open:
      html.append("<input type=\"checkbox\" disabled=\"\"\(label(options.words.open)) /> ")
    case .done:
      html.append(
        "<input type=\"checkbox\" checked=\"\" disabled=\"\"\(label(options.words.done)) /> ")
    case nil: break
    }
  }

  /// Ends a start tag, and appends the author's words, or where there are none the theme's.
  private mutating func append(_ own: ArraySlice<UInt8>, or word: MarkdownWord) {
    if own.isEmpty { html.append(word.mark) }
    html.append(">")
    if own.isEmpty {
      html.append(escaping: word.text)
    } else {
      html.append(escapingContent: own)
    }
  }

  private mutating func openAlert(_ index: Tree.Index) {
    guard let kind = AlertKind(rawValue: tree[index].number) else { return }
    startLine()
    html.append("<div class=\"alert alert-\(kind.name)\" role=\"note\">\n<p class=\"alert-title\"")
    append(tree.detail(of: index), or: kind.title(in: options.words))
    html.append("</p>\n")
  }
}

extension Tree.Node {
  fileprivate func rowCount(in tree: Tree) -> Int? {
    guard firstChild != Tree.none else { return nil }
    return tree[firstChild].next == Tree.none ? 1 : 2
  }
}
