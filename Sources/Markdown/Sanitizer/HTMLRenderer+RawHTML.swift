import Text

/// Where the renderer and the sanitizer meet.
extension HTMLRenderer {
  mutating func rawHTML(_ index: Tree.Index) {
    let node = tree[index]
    let site = Sanitizer.Site(
      node: index, parent: node.parent, isBlock: node.kind == .htmlBlock, isInLink: linkDepth > 0)
    guard options.rawHTML != .keep else {
      // GitHub keeps HTML but for a few tags, which it shows.
      if options.flavor == .gfm {
        html.append(filteringTags: tree.text(of: index))
      } else {
        html.append(tree.text(of: index))
      }
      return
    }
    let pieces = sanitizer?.write(site, of: tree, claiming: &slugs) ?? []
    if site.isBlock, pieces.count == 1, case .markup(let markup) = pieces[0],
      markup.allSatisfy(\.isHTMLSpace)
    {
      return
    }
    append(pieces, at: index)
  }

  /// Before a block that may stand in an element of raw HTML.
  mutating func prepareRawHTML(for node: Tree.Node) {
    guard node.kind.isMarkdownBlock, sanitizer?.isOpen(below: node.parent) == true else { return }
    let kind: HTMLKinds = node.kind == .heading ? .heading : .block
    append(sanitizer?.prepare(for: kind, below: node.parent) ?? [], at: 0)
  }

  /// Where a node of the tree ends, and all raw HTML that began below it.
  mutating func endRawHTML(below index: Tree.Index) {
    guard sanitizer?.isOpen(below: index) == true else { return }
    append(sanitizer?.endAll(below: index) ?? [], at: 0)
  }

  /// Whether a heading begins a section: one that may be shown by itself ends all raw HTML around
  /// it, another one within raw HTML is a heading like those below it.
  mutating func endsRawHTML(isUpdate: Bool, _ heading: Tree.Node) -> Bool {
    guard sanitizer?.isOpen(below: heading.parent) == true else { return true }
    guard isUpdate || heading.number == 1 else { return false }
    endRawHTML(below: heading.parent)
    startLine()
    return true
  }

  private mutating func append(_ pieces: [SanitizedPiece], at index: Tree.Index) {
    for piece in pieces {
      switch piece {
      case .markup(let markup): html.append(markup)
      case .openLink(let link): append(link, .open, at: index)
      case .image(let link): append(link, .image, at: index)
      case .closeLink:
        slots.append(.init(offset: html.count, part: .close, link: openRawLink ?? 0))
        openRawLink = nil
      }
    }
  }

  private mutating func append(
    _ link: SanitizedLink, _ part: Document.Slot.Part, at index: Tree.Index
  ) {
    if part == .open { openRawLink = links.count }
    slots.append(.init(offset: html.count, part: part, link: links.count))
    let place = places.place(of: tree.text[link.written], from: tree.block(of: index))
    links.append(
      Document.Link(
        kind: .address, isImage: link.isImage,
        destination: String(decoding: link.destination, as: UTF8.self),
        title: String(decoding: link.title, as: UTF8.self),
        alternative: link.alternative,
        isInsideLink: part == .image && (linkDepth > 0 || link.isInsideLink),
        line: place.line, column: place.column, length: place.length,
        width: link.width, height: link.height, player: link.player, attributes: link.attributes))
  }

  /// What was left out, and where that began.
  var droppedHTML: Document.DroppedHTML? {
    guard let drops = sanitizer?.drops, let first = drops.first else { return nil }
    let place = first.place(in: places.source, of: tree)
    return .init(
      what: first.what, line: place.line, column: place.column, length: place.length,
      count: drops.count, hides: first.hides)
  }

  /// The links, with those to anchors of raw HTML led to the names that these have got.
  var linksToAnchors: [Document.Link] {
    guard let ids = sanitizer?.ids, !ids.isEmpty else { return links }
    return links.map { link in
      guard link.destination.hasPrefix("#"),
        let name = String(link.destination.dropFirst()).percentDecoded,
        !slugs.isTaken(name), ids.contains(HTMLAttributeRule.idPrefix + name)
      else { return link }
      var link = link
      link.destination = "#" + HTMLAttributeRule.idPrefix + link.destination.dropFirst()
      return link
    }
  }
}

extension Tree.Kind {
  /// A block that stands for itself where it stands: no item, whose list is the block, and no raw
  /// HTML, which sees to itself.
  fileprivate var isMarkdownBlock: Bool {
    switch self {
    case .quote, .bulletList, .orderedList, .codeBlock, .paragraph, .heading, .thematicBreak,
      .table, .alert, .details, .privateBlock, .plainBlock, .definitionList:
      true
    default: false
    }
  }
}
