import Testing
import Trials

@testable import Markdown

/// Blocks between lines of colons, as people paste them from VitePress, Docusaurus and Pandoc.
struct ColonBlockTests {
  @Test(arguments: [
    (
      ":::note\nHello *x*\n\n- a\n- b\n:::\nafter",
      """
      <div class="alert alert-note" role="note">
      <p class="alert-title">Note</p>
      <p>Hello <em>x</em></p>
      <ul>
      <li>a</li>
      <li>b</li>
      </ul>
      </div>
      <p>after</p>

      """
    ),
    (
      "::: warning Careful now ::::\n```\n:::\n```\n:::",
      """
      <div class="alert alert-warning" role="note">
      <p class="alert-title">Careful now</p>
      <pre><code>:::
      </code></pre>
      </div>

      """
    ),
    (
      "> :::danger[Hot & dry]\n> in a quote\n> :::\nafter",
      """
      <blockquote>
      <div class="alert alert-caution" role="note">
      <p class="alert-title">Hot &amp; dry</p>
      <p>in a quote</p>
      </div>
      </blockquote>
      <p>after</p>

      """
    ),
    (
      "1. one\n   ::: {#x .tip}\n   inside\n   :::\n2. two",
      """
      <ol>
      <li>one
      <div class="alert alert-tip" role="note">
      <p class="alert-title">Tip</p>
      <p>inside</p>
      </div>
      </li>
      <li>two</li>
      </ol>

      """
    ),
    (
      "::::info\n:::details More\nx\n:::\ny\n::::\nz",
      """
      <div class="alert alert-note" role="note">
      <p class="alert-title">Note</p>
      <details>
      <summary>More</summary>
      <p>x</p>
      </details>
      <p>y</p>
      </div>
      <p>z</p>

      """
    ),
    (":::columns\nplain\n:::", "<p>plain</p>\n"),
    (
      ":::tip\nto the end",
      """
      <div class="alert alert-tip" role="note">
      <p class="alert-title">Tip</p>
      <p>to the end</p>
      </div>

      """
    ),
    (
      ":::note\n<div>\nx\n</div>\n:::\n| a |\n| - |",
      """
      <div class="alert alert-note" role="note">
      <p class="alert-title">Note</p>
      <div>
      x
      </div>
      </div>
      <table>
      <thead>
      <tr>
      <th>a</th>
      </tr>
      </thead>
      </table>

      """
    ),
    (
      "a ::: b\n\n`:::note`\n\n    :::note\n",
      "<p>a ::: b</p>\n<p><code>:::note</code></p>\n<pre><code>:::note\n</code></pre>\n"
    ),
    (":::\n\nx\n\n:: note", "<p>:::</p>\n<p>x</p>\n<p>:: note</p>\n"),
  ])
  func `a block is what its name says`(markdown: String, html: String) {
    #expect(render(markdown) == html)
  }

  @Test func `other flavours know no such blocks`() {
    for flavor in [MarkdownOptions.Flavor.commonmark, .gfm] {
      #expect(render(":::private\nx\n:::", .init(flavor: flavor)) == "<p>:::private\nx\n:::</p>\n")
    }
  }

  /// What lies inside says “hush” and must not come out; “loud” must.
  @Test(arguments: [
    "loud\n:::private\nhush\n\n# hush\n:::\nloud",
    ":::PRIVATE\nhush\n:::\nloud",
    "::: Private the title: hush :::\nhush\n:::::\nloud",
    ":::{private}\nhush\n:::\nloud",
    "::: {#hush .private .wide}\nhush\n:::\nloud",
    "::::private\n:::note\nhush\n:::\nhush\n::::\nloud",
    ":::private\n:::note\nhush\n:::\nhush\n:::\nloud",
    ":::private\n```\n:::\nhush\n```\nhush\n:::\nloud",
    ":::private\n- :::note\n  hush\n  :::\n  hush\n\nhush\n:::\nloud",
    "- loud\n- :::private\n  hush\n  :::\n- loud",
    "- loud\n\n  :::private\n  hush\n  :::\n\n  loud\n- loud",
    "> loud\n> :::private\n> hush\n> :::\n> loud",
    "> :::private\n> hush\nhush goes on\n\nloud",
    "- ```\n  loud\n\n:::private\nhush\n:::\nloud",
    "> ```\n> loud\n\n:::private\nhush\n:::\nloud",
    "<!--\n```\n-->\n:::private\nhush\n:::\n\nloud",
    "<div>\n:::private\nhush\n:::\n</div>\n\nloud",
    "<details>\n<summary>loud</summary>\n    :::private\nhush\n:::\n</details>",
    "loud\n      :::private\nhush\n:::\nloud",
    "loud[^1]\n\n[^1]: loud\n\n    :::private\n    hush\n    :::\n",
    "loud[^1]\n\n:::private\n[^1]: hush\n:::\n",
    "[loud][a]\n\n:::private\n[a]: /hush\n:::\n",
    "loud\n: loud\n\n    :::private\n    hush\n    :::\n\n    loud",
    ":::note\n:::private\nhush\n:::\nloud\n:::",
    "loud\r\n:::private\r\nhush\r\n:::\r\nloud",
    "loud\n:::privat\nhush\n:::\nloud",
    "loud\n::private\nhush\n:::\nloud",
    "loud\n:::secret\nhush\n:::\nloud",
    "loud\n\n:::private\nhush",
    "* loud\n+ :::private\n  hush\n\n  ```\n  :::\n  hush\n  ```\n\n  hush\n\nloud",
  ])
  func `what is private does not come out`(markdown: String) {
    let document = Document(markdown: Array(markdown.utf8))
    let html = String(decoding: document.html, as: UTF8.self)
    #expect(!html.contains("hush"), "\(html)")
    #expect(!html.contains(":::"), "\(html)")
    #expect(html.count(of: "loud") == markdown.count(of: "loud"), "\(html)")
    let whole = render(markdown, .init(keepsPrivateBlocks: true))
    #expect(whole.contains("hush"), "\(whole)")
    #expect(whole.contains("loud"), "\(whole)")
  }

