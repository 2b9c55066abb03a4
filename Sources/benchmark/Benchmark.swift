import Markdown

/// Prints how many times longer the whole way from Markdown to HTML takes than
/// `cmark_markdown_to_html` does for the same text.
@main
enum Benchmark {
  static func main() {
    report("without extensions", Samples.plain, limit: 2.2)
    report("full of extensions", Samples.extended, limit: 8)
  }

  /// Those of notes, which share what colours their code.
  private static let options = MarkdownOptions()

  private static func report(_ name: String, _ text: [UInt8], limit: Double) {
    // In turns, so that what else the machine does strikes both.
    let ratios = (0..<31).map { _ in
      let reference = time { Reference.render(text) }
      return time { Document(markdown: text, options: options).html.count } / reference
    }
    let median = ratios.sorted()[ratios.count / 2]
    let rounded = (median * 100).rounded() / 100
    print(
      "\(name): \(rounded) times libcmark; at most \(limit) is wanted"
        + (median > limit ? ", and this is more" : ""))
  }

  /// In seconds.
  private static func time(_ work: () -> Int) -> Double {
    var length = 0
    let duration = ContinuousClock().measure { length = work() }
    precondition(length > 0, "nothing was rendered")
    let (seconds, attoseconds) = duration.components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}
