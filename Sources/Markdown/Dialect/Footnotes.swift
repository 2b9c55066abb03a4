/// A footnote that the text refers to.
struct Footnote: Sendable {
  let label: [UInt8]
  /// Its number in the list that it stands in.
  let number: Int
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