  @Test(arguments: [
    "```\n:::private\nloud\n:::\n```", "    :::private\n    loud\n    :::",
    "- ~~~\n  :::private\n  loud\n  :::\n  ~~~", "`:::private` loud",
  ])
  func `in code, what looks private is an example`(markdown: String) {
    #expect(render(markdown).contains(":::private"))
    #expect(render(markdown).contains("loud"))
  }

  @Test func `lines are those of the whole text`() throws {
    let text = "# A\n\n:::private\nhush\nhush\n:::\n\n## B\n\n[x](gone.md)\n\n<script>a</script>\n"
    let document = Document(markdown: Array(text.utf8))
    #expect(document.links.map(\.line) == [10])
    #expect(document.sections.compactMap(\.heading?.line) == [1, 8])
    #expect(document.droppedHTML?.line == 12)
  }

  @Test func `a private block without an end, or with a doubtful name, is known`() {
    let text = "> :::private\n> x\n\n:::pirvate\n:::\n\n:::hidden\n:::\n:::private\n"
    let blocks = Document(markdown: Array(text.utf8)).privateBlocks
    #expect(blocks?.unended == [1, 9])
    #expect(blocks?.misspelt.map(\.name) == ["pirvate", "hidden"])
    #expect(blocks?.misspelt.map(\.line) == [4, 7])
    #expect(Document(markdown: Array(":::note\n:::\na::b\n".utf8)).privateBlocks == nil)
  }

  /// Outside of code no fence of a private block may be seen, whatever stands around it: then one
  /// was missed.
  @Test func `no way of nesting hides a private block from view`() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(state: seed)
    let marks = [
      "", "", "", "> ", "- ", "  ", "    ", "1. ", "   ", "\t", ": ", "[^a]: ", ">", "- - ",
    ]
    let words = [
      "", "", "word", "word", ":::private", ":::private", ":::", ":::", "```", "~~~", "````",
      ":::note",
      "<div>", "</div>", "<!--", "-->", "<pre>", "</pre>", "<b>", "# h", "***", "[a]: /b", "term",
      "| a |", "| - |", "::::private", "::::", "<!-- x -->", "=== ", "---",
    ]
    var stopped = 0
    for _ in 0..<4_000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...16, using: &random) {
        for _ in 0..<Int.random(in: 0...2, using: &random) {
          text += marks.randomElement(using: &random) ?? ""
        }
        text += (words.randomElement(using: &random) ?? "") + "\n"
      }
      let document = Document(markdown: Array(text.utf8), options: .init(rawHTML: .drop))
      // A second wall stops the build where the first has a gap.
      guard document.privateBlocks?.misplaced.isEmpty ?? true else {
        stopped += 1
        continue
      }
      let html = String(decoding: document.html, as: UTF8.self).withoutCode
      #expect(!html.contains("::private"), "seed \(seed): \(text.debugDescription)")
    }
    #expect(stopped < 20, "seed \(seed)")
  }

  @Test(.timeLimit(.minutes(10)))
  func `thousands of blocks come to an end`() {
    let flat = String(repeating: ":::private\nx\n:::\n:::note\ny\n:::\n", count: 10_000)
    let deep = String(repeating: ":::note\n", count: 20_000) + ":::private\nhush\n"
    let quotes = String(repeating: "> ", count: 150)
    for text in [flat, deep, quotes + ":::private\n\(quotes)hush\n"] {
      #expect(!render(text).contains("hush"))
    }
  }
}

extension String {
  fileprivate var withoutCode: String {
    var rest = self[...]
    var words = ""
    while let start = rest.firstRange(of: "<pre>") {
      words += rest[..<start.lowerBound]
      rest = rest[start.upperBound...]
      rest = rest[(rest.firstRange(of: "</pre>")?.upperBound ?? rest.endIndex)...]
    }
    return words + rest
  }

  fileprivate func count(of text: String) -> Int { ranges(of: text).count }
}
