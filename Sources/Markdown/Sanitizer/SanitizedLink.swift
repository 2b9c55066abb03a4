import Text

/// What is written for raw HTML: markup, with the places of links and pictures in it, as where they
/// lead is not known yet.
enum SanitizedPiece: Sendable {
  case markup([UInt8])
  case openLink(SanitizedLink)
  case closeLink
  /// A picture, or something that plays.
  case image(SanitizedLink)
}

/// A link or picture of raw HTML that has still to be led somewhere.
struct SanitizedLink: Sendable {
  let isImage: Bool
  let player: Document.Link.Player?
  let destination: [UInt8]
  /// Where the destination is written, entities and all, in the text of the tree.
  let written: Range<Int>
  let title: [UInt8]
  let alternative: [UInt8]
  let width: Int?
  let height: Int?
  /// Whether it stands in a link of raw HTML.
  let isInsideLink: Bool
  /// The other attributes, ready to be written.
  let attributes: [UInt8]

  /// Takes what it needs from an element's attributes; nil for what leads nowhere inside the site.
  init?(
    _ element: HTMLElement, taking attributes: inout SanitizedAttributes, isInsideLink: Bool
  ) {
    let name: String
    switch element.name {
    case "a": name = "href"
    case "img", "video", "audio": name = "src"
    default: return nil
    }
    // Links to elsewhere are written as they are; pictures from elsewhere are not shown.
    guard let address = attributes[name],
      name == "src" || Destination.isRelative(address.value[...])
    else { return nil }
    isImage = element.name == "img"
    player = Document.Link.Player(rawValue: element.name)
    self.isInsideLink = isInsideLink
    _ = attributes.take(name)
    _ = attributes.take("controls")
    destination = address.value
    written = address.written
    title = attributes.take("title")?.value ?? []
    var alternative: [UInt8] = []
    alternative.append(escapingContent: attributes.take("alt")?.value[...] ?? [])
    self.alternative = alternative
    width = attributes.takeNumber("width")
    height = attributes.takeNumber("height")
    self.attributes = attributes.markup
  }
}
