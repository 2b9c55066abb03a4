import Text

/// The ids of a footnote and of the places that refer to it.
struct FootnoteID {
  let id: String
  let references: [String]
  /// How many of the places have been rendered.
  var rendered = 0
}

/// Footnotes as GitHub shows them: `fn-label` and `fnref-label`, the links between them whole where
/// a page asks for whole addresses.
extension HTMLRenderer {
  mutating func footnoteReference(_ node: Tree.Node) {
    let number = Int(node.number)
    nameFootnotes(upTo: number)
    let place = footnoteIDs[number - 1].rendered
    footnoteIDs[number - 1].rendered += 1
    let footnote = footnoteIDs[number - 1]
    let shown = tree.footnotes[number - 1].number
    html.append("<sup class=\"footnote-ref\">")
    // No link can stand in a link.
    if linkDepth == 0 {
      html.append("<a href=\"")
      appendFragment(footnote.id, line: Int(node.line))
      html.append("\" id=\"")
      html.append(escaping: footnote.references[place])
      html.append("\">\(shown)</a>")
    } else {
      html.append("<span id=\"")
      html.append(escaping: footnote.references[place])
      html.append("\">\(shown)</span>")
    }
    html.append("</sup>")
  }

  /// Gives ids to footnotes as they come up, so that they are unique in the document. Those of an
  /// update hold its day: they are the same whatever other updates are shown.
  private mutating func nameFootnotes(upTo number: Int) {
    while footnoteIDs.count < number {
      let footnote = tree.footnotes[footnoteIDs.count]
      let slug = Slugs.slug(footnote.label)
      let label = slug.isEmpty ? "\(footnote.number)" : slug
      let name = update.map { "\($0)-\(label)" } ?? label
      let id = slugs.unique("\(options.idPrefix)fn-\(name)")
      let references = (0..<footnote.references).map { place in
        slugs.unique("\(options.idPrefix)fnref-\(name)" + (place == 0 ? "" : "-\(place + 1)"))
      }
      footnoteIDs.append(FootnoteID(id: id, references: references))
    }
  }

  mutating func openFootnotes() {
    startLine()
    html.append("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"")
    html.append(escaping: options.words.footnotes.text)
    html.append("\">\n<ol>\n")
  }

  mutating func openFootnote(_ node: Tree.Node) {
    nameFootnotes(upTo: Int(node.number))
    html.append("<li id=\"")
    html.append(escaping: footnoteIDs[Int(node.number) - 1].id)
    html.append("\">\n")
  }

  /// Ends a footnote's last paragraph with the links back.
  mutating func backLinks(afterParagraph index: Tree.Index) {
    let node = tree[index]
    guard node.parent != Tree.none, tree[node.parent].kind == .footnoteDefinition,
      node.next == Tree.none
    else { return }
    html.append(Ascii.space)
    backLinks(tree[node.parent])
  }

  /// Ends a footnote whose last block is no paragraph.
  mutating func backLinks(afterFootnote index: Tree.Index) {
    let last = tree.children(of: index).reduce(Tree.none) { $1 }
    guard last == Tree.none || tree[last].kind != .paragraph else { return }
    startLine()
    backLinks(tree[index])
    html.append(Ascii.newline)
  }

  private mutating func backLinks(_ definition: Tree.Node) {
    let footnote = footnoteIDs[Int(definition.number) - 1]
    let number = tree.footnotes[Int(definition.number) - 1].number
    for (place, reference) in footnote.references.enumerated() {
      if place > 0 { html.append(Ascii.space) }
      html.append("<a href=\"")
      appendFragment(reference, line: Int(definition.line))
      html.append("\" class=\"footnote-backref\" aria-label=\"")
      html.append(escaping: options.words.backToText.text)
      html.append(" \(number)\(place > 0 ? "-\(place + 1)" : "")\">↩")
      if place > 0 { html.append("<sup class=\"footnote-ref\">\(place + 1)</sup>") }
      html.append("</a>")
    }
  }

  private mutating func appendFragment(_ id: String, line: Int) {
    guard options.flavor == .outloud else {
      html.append("#")
      html.append(percentEncoding: Array(id.utf8)[...])
      return
    }
    slots.append(.init(offset: html.count, part: .destination, link: links.count))
    links.append(
      Document.Link(
        kind: .footnote, isImage: false, destination: "#\(id)", title: "", alternative: [],
        isInsideLink: false, line: line, column: 1, length: 1))
  }
}
