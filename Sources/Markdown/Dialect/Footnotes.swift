/// A footnote that the text refers to.
struct Footnote: Sendable {
  let label: [UInt8]
  /// How many places refer to it.
  var references = 0
}

/// The labels of the footnotes that are defined, compared as link labels are; the first definition
/// of a label counts.
struct FootnoteLabels {
  private var places: [[UInt8]: Int32] = [:]
  private(set) var labels: [[UInt8]] = []

  /// Adds a label and returns its place; nil where it was there before.
  mutating func add(_ label: [UInt8]) -> Int32? {
    let key = LinkReferences.normalized(label[...])
    guard places[key] == nil else { return nil }
    let place = Int32(labels.count)
    places[key] = place
    labels.append(label)
    return place
  }

  subscript(label: ArraySlice<UInt8>) -> Int32? {
    guard !places.isEmpty, label.count <= LinkSyntax.longestLabel else { return nil }
    return places[LinkReferences.normalized(label)]
  }
}

extension Tree {
  /// Numbers the footnotes by their first reference and puts those that have one at the end.
  ///
  /// `definitions` are the nodes of the defined footnotes, by their places among the labels, which
  /// references name until now.
  mutating func placeFootnotes(_ definitions: [Index], labels: [[UInt8]]) {
    guard !definitions.isEmpty else { return }
    var numbers = [Int32](repeating: 0, count: definitions.count)
    var order: [Int] = []
    number(below: 0, &numbers, &order, labels)
    // Footnotes refer to footnotes.
    var next = 0
    while next < order.count {
      number(below: definitions[order[next]], &numbers, &order, labels)
      next += 1
    }
    guard !order.isEmpty else { return }
    for (offset, definition) in order.enumerated() {
      self[definitions[definition]].kind = .footnoteDefinition
      self[definitions[definition]].number = Int32(offset + 1)
    }
    let list = Index(nodes.count)
    nodes.append(Node(kind: .footnotes))
    hang(order.map { definitions[$0] }, below: list)
    hang(Array(children(of: 0)) + [list], below: 0)
  }

  private mutating func number(
    below root: Index, _ numbers: inout [Int32], _ order: inout [Int], _ labels: [[UInt8]]
  ) {
    var references: [Index] = []
    walk(root) { index in
      if self[index].kind == .footnoteReference { references.append(index) }
    } leave: { _ in
    }
    for reference in references {
      let definition = Int(self[reference].number)
      if numbers[definition] == 0 {
        order.append(definition)
        numbers[definition] = Int32(order.count)
        footnotes.append(Footnote(label: labels[definition]))
      }
      self[reference].number = numbers[definition]
      footnotes[Int(numbers[definition]) - 1].references += 1
    }
  }
}
