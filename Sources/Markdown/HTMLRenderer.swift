import Text

/// Renders a tree into HTML, with slots where links and images belong.
///
/// The markup is that of cmark's own renderer, byte by byte, so that the specification's examples
/// can be compared.
struct HTMLRenderer: ~Copyable {
  let tree: Tree
  let options: MarkdownOptions
  var html: ByteWriter
  var slots: [Document.Slot] = []
  var links: [Document.Link] = []
  /// Nil where raw HTML is kept, or where there is none.
  var sanitizer: Sanitizer?
  var slugs = Slugs()
  /// The anchors that headings say themselves, by heading and by those that their words would make.
  private var customIDs: [Tree.Index: String] = [:]
  private var customAnchors: [String: String] = [:]
  private let hasExcerpt: Bool
  private var outline = Outline()
  var places: LinkPlaces
  /// The image whose alternative text is being gathered, with where it starts in `html`.
  var image: (node: Tree.Index, start: Int)?
  var linkDepth = 0
  var footnoteIDs: [FootnoteID] = []
  /// The anchor of the update that is being rendered.
  private(set) var update: String?
  var openLinks: [OpenLink] = []
  /// The link of raw HTML that is open, by its index in `links`.
  var openRawLink: Int?

  enum OpenLink {
    case plain
    case slot(Int)
    /// In a link of raw HTML, where there can be no other.
    case none
  }

  init(_ tree: Tree, source: [UInt8], options: MarkdownOptions, raw: RawHTML? = nil) {
    self.tree = tree
    sanitizer = raw.map { Sanitizer($0, allowsTags: options.rawHTML == .sanitize) }
    self.options = options
    places = LinkPlaces(source)
    hasExcerpt = options.flavor == .outloud && tree.hasExcerpt
    html = ByteWriter(capacity: tree.text.count * 3 / 2)
  }

  mutating func render() -> Document {
    claimAnchors()
    var index: Tree.Index = 0
    traversal: while true {
      enter(index)
      if tree[index].firstChild != Tree.none {
        index = tree[index].firstChild
        continue
      }
      leave(index)
      while tree[index].next == Tree.none {
        guard index != 0 else { break traversal }
        index = tree[index].parent
        leave(index)
      }
      guard index != 0 else { break }
      index = tree[index].next
    }
    return Document(
      markup: html.bytes, slots: slots, links: linksToAnchors,
      sections: outline.finish(at: html.count), anchors: slugs.all, customAnchors: customAnchors,
      droppedHTML: droppedHTML, rawIDs: sanitizer?.ids ?? [])
  }

  private mutating func enter(_ index: Tree.Index) {
    let node = tree[index]
    if image != nil {
      gatherAlternative(node, index)
      return
    }
    if sanitizer != nil { prepareRawHTML(for: node) }
    switch node.kind {
    case .document: break
    case .text: html.append(escapingContent: tree.text(of: index))
    case .softBreak: html.append(Ascii.newline)
    case .paragraph:
      noteParagraph(index)
      guard !isTight(node) else { return }
      startLine()
      html.append(caption(of: index) == nil ? "<p>" : "<figure>")
    case .code:
      html.append("<code>")
      html.append(escapingContent: tree.text(of: index))
      html.append("</code>")
    case .link: openLink(index)
    case .image: image = (index, html.count)
    case .emphasis: html.append("<em>")
    case .strong: html.append("<strong>")
    case .lineBreak: html.append("<br />\n")
    case .heading: openHeading(index)
    case .quote:
      startLine()
      html.append("<blockquote>\n")
    case .bulletList:
      startLine()
      html.append("<ul>\n")
    case .orderedList:
      startLine()
      html.append(node.number == 1 ? "<ol>\n" : "<ol start=\"\(node.number)\">\n")
    case .item:
      startLine()
      html.append("<li>")
      taskBox(node)
    case .codeBlock: codeBlock(index)
    case .thematicBreak:
      startLine()
      html.append("<hr />\n")
    case .htmlBlock where hasExcerpt && tree.isMore(node): outline.endExcerpt()
    case .htmlInline where hasExcerpt && tree.isMore(node): break
    case .htmlBlock:
      startLine()
      rawHTML(index)
      startLine()
    case .htmlInline: rawHTML(index)
    case .time:
      outline.note(time: timeOfDay(tree.text(of: index)))
      html.append("<time>")
      html.append(tree.text(of: index))
      html.append("</time>")
    default: enterDialect(index)
    }
  }

