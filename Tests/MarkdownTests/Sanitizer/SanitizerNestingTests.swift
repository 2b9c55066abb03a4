import Markdown
import Testing

/// HTML that is written badly, put right.
struct SanitizerNestingTests {
  @Test func `end tags that may be missing are put in`() {
    #expect(
      """
      <ul><li>a<li>b<ul><li>c</ul><li>d</ul><dl><dt>e<dd>f<dt>g</dl>
      """.sanitized == """
        <ul><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ul><dl><dt>e</dt><dd>f</dd><dt>g</dt></dl>

        """)
  }

  @Test func `a paragraph ends where a block begins`() {
    #expect(
      """
      <p>a<div>b</div>c</p>
      """.sanitized == """
        <p>a</p><div>b</div>c

        """)
  }

  @Test func `wrong nesting is put right`() {
    #expect(
      """
      <p><b>a<i>b</b>c</i></p><div><b>d</div>e</b>
      """.sanitized == """
        <p><b>a<i>b</i></b>c</p><div><b>d</b></div>e

        """)
  }

  @Test func `a caption stands first or last in its figure`() {
    #expect(
      """
      <figure><img src=a.png alt=a><figcaption>b</figcaption></figure><figure><figcaption>c</figcaption>d<figcaption>e</figcaption></figure>
      """.sanitized == """
        <figure><img src="a.png" alt="a" /><figcaption>b</figcaption></figure><figure><figcaption>c</figcaption>de</figure>

        """)
  }

  @Test func `markup in a line ends with what holds it`() {
    #expect(
      """
      a <b>b *c <i>d* e

      f</b>
      """.sanitized == """
        <p>a <b>b <em>c <i>d</i></em> e</b></p>
        <p>f</p>

        """)
  }

  @Test func `blocks have no place in a line`() {
    #expect(
      """
      a <div>b</div> <p>c <ul><li>d</ul>
      """.sanitized == """
        <p>a b c d</p>

        """)
  }

  @Test func `parts of tables have no place elsewhere`() {
    #expect(
      """
      <div><td>a</td><tr>b</tr></div>
      """.sanitized == """
        <div>ab</div>

        """)
  }

  @Test func `rows come in the order that HTML has`() {
    #expect(
      """
      <table><tbody><tr><td>a</tbody><thead><tr><td>b</thead><caption>c</caption><tfoot><tr><td>d</tfoot></table>
      """.sanitized == """
        <table><tbody><tr><td>a</td></tr></tbody><tr><td>bc</td></tr><tbody><tr><td>d</td></tr></tbody></table>

        """)
  }
}
