import Text

/// The fences of blocks, and what its author may take for one.
extension ColonScan {
  /// Begins or ends a block; false for a fence that ends none.
  mutating func take(
    _ fence: ColonFence, _ line: Line, _ marks: inout QuoteMarks, before state: State
  ) -> Bool {
    guard !fence.isEnd else {
      guard let block = ends(fence, behind: containers.count) else { return false }
      blocks[block].end(at: line.number)
      containers.removeLast()
      leaf = .none
      followsParagraph = false
      if let hidden, hidden.block == block {
        (containers, leaf, followsParagraph) = hidden.before
        self.hidden = nil
        return true
      }
      marks.endBlock()
      emit(line, marks, nil)
      return true
    }
    open(fence, line, &marks, before: state)
    return true
  }

  mutating func open(
    _ fence: ColonFence, _ line: Line, _ marks: inout QuoteMarks, before state: State
  ) {
    if fence.meansPrivate {
      misspelt.append((fence.name, line.number, fence.nameRange))
    }
    let block = blocks.count
    blocks.append(ColonBlock(fence, in: text, line: line.number))
    if purpose == .publishing, hidden == nil, fence.isPrivate || fence.meansPrivate {
      hidden = (block, containers.count, state)
    }
    containers.append(.block(block))
    leaf = .none
    followsParagraph = false
    marks.block()
    emit(line, marks, nil)
  }

  /// The innermost block of so many containers, if a fence ends it.
  func ends(_ fence: ColonFence, behind count: Int) -> Int? {
    guard count > 0, case .block(let block) = containers[count - 1],
      blocks[block].length <= fence.length
    else {
      return nil
    }
    return block
  }

  /// `> [!private]`, in the manner of Obsidian's callouts.
  mutating func noteCallout(_ cursor: LineCursor, _ line: Int) {
    let start = cursor.ink.offset
    guard hidden == nil, text.has("[!", at: start) else { return }
    let word = text[start + 2..<cursor.end].prefix { $0.isAlphanumeric || $0 == Ascii.hyphen }
    let name = String(decoding: word.map(\.lowercased), as: UTF8.self)
    guard ColonFence.seemsPrivate(name) else { return }
    misspelt.append((name, line, word.startIndex..<word.endIndex))
  }

  mutating func noteIndentedFence(_ words: Range<Int>, _ line: Line) {
    guard hidden == nil, let fence = ColonFence.ofPrivateBlock(in: text, words),
      fence.isPrivate || fence.meansPrivate
    else { return }
    indented.append(line.number)
  }

  mutating func hideAll(_ line: Line, before state: State) {
    let block = blocks.count
    blocks.append(ColonBlock(name: ColonFence.privateName, line: line.number))
    hidden = (block, -1, state)
    containers = [.block(block)]
    leaf = .none
  }
}
