import Markdown
import Testing

/// Elements that Markdown stands in: they begin in one block and end in another.
struct SanitizerSpanTests {
  @Test func `details hold Markdown between their tags`() {
    #expect(
      """
      <details>
      <summary>More</summary>

      - *one*

      ```
      code
      ```

      </details>

      After.
      """.sanitized == """
        <details>
        <summary>More</summary>
        <ul>
        <li><em>one</em></li>
        </ul>
        <pre><code>code
        </code></pre>
        </details>
        <p>After.</p>

        """)
  }

  @Test func `a summary may stand in a block of its own, and hold a heading`() {
    #expect(
      """
      <details open>

      <summary><h3>More</h3></summary>

      ### Part

      </details>
      """.sanitized == """
        <details open="">
        <summary><h3>More</h3></summary>
        <h3 id="part">Part</h3>
        </details>

        """)
  }

  @Test func `details nest`() {
    #expect(
      """
      <details><summary>a</summary>

      <details><summary>b</summary>

      c

      </details>

      d

      </details>
      """.sanitized == """
        <details><summary>a</summary>
        <details><summary>b</summary>
        <p>c</p>
        </details>
        <p>d</p>
        </details>

        """)
  }

  @Test func `what begins in a list item ends there`() {
    #expect(
      """
      - <details><summary>a</summary>

        b

        </details>
      - c
        <div>

        d

      </div>

      e
      """.sanitized == """
        <ul>
        <li>
        <details><summary>a</summary>
        <p>b</p>
        </details>
        </li>
        <li>
        <p>c</p>
        <div>
        </div>
        <p>d</p>
        </li>
        </ul>
        <p>e</p>

        """)
  }

  @Test func `what begins in a quote ends there`() {
    #expect(
      """
      > <div>
      >
      > a

      </div>

      b
      """.sanitized == """
        <blockquote>
        <div>
        </div>
        <p>a</p>
        </blockquote>
        <p>b</p>

        """)
  }

  @Test func `without an end tag an element ends with its block`() {
    #expect(
      """
      <details><summary>a</summary>b

      c
      """.sanitized == """
        <details><summary>a</summary>b
        </details>
        <p>c</p>

        """)
  }

  @Test func `details without a summary are only their content`() {
    #expect(
      """
      <details>

      a

      </details>
      """.sanitized == """
        <p>a</p>

        """)
  }

  @Test func `tables hold Markdown in their cells`() {
    #expect(
      """
      <table>
      <tr>
      <th>

      **a**

      </th>
      <td>

      - b

      </td>
      </tr>
      </table>
      """.sanitized == """
        <table>
        <tr>
        <th>
        <p><strong>a</strong></p>
        </th>
        <td>
        <ul>
        <li>b</li>
        </ul>
        </td>
        </tr>
        </table>

        """)
  }

  @Test func `Markdown in a row gets a cell, and in a list an item`() {
    #expect(
      """
      <table>
      <tr>

      a

      </tr>
      </table>

      <ul>

      b

      </ul>
      """.sanitized == """
        <table>
        <tr>
        <td>
        <p>a</p>
        </td></tr>
        </table>
        <ul>
        <li>
        <p>b</p>
        </li></ul>

        """)
  }

  @Test func `words in a table get a row and a cell`() {
    #expect(
      """
      <table>a<tr>b<td>c<tr><td>d</table>
      """.sanitized == """
        <table><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr><tr><td>d</td></tr></table>

        """)
  }
}
