import Markdown
import Testing
import Text

/// Links whose resolver would lead where no browser may be led.
struct LastDoorTests {
  @Test(arguments: [
    ("<javascript:alert(1)>", "<p>javascript:alert(1)</p>\n"),
    ("[x](a.md)", "<p>x</p>\n"),
    ("![x](a.png)", "<p>x</p>\n"),
    ("<a href=\"a.md\">x</a>", "<p>x</p>\n"),
  ])
  func `what runs code is held back whatever a link is resolved to`(text: String, html: String) {
    let document = Document(markdown: Array(text.utf8))
    for address in ["javascript:alert(1)", "JavaScript:alert(1)", "vbscript:x", "blob:x"] {
      var output = ByteWriter()
      document.append(document.everything, to: &output) { index in
        document.links[index].isImage ? .imageElsewhere(address) : .address(address)
      }
      #expect(String(decoding: output.bytes, as: UTF8.self) == html)
    }
  }
}
