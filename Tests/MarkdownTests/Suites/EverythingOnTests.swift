import Testing

@testable import Markdown

/// CommonMark's examples with all that Outloud adds: only what it adds may come out otherwise.
struct EverythingOnTests {
  @Test(.enabled(if: Suite.commonMark.isThere, "../shared/suites is not beside the project"))
  func `an example changes only where an extension acts`() throws {
    var changed: [Int: String] = [:]
    for example in try Suite.commonMark.examples() {
      let html = render(example.markdown, .init(flavor: .outloud, rawHTML: .keep))
      if withoutAnchors(html) != example.html { changed[example.example] = html }
    }
    for (number, html) in changed.sorted(by: { $0.key < $1.key }) where Self.reasons[number] == nil
    {
      Issue.record("example \(number) is changed for no reason: \(html)")
    }
    for number in Self.reasons.keys.sorted() where changed[number] == nil {
      Issue.record("example \(number) is no longer changed")
    }
  }

  /// Every heading is given an anchor.
  private func withoutAnchors(_ html: String) -> String {
    html.replacing(#/<h([1-6]) id="[^"]*">/#) { "<h\($0.1)>" }
  }

  private static let wiki = "double brackets name a note, whatever a definition says"
  private static let figure = "a picture alone with a title is a figure, and the title its caption"
  private static let address = "an address alone is a link"

  private static let scheme = "a page leads to schemes that are known, and to no others"

  private static let code = "code of a known language has its colours"

  private static let reasons: [Int: String] = [
    142: code,
    143: code,
    547: wiki,
    558: wiki,
    571: figure,
    572: figure,
    575: figure,
    576: figure,
    583: figure,
    584: figure,
    585: figure,
    587: figure,
    588: figure,
    589: wiki,
    590: figure,
    597: scheme,
    598: scheme,
    600: scheme,
    601: address,
    605: address,
    607: address,
    610: address,
    611: address,
  ]
}
