/// What an entry has of a line that runs along a list, between what was stuck and what solved it.
enum TiePart: String, Sendable { case begins, passes, ends }

extension [EntryView] {
  /// For each entry of a page, what it has of the line of a tie that has both its ends there.
  ///
  /// Lines never meet, so that one can be followed by eye: where two ties overlap, the shorter
  /// one has its line. The words of both say what belongs together.
  func tieParts(_ ties: Ties) -> [TiePart?] {
    var parts = [TiePart?](repeating: nil, count: count)
    guard !ties.isEmpty else { return parts }
    // A note is where its newest entry is.
    let places = Dictionary(
      zip(self, indices).lazy.filter { view, _ in view.isNewest }
        .map { view, place in (ObjectIdentifier(view.entry.note), place) },
      uniquingKeysWith: { first, _ in first })
    let spans = places.values.compactMap { place -> ClosedRange<Int>? in
      guard let closer = ties.closers(of: self[place].entry.note).first,
        let other = places[ObjectIdentifier(closer)]
      else { return nil }
      return Swift.min(place, other)...Swift.max(place, other)
    }
    for span in spans.sorted(by: { ($0.count, $0.lowerBound) < ($1.count, $1.lowerBound) })
    where span.allSatisfy({ parts[$0] == nil }) {
      for place in span { parts[place] = .passes }
      parts[span.lowerBound] = .begins
      parts[span.upperBound] = .ends
    }
    return parts
  }
}
