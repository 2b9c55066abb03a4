import Text

extension Document {
  /// Parses and renders a Markdown text, given as valid UTF-8.
  package init(markdown source: [UInt8], options: MarkdownOptions = .init()) {
    var tree = Tree(parsing: source)
    if options.flavor == .outloud { tree.markTimes() }
    var renderer = HTMLRenderer(tree, source: source, options: options)
    self = renderer.render()
  }

  /// The whole HTML, with every link and image as it is written.
  package var html: [UInt8] {
    var output: [UInt8] = []
    append(everything, to: &output) { index in
      let link = links[index]
      return link.isImage
        ? .image(link.destination, .init()) : .address(link.destination)
    }
    return output
  }

  /// Appends a range of the HTML, with its links led to where `resolve` says.
  ///
  /// `resolve` is given the index of a link in `links`.
  package func append(
    _ range: Range<Int>, to output: inout [UInt8], resolving resolve: (Int) -> LinkTarget
  ) {
    var start = range.lowerBound
    // The slots before the range are skipped by halving, as a log is asked for part by part.
    for slot in slots[firstSlot(at: range.lowerBound)...] {
      // What closes at the end of the range still belongs to it; what opens there does not.
      guard slot.offset < range.upperBound || slot.offset == range.upperBound && slot.part == .close
      else { break }
      output.append(contentsOf: markup[start..<slot.offset])
      start = slot.offset
      fill(slot, with: resolve(slot.link), in: &output)
    }
    output.append(contentsOf: markup[start..<range.upperBound])
  }

  private func firstSlot(at offset: Int) -> Int {
    var low = 0
    var high = slots.count
    while low < high {
      let middle = (low + high) / 2
      if slots[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func fill(_ slot: Slot, with target: LinkTarget, in output: inout [UInt8]) {
    let link = links[slot.link]
    switch (slot.part, target) {
    case (.open, .address(let address)):
      output.append("<a href=\"")
      output.append(percentEncoding: Array(address.utf8)[...])
      appendTitle(of: link, to: &output)
      output.append("\">")
    case (.close, .address): output.append("</a>")
    case (.image, .image(let address, let display)):
      output.append("<img src=\"")
      output.append(percentEncoding: Array(address.utf8)[...])
      output.append("\" alt=\"")
      output.append(contentsOf: link.alternative)
      appendTitle(of: link, to: &output)
      if let width = display.width, let height = display.height {
        output.append("\" width=\"\(width)\" height=\"\(height)")
      }
      if display.isLazy { output.append("\" loading=\"lazy") }
      output.append("\" />")
    case (.image, .imageElsewhere(let address)):
      var words = link.alternative
      if words.isEmpty { words.append(escaping: link.destination) }
      guard !link.isInsideLink else {
        output.append(contentsOf: words)
        return
      }
      output.append("<a href=\"")
      output.append(percentEncoding: Array(address.utf8)[...])
      output.append("\">")
      output.append(contentsOf: words)
      output.append("</a>")
    case (.image, _): output.append(contentsOf: link.alternative)
    default: break
    }
  }

  private func appendTitle(of link: Link, to output: inout [UInt8]) {
    guard !link.title.isEmpty else { return }
    output.append("\" title=\"")
    output.append(escapingContent: Array(link.title.utf8)[...])
  }
}
