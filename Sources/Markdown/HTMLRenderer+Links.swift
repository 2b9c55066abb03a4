import Text

/// Links and images: those that lead into the site leave slots behind.
extension HTMLRenderer {
  mutating func openLink(_ index: Tree.Index) {
    linkDepth += 1
    let destination = tree.text(of: index)
    if sanitizer?.isInsideLink == true {
      openLinks.append(.none)
      return
    }
    let isSlot =
      !Destination.isAllowed(destination) || tree[index].isWiki
      || Destination.isRelative(destination)
    guard options.flavor == .outloud, isSlot else {
      openLinks.append(.plain)
      html.append("<a href=\"")
      if Destination.isSafe(destination) { html.append(percentEncoding: destination) }
      appendTitle(tree.detail(of: index))
      html.append("\">")
      return
    }
    slots.append(.init(offset: html.count, part: .open, link: links.count))
    openLinks.append(.slot(links.count))
    links.append(link(index, isImage: false, alternative: []))
  }

  mutating func closeLink() {
    linkDepth -= 1
    switch openLinks.popLast() {
    case .slot(let link): slots.append(.init(offset: html.count, part: .close, link: link))
    case .plain: html.append("</a>")
    default: break
    }
  }

  mutating func gatherAlternative(_ node: Tree.Node, _ index: Tree.Index) {
    switch node.kind {
    case .text, .code: html.append(escapingContent: tree.text(of: index))
    case .htmlInline where options.rawHTML == .keep:
      html.append(escapingContent: tree.text(of: index))
    case .softBreak, .lineBreak: html.append(Ascii.space)
    default: break
    }
  }

  mutating func closeImage(_ index: Tree.Index, start: Int) {
    let alternative = html.bytes(from: start)
    html.removeAll(from: start)
    image = nil
    guard options.flavor == .outloud else {
      let destination = tree.text(of: index)
      html.append("<img src=\"")
      if Destination.isSafe(destination) { html.append(percentEncoding: destination) }
      html.append("\" alt=\"")
      html.append(alternative)
      appendTitle(tree.detail(of: index))
      html.append("\" />")
      return
    }
    slots.append(.init(offset: html.count, part: .image, link: links.count))
    links.append(link(index, isImage: true, alternative: alternative))
  }

  mutating func appendTitle(_ title: ArraySlice<UInt8>) {
    guard !title.isEmpty else { return }
    html.append("\" title=\"")
    html.append(escapingContent: title)
  }

  mutating func link(
    _ index: Tree.Index, isImage: Bool, alternative: [UInt8]
  ) -> Document.Link {
    let destination = tree.text(of: index)
    let isWiki = tree[index].isWiki
    let place = places.place(of: destination, from: tree.block(of: index))
    // What a caption says need not be said again by a tooltip.
    let isCaptioned =
      isImage && tree[index].parent != Tree.none && caption(of: tree[index].parent) != nil
    return Document.Link(
      kind: isWiki ? .wiki : .address,
      isImage: isImage,
      destination: String(decoding: destination, as: UTF8.self),
      title: isCaptioned ? "" : String(decoding: tree.detail(of: index), as: UTF8.self),
      alternative: alternative,
      isInsideLink: isImage && (linkDepth > 0 || sanitizer?.isInsideLink == true),
      line: place.line, column: place.column, length: place.length,
      width: isImage && isWiki && tree[index].number > 0 ? Int(tree[index].number) : nil)
  }
}

extension Tree {
  /// The block that an inline node belongs to.
  func block(of index: Index) -> Node {
    var index = index
    while self[index].kind.isInline { index = self[index].parent }
    return self[index]
  }
}

extension Tree.Kind {
  fileprivate var isInline: Bool { rawValue >= Self.text.rawValue }
}