  private mutating func leave(_ index: Tree.Index) {
    let node = tree[index]
    if let image {
      if image.node == index { closeImage(index, start: image.start) }
      return
    }
    if sanitizer != nil { endRawHTML(below: index) }
    switch node.kind {
    case .text, .softBreak, .code: break
    case .paragraph:
      backLinks(afterParagraph: index)
      closeParagraph(index)
    case .link: closeLink()
    case .emphasis: html.append("</em>")
    case .strong: html.append("</strong>")
    case .heading:
      html.append("</h")
      html.append(digit(ofLevel: node))
      html.append(">\n")
      outline.closeHeading(at: html.count)
    case .quote:
      startLine()
      html.append("</blockquote>\n")
    case .bulletList:
      startLine()
      html.append("</ul>\n")
    case .orderedList:
      startLine()
      html.append("</ol>\n")
    case .item: html.append("</li>\n")
    default: leaveDialect(index)
    }
  }

  mutating func startLine() {
    if let last = html.last, last != Ascii.newline { html.append(Ascii.newline) }
  }

  private mutating func closeParagraph(_ index: Tree.Index) {
    guard !isTight(tree[index]) else { return }
    guard let caption = caption(of: index) else {
      html.append("</p>\n")
      return
    }
    html.append("\n<figcaption>")
    html.append(escapingContent: caption)
    html.append("</figcaption>\n</figure>\n")
  }

  /// The title of an image that stands alone in a paragraph, which becomes its caption.
  func caption(of paragraph: Tree.Index) -> ArraySlice<UInt8>? {
    let only = tree[paragraph].firstChild
    guard options.flavor == .outloud, only != Tree.none, tree[only].kind == .image,
      tree[only].next == Tree.none, !tree.detail(of: only).isEmpty
    else { return nil }
    return tree.detail(of: only)
  }

  /// A paragraph of a tight list stands in its item without tags.
  private func isTight(_ paragraph: Tree.Node) -> Bool {
    guard paragraph.parent != Tree.none else { return false }
    let container = tree[paragraph.parent]
    return switch container.kind {
    case .item: tree[container.parent].isTight
    case .definition: container.isTight
    default: false
    }
  }

  private mutating func openHeading(_ index: Tree.Index) {
    startLine()
    let node = tree[index]
    guard options.flavor == .outloud else {
      html.append("<h")
      html.append(digit(ofLevel: node))
      html.append(">")
      return
    }
    let words = tree.plainText(of: index)
    // Made dashes are beyond ASCII.
    let mayHoldDashes = words.contains { $0 >= 0x80 }
    let update = node.number == 2 ? Document.Heading.Update(heading: words) : nil
    let id =
      customIDs[index]
      ?? update.map { slugs.unique($0.day.description) }
      ?? slugs.next(for: mayHoldDashes ? tree.anchorWords(of: index) : words)
    if node.parent == 0, node.number <= 2 { self.update = update.map { _ in id } }
    if node.parent == 0, node.number <= 2, endsRawHTML(isUpdate: update != nil, node) {
      let heading = Document.Heading(
        level: Int(node.number), text: String(decoding: words, as: UTF8.self).trimmed, id: id,
        line: Int(node.line), update: update)
      outline.open(heading, at: html.count)
    }
    html.append("<h")
    html.append(digit(ofLevel: node))
    html.append(" id=\"")
    html.append(escaping: id)
    html.append("\">")
  }

  private func digit(ofLevel heading: Tree.Node) -> UInt8 {
    UInt8(ascii: "0") + UInt8(heading.number)
  }

  /// Makes room for the headings, and sets the anchors aside that some say themselves, before any is
  /// made of words.
  private mutating func claimAnchors() {
    guard options.flavor == .outloud else { return }
    var headings = 0
    var hasCustomIDs = false
    for node in tree.nodes where node.kind == .heading {
      headings += 1
      hasCustomIDs = hasCustomIDs || !node.text.isEmpty
    }
    slugs = Slugs(capacity: headings)
    outline.reserveCapacity(headings + 1)
    guard hasCustomIDs else { return }
    let tree = tree
    tree.walk(0) { index in
      guard tree[index].kind == .heading, !tree[index].text.isEmpty else { return }
      let id = slugs.unique(String(decoding: tree.text(of: index), as: UTF8.self))
      customIDs[index] = id
      let words = Slugs.slug(tree.anchorWords(of: index))
      if customAnchors[words] == nil { customAnchors[words] = id }
    } leave: { _ in
    }
  }

  private mutating func noteParagraph(_ index: Tree.Index) {
    guard options.flavor == .outloud else { return }
    if hasExcerpt {
      let (words, hasEnd) = tree.excerpt(of: index)
      outline.gather(excerpt: String(decoding: words, as: UTF8.self).trimmed)
      if hasEnd { outline.endExcerpt() }
    }
    let isTop = tree[index].parent == 0
    guard isTop ? outline.wantsWords : outline.wantsInnerWords else { return }
    let words = String(decoding: tree.plainText(of: index), as: UTF8.self).trimmed
    if isTop { outline.note(words: words) } else { outline.note(innerWords: words) }
  }
}
