import Foundation
import Markdown
import Testing

struct SanitizerPolicyTests {
  private static let text = """
    a <b onclick=c>b</b> <script>d</script>

    <div>
    e <i>f</i>
    </div>

    ![<b>g</b>](h.png)
    """

  @Test func `kept HTML stays as it is written`() {
    #expect(
      Self.text.html(.keep) == """
        <p>a <b onclick=c>b</b> <script>d</script></p>
        <div>
        e <i>f</i>
        </div>
        <p><img src="h.png" alt="&lt;b&gt;g&lt;/b&gt;" /></p>

        """)
  }

  @Test func `of dropped HTML only the words stay`() {
    #expect(
      Self.text.html(.drop) == """
        <p>a b </p>

        e f

        <p><img src="h.png" alt="g" /></p>

        """)
  }

  @Test func `what is left out is counted, and the first of it has a place`() {
    let cases: [(markdown: String, what: String, line: Int, column: Int, length: Int, count: Int)] =
      [
        ("a\n\n*b* <script>c</script>", "<script>", 3, 5, 8, 1),
        (
          "- > a\n  > <p\n  > title=b onclick=c style=d>e</p>", "the attribute onclick of <p>", 3,
          13, 7, 2
        ),
        ("> <div>\n> é <u onclick=a>b</u>\n> </div>", "the attribute onclick of <u>", 2, 8, 7, 1),
        ("a\nb <x-y>c</x-y> <!-- d --> <z>", "<x-y>", 2, 3, 5, 2),
        ("<div>\n<p title=\"a\n\nb", "<p", 2, 1, 11, 1),
        ("a <?php b ?>", "<?…?>", 1, 3, 10, 1),
        ("<details>\n\na\n\n</details>", "<details>", 1, 1, 9, 1),
      ]
    for expected in cases {
      let dropped = expected.markdown.document.droppedHTML
      #expect(dropped?.what == expected.what)
      #expect(dropped?.line == expected.line, "\(expected.markdown)")
      #expect(dropped?.column == expected.column, "\(expected.markdown)")
      #expect(dropped?.length == expected.length, "\(expected.markdown)")
      #expect(dropped?.count == expected.count, "\(expected.markdown)")
    }
  }

  @Test func `comments and end tags without a start are not missed`() {
    #expect("a <!-- b --> </p>\n\n<!-- c -->\n\n</div>".document.droppedHTML == nil)
  }

  @Test func `a stranger's names are printed as one short line`() {
    let dropped = "<div><x\u{1B}[31m\u{202E}\(String(repeating: "y", count: 500))>".document
      .droppedHTML
    #expect(dropped?.what.unicodeScalars.count == 60)
    #expect(dropped?.what.hasPrefix("<x\u{FFFD}[31m\u{FFFD}yyy") == true)
  }

  @Test func `a picture in HTML is one like those of Markdown`() {
    let links = "<p>\n<a href=\"b.md\"><img src='a&amp;b.png' alt=\"c\" width=20></a>".document
      .links
    #expect(links.map(\.destination) == ["b.md", "a&b.png"])
    #expect(links.map(\.isImage) == [false, true])
    #expect(links.map(\.isInsideLink) == [false, true])
    #expect(links.map(\.line) == [2, 2])
    #expect(links.map(\.column) == [10, 26])
    #expect(links[1].width == 20)
    #expect(links[1].height == nil)
  }

  @Test(arguments: [
    "<", "<a ", "</", "<!", "<!--", "<?", "<![CDATA[", "<div>", "<b>", "</b>", "</div><p>",
    "<a href='",
    "<a href=\"a&amp;b\">", "<img src=\"&#x61;&b\">", "<details><summary>", "<td>", "<ul><li>",
    "&amp;",
    "&#", "&x", "<script>", "<svg>", "</svg>", "<p =", "<p a a=a ", "<table><tr>", "<xmp></xmp",
    "x <b>*", "<a>[a](b)", "<div>\n\n", "</div>\n\n", "<video><source src=a>", "<!-- -", "<p id=a>",
  ])
  func `what is repeated without end takes time in proportion`(_ piece: String) {
    func seconds(_ bytes: Int) -> Double {
      let text = String(repeating: piece, count: bytes / piece.utf8.count)
      let start = Date.now
      for text in [text, "<div>" + text] {
        #expect(Wellformedness(of: text.sanitized).fault == nil)
      }
      return Date.now.timeIntervalSince(start)
    }
    // Quadratic work would take minutes; the margin is for busy machines.
    #expect(seconds(65_536) < 10)
  }
}
