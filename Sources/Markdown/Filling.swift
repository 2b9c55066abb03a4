import Text

extension Document {
  /// Writes what belongs in a slot, now that it is known where its link leads.
  func fill(_ slot: Slot, with target: LinkTarget, in output: inout ByteWriter) {
    let link = links[slot.link]
    // Whoever resolves links refuses these too; what runs code is held back at the last door as well.
    switch (slot.part, target.isHarmless ? target : .none) {
    case (.open, .address(let address)): output.append(tag: "a", "href", address, of: link)
    case (.close, .address): output.append("</a>")
    case (.image, .image(let address, let display)):
      output.append(image: address, display, of: link)
    case (.image, .address(let address)):
      output.append(player: link.player ?? .video, address, of: link)
    case (.image, .imageElsewhere(let address)):
      var words = link.alternative
      if words.isEmpty {
        words.append(escaping: link.title.isEmpty ? link.destination : link.title)
      }
      guard !link.isInsideLink else {
        output.append(words)
        return
      }
      output.append("<a href=\"")
      output.append(percentEncoding: address)
      output.append("\">")
      output.append(words)
      output.append("</a>")
    case (.destination, .address(let address)):
      output.append(percentEncoding: address)
    case (.destination, _):
      guard Destination.isAllowed(link.destination) else { break }
      output.append(percentEncoding: link.destination)
    case (.image, _): output.append(link.alternative)
    default: break
    }
  }
}

extension LinkTarget {
  /// Whether a browser may be led there.
  fileprivate var isHarmless: Bool {
    switch self {
    case .address(let address), .imageElsewhere(let address): Destination.isAllowed(address)
    case .image(let address, _): Destination.isSafe(address)
    case .none: true
    }
  }
}

extension ByteWriter {
  fileprivate mutating func append(
    tag: String, _ attribute: String, _ address: String, of link: Document.Link
  ) {
    append("<\(tag) \(attribute)=\"")
    append(percentEncoding: address)
    appendTitle(of: link)
    append("\"")
    append(link.attributes)
    append(">")
  }

  fileprivate mutating func append(
    image address: String, _ display: LinkTarget.Display, of link: Document.Link
  ) {
    append("<img src=\"")
    append(percentEncoding: address)
    append("\" alt=\"")
    append(link.alternative)
    appendTitle(of: link)
    let size = display.size(for: link)
    if let width = size.width { append("\" width=\"\(width)") }
    if let height = size.height { append("\" height=\"\(height)") }
    if display.isLazy { append("\" loading=\"lazy") }
    append("\"")
    append(link.attributes)
    append(" />")
  }

  /// Video or sound: with controls, as nothing plays unasked.
  fileprivate mutating func append(
    player: Document.Link.Player, _ address: String, of link: Document.Link
  ) {
    append("<\(player.rawValue) src=\"")
    append(percentEncoding: address)
    appendTitle(of: link)
    if let width = link.width { append("\" width=\"\(width)") }
    if let height = link.height { append("\" height=\"\(height)") }
    append("\" controls=\"\" preload=\"metadata\"")
    append(link.attributes)
    append("></\(player.rawValue)>")
  }

  private mutating func appendTitle(of link: Document.Link) {
    guard !link.title.isEmpty else { return }
    append("\" title=\"")
    append(escapingContent: link.title)
  }
}

extension LinkTarget.Display {
  /// The size that an author wants, in the picture's own proportions where only one side is said;
  /// else the picture's own.
  fileprivate func size(for link: Document.Link) -> (width: Int?, height: Int?) {
    switch (link.width, link.height) {
    case (let wanted?, nil): (wanted, Self.scaled(height, from: width, to: wanted))
    case (nil, let wanted?): (Self.scaled(width, from: height, to: wanted), wanted)
    case (nil, nil): width == nil || height == nil ? (nil, nil) : (width, height)
    case (let width?, let height?): (width, height)
    }
  }

  private static func scaled(_ side: Int?, from other: Int?, to wanted: Int) -> Int? {
    guard let side, let other, other > 0, wanted > 0 else { return nil }
    return max(1, Int((Double(side) * Double(wanted) / Double(other)).rounded()))
  }
}
