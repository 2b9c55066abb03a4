/// Gathers a document's sections while it is rendered.
struct Outline {
  private var sections: [Document.Section] = []
  private var heading: Document.Heading?
  private var headingRange = 0..<0
  private var firstWords: String?
  /// Those of a list or quote, where no paragraph stands by itself.
  private var firstInnerWords: String?
  private var firstTime: Int?
  /// The words before `<!--more-->`, where a document has one.
  private var excerpt: [String] = []
  private var endsExcerpt = false

  /// Whether a section before has words.
  private var hasWords = false

  mutating func reserveCapacity(_ count: Int) { sections.reserveCapacity(count) }

  /// Whether the section has had no paragraph yet. What it is about is asked of the first section
  /// that says something, and of updates.
  var wantsWords: Bool { firstWords == nil && (!hasWords || heading?.update != nil) }

  mutating func open(_ heading: Document.Heading, at offset: Int) {
    close(at: offset)
    self.heading = heading
    headingRange = offset..<offset
  }

  mutating func closeHeading(at offset: Int) {
    // A heading that opened no section leaves the section's heading where it was.
    if heading != nil, headingRange.isEmpty { headingRange = headingRange.lowerBound..<offset }
  }

  /// Whether the section has had no words at all yet.
  var wantsInnerWords: Bool { wantsWords && firstInnerWords == nil }

  mutating func note(words: String) {
    if firstWords == nil, !words.isEmpty { firstWords = words }
  }

  mutating func note(innerWords words: String) {
    if firstInnerWords == nil, !words.isEmpty { firstInnerWords = words }
  }

  mutating func gather(excerpt words: String) {
    if !endsExcerpt, !words.isEmpty { excerpt.append(words) }
  }

  mutating func endExcerpt() { endsExcerpt = true }

  mutating func note(time: Int?) {
    if firstTime == nil { firstTime = time }
  }

  mutating func finish(at offset: Int) -> [Document.Section] {
    close(at: offset)
    return sections
  }

  private mutating func close(at offset: Int) {
    let body = headingRange.upperBound..<offset
    let words = firstWords ?? firstInnerWords ?? ""
    if heading != nil || !body.isEmpty {
      sections.append(
        Document.Section(
          heading: heading.take(), headingRange: headingRange, bodyRange: body,
          firstWords: words, firstTime: firstTime,
          excerpt: excerpt.isEmpty ? "" : excerpt.joined(separator: " "),
          endsExcerpt: endsExcerpt))
    }
    if !words.isEmpty { hasWords = true }
    firstWords = nil
    firstInnerWords = nil
    firstTime = nil
    excerpt = []
    endsExcerpt = false
  }
}
