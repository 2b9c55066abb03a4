import Text

extension Document {
  /// Parses and renders a Markdown text, given as valid UTF-8.
  package init(markdown source: [UInt8], options: MarkdownOptions = .init()) {
    var scan = NestingScan(source)
    if let excess = scan.excess() {
      self.init(refusing: excess)
      return
    }
    if options.flavor == .outloud, !options.keepsPrivateBlocks, let open = PublicText(source) {
      self = Document(parsing: open.text, options: options).placed(in: open)
    } else {
      self.init(parsing: source, options: options)
    }
  }

  private init(parsing source: [UInt8], options: MarkdownOptions) {
    var tree = Tree(parsing: source, options: options)
    if let excess = tree.excess {
      self.init(refusing: excess)
      return
    }
    if options.flavor == .outloud { tree.markTimes() }
    let raw =
      options.rawHTML == .keep || !tree.hasRawHTML ? nil : RawHTML(takingContentsOutOf: &tree)
    let mayHide = options.flavor == .outloud && !options.keepsPrivateBlocks
    let misplaced = mayHide && Tree.maySeemPrivate(source) ? tree.seemingPrivateLines : []
    let remarks = mayHide && Tree.mayHoldForeignRemarks(source) ? tree.foreignRemarkLines : []
    var renderer = HTMLRenderer(tree, source: source, options: options, raw: raw)
    self = renderer.render()
    if !misplaced.isEmpty || !remarks.isEmpty {
      privateBlocks = PrivateBlocks(
        unended: [], misspelt: [], misplaced: misplaced, indented: [],
        remarks: remarks)
    }
  }

  /// The whole HTML, with every link and image as it is written.
  package var html: [UInt8] {
    var output = ByteWriter(capacity: markup.count)
    append(everything, to: &output) { index in
      let link = links[index]
      let mayLead =
        link.isImage
        ? Destination.isSafe(link.destination) : Destination.isAllowed(link.destination)
      let destination = mayLead ? link.destination : ""
      return link.isImage
        ? .image(destination, .init(width: link.width)) : .address(destination)
    }
    return output.bytes
  }

  /// Appends a range of the HTML, with its links led to where `resolve` says.
  ///
  /// `resolve` is given the index of a link in `links`.
  package func append(
    _ range: Range<Int>, to output: inout ByteWriter, resolving resolve: (Int) -> LinkTarget
  ) {
    var start = range.lowerBound
    // The slots before the range are skipped by halving, as a log is asked for part by part.
    for slot in slots[firstSlot(at: range.lowerBound)...] {
      // What closes at the end of the range still belongs to it; what opens there does not.
      guard slot.offset < range.upperBound || slot.offset == range.upperBound && slot.part == .close
      else { break }
      output.append(markup[start..<slot.offset])
      start = slot.offset
      fill(slot, with: resolve(slot.link), in: &output)
    }
    output.append(markup[start..<range.upperBound])
  }

  /// Hands out a range of the HTML, piece by piece, for what there is to read in it: the links are
  /// left out, and what a picture says stands where the picture would.
  package func read(_ range: Range<Int>, _ take: (UnsafeBufferPointer<UInt8>) -> Void) {
    markup.withUnsafeBufferPointer { markup in
      var start = range.lowerBound
      for slot in slots[firstSlot(at: range.lowerBound)...] where slot.part == .image {
        guard slot.offset < range.upperBound else { break }
        take(UnsafeBufferPointer(rebasing: markup[start..<slot.offset]))
        start = slot.offset
        let words = [Ascii.space] + links[slot.link].alternative + [Ascii.space]
        words.withUnsafeBufferPointer(take)
      }
      take(UnsafeBufferPointer(rebasing: markup[start..<range.upperBound]))
    }
  }

  /// The pictures in a range of the HTML, by their indices in `links`.
  package func pictures(in range: Range<Int>) -> [Int] {
    slots[firstSlot(at: range.lowerBound)...].prefix { $0.offset < range.upperBound }
      .compactMap { slot in
        slot.part == .image && links[slot.link].player == nil ? slot.link : nil
      }
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
}
