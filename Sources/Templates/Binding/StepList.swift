/// Collects the steps of a routine, with neighbouring pieces of text made one.
struct StepList {
  private var steps: [Step] = []
  private var text = StaticText()

  var count: Int { steps.count }

  var finished: [Step] {
    text.isEmpty ? steps : steps + [.text(text)]
  }

  mutating func startLine(_ margin: ArraySlice<UInt8>) {
    text.startLine()
    text.append(margin)
  }

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    text.append(bytes)
  }

  mutating func append(_ step: Step?) {
    guard let step else { return }
    if case .text(let more) = step { return text.append(more) }
    if !text.isEmpty { steps.append(.text(text)) }
    text = StaticText()
    steps.append(step)
  }

  mutating func append(contentsOf more: [Step]) {
    for step in more { append(step) }
  }
}
