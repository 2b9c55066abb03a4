import Testing

@testable import Markdown

/// The examples of commonmark-hs for what it and Outloud both understand. Its markup is another, so
/// the structure is compared: `normalized(alert:)` and its like say what is left out.
struct ExtensionSuiteTests {
  @Test(.enabled(if: Suite.alerts.isThere, "../shared/suites is not beside the project"))
  func `alerts have the same kind, title and words`() throws {
    let examples = try Suite.alerts.examples()
    #expect(examples.count == 8)
    for example in examples {
      let html = render(example.markdown, .init(flavor: .gfm, rawHTML: .keep))
      #expect(
        normalized(alert: html) == normalized(alert: example.html), "example \(example.example)")
    }
  }

  @Test(.enabled(if: Suite.wikiLinks.isThere, "../shared/suites is not beside the project"))
  func `wiki links have the same words and lead to the same`() throws {
    let examples = try Suite.wikiLinks.examples()
    #expect(examples.count == 5)
    for example in examples {
      #expect(
        normalized(render(example.markdown))
          == normalized(example.html.replacing(" class=\"wikilink\"", with: "")),
        "example \(example.example)")
    }
  }

  @Test(.enabled(if: Suite.footnotes.isThere, "../shared/suites is not beside the project"))
  func `footnotes have the same numbers, places and contents`() throws {
    let examples = try Suite.footnotes.examples()
    #expect(examples.count == 6)
    for example in examples {
      // As on GitHub, white space after the colon never makes code of a footnote's first line.
      let wanted = example.html.replacing(
        "<pre><code>   no code block here (spaces are stripped away)\n</code></pre>",
        with: "<p>no code block here (spaces are stripped away)</p>")
      let html = render(example.markdown, .init(flavor: .gfm, rawHTML: .keep))
      #expect(
        normalized(footnotes: html) == normalized(theirFootnotes: wanted),
        "example \(example.example): \(example.markdown)")
    }
  }

  /// Without pictures, and without what tells readers of screens that it is a note.
  private func normalized(alert html: String) -> String {
    normalized(
      html.replacing(#/<svg.*?</svg>\s*/#.dotMatchesNewlines(), with: "")
        .replacing(" role=\"note\"", with: ""))
  }

  /// Without the links back, and the list as a row of items.
  private func normalized(footnotes html: String) -> String {
    normalized(
      html.replacing(#/ ?<a href="[^"]*" class="footnote-backref".*?</a>/#, with: "")
        .replacing(#/<section[^>]*>\s*<ol>/#, with: "<section>")
        .replacing(#/</ol>\s*</section>/#, with: "</section>"))
  }

  /// Without the numbers, which the references give, and the footnotes that nothing refers to.
  private func normalized(theirFootnotes html: String) -> String {
    var text = html.replacing(
      #/<div class="footnote" id="([^"]*)">\s*<div class="footnote-number">.*?</div>\s*<div class="footnote-contents">(.*?)</div>\s*</div>/#
        .dotMatchesNewlines()
    ) { match in
      html.contains("href=\"#\(match.1)\"") ? "<li id=\"\(match.1)\">\(match.2)</li>" : ""
    }
    text = text.replacing(#/<section[^>]*>/#, with: "<section>")
    return normalized(text.replacing(#/<section>\s*</section>/#, with: ""))
  }

  private func normalized(_ html: String) -> String {
    MarkdownTests.normalized(html)
  }
}
