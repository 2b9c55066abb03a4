/// What is on the stack at a point of a template: which names are to be had, and from which slot.
struct Stack: Hashable {
  /// The innermost last.
  private(set) var frames: [Frame] = []

  struct Frame: Hashable {
    /// Where the subject will be while a page is rendered.
    let slot: Int
    /// Which of the binder's vocabularies it has.
    let vocabulary: Int
  }

  var slots: Int { frames.count }

  /// Puts one more subject on the stack.
  ///
  /// An outer subject with the same vocabulary has no name left that could be reached, so the new
  /// one takes its slot. That keeps the stack of a recursive partial from growing without end.
  func pushing(_ vocabulary: Int) -> (stack: Stack, slot: Int) {
    var stack = self
    let hidden = frames.firstIndex { $0.vocabulary == vocabulary }
    let slot = hidden.map { frames[$0].slot } ?? slots
    if let hidden { stack.frames.remove(at: hidden) }
    stack.frames.append(Frame(slot: slot, vocabulary: vocabulary))
    return (stack, slot)
  }
}
