import Markdown
import Testing

/// HTML that is written well, and stays.
struct SanitizerElementTests {
  @Test func `what people paste from GitHub stays as they meant it`() {
    #expect(
      """
      <p align="center">
        <img width="473" alt="Groups" src="groups.png">
      </p>

      Press <kbd>Ctrl</kbd>+<kbd>C</kbd>, H<sub>2</sub>O, x<sup>2</sup>.<br>Next
      """.sanitized == """
        <p class="align-center">
          <img src="groups.png" alt="Groups" width="473" />
        </p>
        <p>Press <kbd>Ctrl</kbd>+<kbd>C</kbd>, H<sub>2</sub>O, x<sup>2</sup>.<br />Next</p>

        """)
  }

  @Test func `a table's cells keep their spans and sides`() {
    #expect(
      """
      <table><tr><th colspan=2 scope=col align=right>a</th><td rowspan="3">b</td></tr></table>
      """.sanitized == """
        <table><tr><th colspan="2" scope="col" class="align-right">a</th><td rowspan="3">b</td></tr></table>

        """)
  }

  @Test func `lists keep their numbers`() {
    #expect(
      """
      <ol start=3 reversed type=a><li value=7>a</ol>
      """.sanitized == """
        <ol start="3" reversed="" type="a"><li value="7">a</li></ol>

        """)
  }

  @Test func `words with a reading, a meaning, a moment`() {
    #expect(
      """
      <ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby> <abbr title="x &amp; y">c</abbr> <time datetime=2026-11-22>d</time>
      """.sanitized == """
        <p><ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby> <abbr title="x &amp; y">c</abbr> <time datetime="2026-11-22">d</time></p>

        """)
  }

  @Test func `elements that HTML gave up become those that took their place`() {
    #expect(
      """
      <tt>a</tt> <strike>b</strike> <acronym title=c>d</acronym>
      """.sanitized == """
        <p><code>a</code> <s>b</s> <abbr title="c">d</abbr></p>

        """)
  }

  @Test func `lengths are numbers of pixels`() {
    #expect(
      """
      <img src=a.png width=200px height=50%>
      """.sanitized == """
        <img src="a.png" alt="" width="200" />

        """)
  }

  @Test func `anchors get a prefix, and links to them find them`() {
    #expect(
      """
      <a name="x"></a>

      <p id=y>a</p>

      [b](#x) [c](#y) [d](#heading) <a href="#y">e</a>

      # Heading

      <p id=heading>f</p>
      """.sanitized == """
        <p><a id="user-x"></a></p>
        <p id="user-y">a</p>
        <p><a href="#user-x">b</a> <a href="#user-y">c</a> <a href="#heading">d</a> <a href="#user-y">e</a></p>
        <h1 id="heading">Heading</h1>
        <p id="user-heading">f</p>

        """)
  }

  @Test func `a heading that begins an update ends what is open`() {
    #expect(
      """
      <div>

      ## 2026-01-02

      a

      </div>
      """.sanitized == """
        <div>
        </div>
        <h2 id="2026-01-02">2026-01-02</h2>
        <p>a</p>

        """)
  }

  @Test func `video and sound have controls, and only their own address`() {
    #expect(
      """
      <video width=300 muted>
      <source src="a.mp4" type=video/mp4>
      Your browser is old.
      </video>
      <audio src=b.mp3 autoplay></audio>
      """.sanitized == """
        <video src="a.mp4" width="300" controls="" preload="metadata" muted=""></video>
        <audio src="b.mp3" controls="" preload="metadata"></audio>

        """)
  }

}
