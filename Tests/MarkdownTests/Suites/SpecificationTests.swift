import Testing

@testable import Markdown

/// The examples of the specifications, where they stand beside the project.
struct SpecificationTests {
  @Test(.enabled(if: Suite.commonMark.isThere, "../shared/suites is not beside the project"))
  func `every example of CommonMark 0.30 comes out as it should`() throws {
    let examples = try Suite.commonMark.examples()
    #expect(examples.count == 652)
    let options = MarkdownOptions(flavor: .commonmark, rawHTML: .keep)
    for example in examples {
      let html = render(example.markdown, options)
      #expect(html == example.html, "example \(example.example)")
    }
  }

  @Test(.enabled(if: Suite.commonMark.isThere, "../shared/suites is not beside the project"))
  func `the parser of dialects makes the same of every example`() throws {
    for example in try Suite.commonMark.examples() {
      let html = renderAsDialect(
        example.markdown, MarkdownOptions(flavor: .commonmark, rawHTML: .keep))
      #expect(html == example.html, "example \(example.example): \(example.markdown)")
    }
  }

  @Test(.enabled(if: Suite.gfm.isThere, "../shared/suites is not beside the project"))
  func `every example of GitHub Flavored Markdown comes out as it should`() throws {
    let examples = try Suite.gfm.examples()
    #expect(examples.count == 673)
    for example in examples {
      let flavor: MarkdownOptions.Flavor = example.ext.isEmpty ? .commonmark : .gfm
      let html = render(example.markdown, MarkdownOptions(flavor: flavor, rawHTML: .keep))
      #expect(
        normalized(html) == normalized(example.html),
        "example \(example.example): \(example.markdown)")
    }
  }

  @Test(.enabled(if: Suite.smartPunctuation.isThere, "../shared/suites is not beside the project"))
  func `every example of smart punctuation comes out as it should`() throws {
    let examples = try Suite.smartPunctuation.examples()
    #expect(examples.count == 16)
    let options = MarkdownOptions(
      flavor: .commonmark, rawHTML: .keep, smartPunctuation: .english)
    for example in examples {
      #expect(
        render(example.markdown, options) == example.html,
        "example \(example.example): \(example.markdown)")
    }
  }
}

func render(_ markdown: String, _ options: MarkdownOptions = .init()) -> String {
  String(decoding: Document(markdown: Array(markdown.utf8), options: options).html, as: UTF8.self)
}

/// Renders by the stages for dialects whatever the text holds.
func renderAsDialect(_ markdown: String, _ options: MarkdownOptions) -> String {
  let source = Array(markdown.utf8)
  let tree = DialectTree.parse(source, options: options)
  var renderer = HTMLRenderer(tree, source: source, options: options)
  return String(decoding: renderer.render().html, as: UTF8.self)
}
