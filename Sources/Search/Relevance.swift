/// How much an entry has to do with a word that stands in it, in 15 steps: up to 5 where it stands
/// in the text alone, up to 9 in a heading or a topic, and from 10 in the title.
///
/// Within the text it is BM25 with a fixed length for an average entry, so that what is found in one
/// entry changes with no other.
struct Relevance {
  static let bits = 4

  /// How often a word stands in an entry, and where.
  struct Places {
    var text: UInt16 = 0
    var isLabel = false
    var isTitle = false
  }

  /// Of one entry, in words.
  let titleLength: Int
  let textLength: Int

  func steps(_ places: Places) -> Int {
    let text = textSteps(Int(places.text))
    if places.isTitle {
      let brevity = titleLength <= 2 ? 2 : titleLength <= 6 ? 1 : 0
      return 10 + brevity + text * 3 / 5
    }
    return places.isLabel ? 6 + text * 3 / 5 : max(1, text)
  }

  private func textSteps(_ count: Int) -> Int {
    guard count > 0 else { return 0 }
    let average = 300.0
    let saturation = 1.2 * (0.25 + 0.75 * Double(textLength) / average)
    return 1 + Int((4 * Double(count) / (Double(count) + saturation)).rounded())
  }
}
