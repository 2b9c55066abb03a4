import Testing

@testable import Markdown

/// Tables that a phone does not show whole can be scrolled, by keyboard too.
struct WideTableTests {
  private static let wide = """
    | Name | R&D "cost" |
    | --- | --- |
    | x | https://a.example/a/long/address |

    """

  @Test func `a wide table stands in a box with the name of its columns`() {
    let html = render(Self.wide)
    #expect(
      html.hasPrefix(
        "<div class=\"table\" role=\"group\" tabindex=\"0\" "
          + "aria-label=\"Name, R&amp;D &quot;cost&quot;\">\n<table>\n"))
    #expect(html.hasSuffix("</table>\n</div>\n"))
  }

  @Test(arguments: [
    // Long cells are set in lines; only a word is not.
    "| a | b |\n| - | - |\n| \(String(repeating: "word ", count: 80)) | c |\n",
    "| twelve chars | twelve chars |\n| - | - |\n| äöüäöüäöüäöü | äöüäöüäöüäöü |\n",
    "| a |\n| - |\n",
  ])
  func `a table that fits needs none`(markdown: String) {
    #expect(render(markdown).hasPrefix("<table>"))
  }

  @Test func `the columns count as well as their words`() {
    let row = "|" + String(repeating: " ab |", count: 8) + "\n"
    let line = "|" + String(repeating: " - |", count: 8) + "\n"
    #expect(render(row + line).contains("aria-label=\"ab, ab, ab, ab, ab, ab, ab, ab\""))
  }

  @Test func `the name is that of the first row with words, and not too long`() {
    let table = "| | |\n| - | - |\n| | \(String(repeating: "long", count: 20)) |\n"
    #expect(render(table).contains("aria-label=\"\(String(repeating: "long", count: 20))\""))
    let columns = (1...60).map { " c\($0) |" }.joined()
    let lines = String(repeating: " - |", count: 60)
    let label = render("|\(columns)\n|\(lines)\n").split(separator: "\"")[7]
    #expect(label.hasSuffix("…"))
    #expect(label.count <= 101)
  }

  @Test func `GitHub's Markdown has no boxes`() {
    #expect(render(Self.wide, .init(flavor: .gfm)).hasPrefix("<table>"))
  }
}
