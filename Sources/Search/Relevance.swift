/// How much an entry has to do with a word that stands in it, in 15 steps: up to 5 where it stands
/// in the text alone, up to 9 in a heading or a topic, and from 10 in the title.
///
/// Within the text it is BM25 with a fixed length for an average entry, so that what is found in one
/// entry changes with no other.
struct Relevance {
  static let bits = 4

  /// Of one entry, in words.
  private let titleLength: Int
  private let saturation: Double
  /// Of words that stand in the text so often, as most do.
  private var fewSteps = InlineArray<8, UInt8>(repeating: 0)

  init(titleLength: Int, textLength: Int) {
    let average = 300.0
    self.titleLength = titleLength
    saturation = 1.2 * (0.25 + 0.75 * Double(textLength) / average)
    for count in 1..<fewSteps.count { fewSteps[count] = UInt8(textSteps(count)) }
  }

  func steps(_ places: WordPlaces) -> Int {
    let count = places.text
    let text = count < fewSteps.count ? Int(fewSteps[count]) : textSteps(count)
    if places.title > 0 {
      let brevity = titleLength <= 2 ? 2 : titleLength <= 6 ? 1 : 0
      return 10 + brevity + text * 3 / 5
    }
    return places.isLabel ? 6 + text * 3 / 5 : max(1, text)
  }

  private func textSteps(_ count: Int) -> Int {
    1 + Int((4 * Double(count) / (Double(count) + saturation)).rounded())
  }
}
