import Markdown
import Testing

struct CodeBlockTests {
  private func block(_ info: String, _ code: String = "a\nb\nc\nd\n") -> String {
    render("```\(info)\n\(code)```\n")
  }

  /// The numbers of the lines that are marked.
  private func marked(_ info: String) -> [Int] {
    let html = block(info)
    let pre = html.firstRange(of: "<pre>")?.lowerBound ?? html.startIndex
    let lines = html[pre...].split(separator: "\n")
    return lines.enumerated().filter { $1.contains("<mark class=\"line\">") }.map { $0.offset + 1 }
  }

  private func title(_ info: String) -> String? {
    let html = block(info)
    guard let start = html.firstRange(of: "<figcaption>"),
      let end = html.firstRange(of: "</figcaption>")
    else { return nil }
    return String(html[start.upperBound..<end.lowerBound])
  }

  @Test func `code of a known language gets classes`() {
    #expect(
      block("swift", "let a = \"<b>\" // 1\n")
        == """
        <pre><code class="language-swift"><span class="key">let</span> a = \
        <span class="str">&quot;&lt;b&gt;&quot;</span> <span class="com">// 1</span>
        </code></pre>

        """)
  }

  @Test(arguments: ["", "nonsense", "mermaid", "math", "text", "plaintext", "language-swift"])
  func `code of another stays plain`(_ info: String) {
    let attribute = info.isEmpty ? "" : " class=\"language-\(info)\""
    #expect(
      block(info, "let a < \"b\" // 1\n")
        == "<pre><code\(attribute)>let a &lt; &quot;b&quot; // 1\n</code></pre>\n")
  }

  @Test func `indented code is plain`() {
    #expect(render("    let a = 1\n") == "<pre><code>let a = 1\n</code></pre>\n")
  }

  @Test(arguments: [MarkdownOptions.Flavor.commonmark, .gfm])
  func `other flavors leave code as it is`(_ flavor: MarkdownOptions.Flavor) {
    #expect(
      render("```swift {1} title=\"x\"\nlet a\n```\n", MarkdownOptions(flavor: flavor))
        == "<pre><code class=\"language-swift\">let a\n</code></pre>\n")
  }

  @Test func `raw HTML is left to its author`() {
    let html = "<pre>\nlet a = 1\n</pre>\n"
    #expect(render(html).contains("let a = 1"))
    #expect(!render(html).contains("class=\"key\""))
  }

  @Test func `marked lines keep their code, and spans end with their line`() {
    #expect(
      block("swift {2}", "/* a\nb */ let\n")
        == """
        <pre><code class="language-swift"><span class="com">/* a</span>
        <mark class="line"><span class="com">b */</span> <span class="key">let</span></mark>
        </code></pre>

        """)
  }

  @Test func `an empty line can be marked, and the last`() {
    #expect(
      block("{2-3}", "a\n\nc\n")
        == """
        <pre><code>a
        <mark class="line"></mark>
        <mark class="line">c</mark>
        </code></pre>

        """)
  }

  @Test(arguments: [
    "js {2,4}", "js{2,4}", "js title=\"a.js\" {2,4}", "js {2,4} title=\"a.js\"", "{2,4}",
    "js {hl_lines=[2,\"4-4\"]}", "js {hl_lines=\"2 4\"}", "js {hl_lines=[2,4],linenostart=199}",
    "js {linenos=table,hl_lines=[\"2\",\"4\"]}", "js,hl_lines=2 4", "js,linenos,hl_lines=2 4-9",
    "js, hl_lines=2 4, linenos", "js:line-numbers {2,4}", "js:line-numbers{2,4}",
    "js {2} showLineNumbers {4-}", "js mark={2,4}", "{.js .numberLines hl_lines=\"2 4\"}",
    "js hl_lines=\"2 4\"", "js {2, 4}", "js [a.js] {2,4}",
  ])
  func `lines to mark are written in many ways`(_ info: String) {
    #expect(marked(info) == [2, 4], "\(info): \(block(info))")
  }

  @Test(arguments: [
    "js", "js {}", "js {0}", "js {9-12}", "js {4-2}", "js del={2}", "js linenostart=2",
    "js {a}", "js {2", "js title=\"{2}\"", "{r, fig.width=2}", "js,ignore,2",
  ])
  func `other numbers mark nothing`(_ info: String) {
    let expected = info == "js {2" ? [2] : []
    #expect(marked(info) == expected, "\(info): \(block(info))")
  }

  @Test(arguments: [
    ("js title=\"app.js\"", "app.js"), ("js {1} title='a b.js'", "a b.js"),
    ("js title=app.js {1}", "app.js"), ("js {title=\"app.js\" hl_lines=1}", "app.js"),
    ("js filename=\"app.js\"", "app.js"), ("js,name=app.js,hl_lines=1", "app.js"),
    ("js [app.js]", "app.js"), ("js:src/app.js", "src/app.js"),
    ("js title=\"a < b & c\"", "a &lt; b &amp; c"), ("title=\"app.js\"", nil),
    ("js", nil), ("js title=\"\"", nil), ("js title", nil), ("js title=", nil), ("js []", nil),
    ("js:line-numbers", nil),
  ])
  func `a title becomes a caption`(_ info: String, _ expected: String?) {
    #expect(title(info) == expected, "\(info): \(block(info))")
  }

  @Test func `a block with a title is a figure`() {
    #expect(
      block("toml title=\"a.toml\"", "a = 1\n")
        == """
        <figure class="code">
        <figcaption>a.toml</figcaption>
        <pre><code class="language-toml"><span class="att">a</span> = <span class="num">1</span>
        </code></pre>
        </figure>

        """)
  }

  @Test(arguments: [
    ("swift", "swift"), ("Swift", "Swift"), ("js{1}", "js"), ("rust,ignore", "rust"),
    ("c++ {1}", "c++"), ("c#", "c#"), ("{.python}", "python"), ("{python}", "python"),
    ("{r setup, echo=FALSE}", "r"), ("js:app.js", "js"), ("objective-c", "objective-c"),
    ("{#id .python}", "python"), ("{#id}", nil), ("{1}", nil), ("x\"y", "x&quot;y"),
  ])
  func `the language is what comes first`(_ info: String, _ language: String?) {
    let html = block(info)
    guard let language else {
      #expect(html.contains("<pre><code>"), "\(html)")
      return
    }
    #expect(html.contains("<code class=\"language-\(language)\">"), "\(html)")
  }

  @Test func `tildes fence code too, as in kramdown`() {
    #expect(render("~~~ ruby\nnil\n~~~\n").contains("<span class=\"num\">nil</span>"))
  }

  @Test func `code stands in lists and quotes as well`() {
    #expect(
      render("- a\n\n  ```json {1}\n  [1]\n  ```\n").contains(
        "<mark class=\"line\">[<span class=\"num\">1</span>]</mark>"))
  }
}
