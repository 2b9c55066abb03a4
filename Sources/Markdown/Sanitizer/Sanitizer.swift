import Text

/// Writes raw HTML anew, tag by tag, from a list of what is allowed.
///
/// Whatever comes in, what goes out is well-formed and nests with the markup around it, because of
/// one rule: **an element ends below the node of the Markdown tree where it began.**
/// - Markup within a line ends at the latest with the paragraph, emphasis or link it began in.
/// - What can hold Markdown (`details`, `div`, lists, tables …) may begin in one HTML block and end
///   in a later one of the same document, list item or quote. Without an end tag there it ends with
///   its own block, as does everything else.
/// - A heading that begins an update, or may be the title, ends everything, as what follows such
///   headings is also shown by itself.
///
/// An end tag without a start tag is left out. A start tag first ends what cannot hold it, as a
/// browser's parser does; where that does not help it is left out. No words are lost but those of
/// scripts and the like.
struct Sanitizer {
  /// Where a piece of raw HTML stands.
  struct Site {
    let node: Tree.Index
    /// Its parent, below which all must end that begins here.
    let parent: Tree.Index
    /// Whether it stands between blocks, not within a line.
    let isBlock: Bool
    /// Whether it stands in a link of Markdown, which can hold no other.
    let isInLink: Bool

    var content: HTMLKinds { isBlock ? .flow : .inline }
  }

  private let raw: RawHTML
  /// False where no tag may stay at all.
  private let allowsTags: Bool
  private var nesting = Nesting()
  /// The anchors that raw HTML gives, with their prefix.
  private(set) var ids: Set<String> = []
  private(set) var drops = SanitizerDrops()

  /// Deeper nesting than anyone writes would make the search for a start tag slow.
  private static let deepest = 100

  init(_ raw: RawHTML, allowsTags: Bool) {
    self.raw = raw
    self.allowsTags = allowsTags
  }

  var isInsideLink: Bool { nesting.isInsideLink }

  /// Whether what stands below a node stands in an element of raw HTML there.
  func isOpen(below parent: Tree.Index) -> Bool { nesting.isOpen(below: parent) }

  /// What is written for a piece of raw HTML.
  mutating func write(
    _ site: Site, of tree: Tree, claiming slugs: inout Slugs
  ) -> [SanitizedPiece] {
    for token in raw.tokens[site.node] ?? [] {
      switch token.kind {
      case .text: text(tree.text[token.range], site)
      case .start(let tag): start(tag, token.range, site, tree.text, &slugs)
      // A browser takes it for the start tag.
      case .end("br"): start(HTMLTag(name: "br", attributes: []), token.range, site, [], &slugs)
      case .end(let name):
        guard allowsTags, let element = HTMLAllowList.element(name) else { continue }
        nesting.end(element, below: site.parent)
      case .comment: break
      case .other(let what): drops.note(what, at: token.range, of: site.node)
      }
    }
    if site.isBlock { nesting.endBlock(below: site.parent) }
    return nesting.takePieces()
  }

  /// What is written before a block of Markdown.
  mutating func prepare(for kind: HTMLKinds, below parent: Tree.Index) -> [SanitizedPiece] {
    _ = nesting.makeRoom(for: kind, below: parent, in: .flow, always: true)
    nesting.noteChild(kind, below: parent)
    return nesting.takePieces()
  }

  /// What is written where a node of the tree ends.
  mutating func endAll(below parent: Tree.Index) -> [SanitizedPiece] {
    nesting.endAll(below: parent)
    return nesting.takePieces()
  }
}

// MARK: - Tokens

extension Sanitizer {
  private mutating func text(_ written: ArraySlice<UInt8>, _ site: Site) {
    let text = CharacterReferences.resolved(written, inAttribute: false)
    if !text.allSatisfy(\.isHTMLSpace) {
      _ = nesting.makeRoom(for: .phrasing, below: site.parent, in: site.content, always: true)
      nesting.noteChild(.phrasing, below: site.parent)
    }
    write(text: text)
  }

  private mutating func write(text: ArraySlice<UInt8>) {
    var markup: [UInt8] = []
    markup.append(escapingContent: text.allSatisfy(\.isText) ? text : text.filter(\.isText)[...])
    nesting.write(markup)
  }

  private mutating func start(
    _ tag: HTMLTag, _ range: Range<Int>, _ site: Site, _ text: [UInt8], _ slugs: inout Slugs
  ) {
    if let what = HidingMarkup.find(in: tag, text) {
      drops.note(what, at: range, of: site.node, hides: true)
    }
    guard allowsTags, let element = HTMLAllowList.element(tag.name) else {
      drops.note("<\(tag.name)>", at: range, of: site.node)
      return
    }
    var attributes = SanitizedAttributes(of: tag, on: element, in: text)
    guard mayStand(element, tag, attributes, site),
      nesting.makeRoom(for: element.kind, below: site.parent, in: site.content, always: false)
    else {
      drops.note("<\(tag.name)>", at: range, of: site.node)
      return
    }
    claimID(of: &attributes, &slugs)
    for attribute in attributes.dropped {
      drops.note(
        "the attribute \(attribute.name) of <\(tag.name)>", at: attribute.nameRange, of: site.node)
    }
    nesting.noteChild(element.kind, below: site.parent)
    let slot = SanitizedLink(
      element, taking: &attributes, isInsideLink: nesting.isInsideLink)
    if let slot {
      nesting.write(element.kind == .link ? .openLink(slot) : .image(slot))
    } else if element.name == "img" {
      // A picture without an address is its words.
      write(text: attributes["alt"]?.value[...] ?? [])
    } else {
      nesting.write("<\(element.name)".utf8)
      nesting.write(attributes.markup)
      nesting.write((element.isVoid ? " />" : ">").utf8)
    }
    guard !element.isVoid else { return }
    nesting.push(
      element, below: site.parent, in: site.content, isPaired: tag.isPaired, isLinkSlot: slot != nil
    )
  }

  /// Gives an anchor its prefix, and takes it away where the document has it already.
  private mutating func claimID(of attributes: inout SanitizedAttributes, _ slugs: inout Slugs) {
    guard let id = attributes["id"].map({ String(decoding: $0.value, as: UTF8.self) }) else {
      return
    }
    if slugs.claim(id) { ids.insert(id) } else { _ = attributes.take("id") }
  }

  /// What an element needs beyond a place that can hold it.
  private mutating func mayStand(
    _ element: HTMLElement, _ tag: HTMLTag, _ attributes: SanitizedAttributes, _ site: Site
  ) -> Bool {
    switch element.name {
    case "a":
      // A link ends at the next one: HTML standard, 13.2.6.4.7, "in body".
      nesting.endLink(below: site.parent)
      if site.isInLink || isInsideLink { return false }
    case "details": if !tag.hasSummary { return false }
    case "time": if attributes["datetime"] == nil { return false }
    case "video", "audio": if attributes["src"] == nil { return false }
    default: break
    }
    return element.isVoid || element.kind == .summary || nesting.depth < Self.deepest
  }
}
