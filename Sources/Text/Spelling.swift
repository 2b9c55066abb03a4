/// "Did you mean": the nearest known word to one that is not known.
package enum Spelling {
  /// The candidate with the fewest typing mistakes, if there are few enough for it to be meant:
  /// one in a word of up to five letters, two in one of up to nine, three in a longer one. Case does not count.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased())
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    let allowed = wanted.count <= 5 ? 1 : wanted.count <= 9 ? 2 : 3
    var best: (distance: Int, word: String)?
    for candidate in candidates {
      let distance = distance(wanted, Array(candidate.lowercased()))
      guard distance <= allowed, distance < max(wanted.count, 2) else { continue }
      if let found = best, (found.distance, found.word) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.word
  }

  /// The optimal string alignment distance: insertions, deletions, substitutions, and swaps of two
  /// neighbours, each counted as one.
  static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
