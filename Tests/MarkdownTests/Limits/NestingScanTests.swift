import Testing

@testable import Markdown

/// What counts as nested, and what only looks like it.
struct NestingScanTests {
  private func line(_ text: String) -> Int? {
    var scan = NestingScan(Array(text.utf8))
    return scan.excess()?.line
  }

  private func marks(_ mark: String, _ count: Int = 101) -> String {
    String(repeating: mark, count: count)
  }

  @Test(arguments: [">", "> ", "- ", "+ ", "* ", "1. ", "9) ", "-\t", "[^a]: ", ": ", "> - "])
  func `everything that begins a quote or an item counts`(mark: String) {
    #expect(line("a\n\n\(marks(mark))a") == 3)
    #expect(line("a\r\(marks(mark))a\r") == 2)
    #expect(line("a\r\n\(marks(mark))\r\n") == (["- ", "* ", "-\t"].contains(mark) ? nil : 2))
  }

  @Test func `lists nest by their indentation, too`() {
    let deep = (0..<101).map { marks("  ", $0) + "* a\n" }.joined()
    #expect(line(deep) == 101)
    // A line at the left margin ends them all.
    let flat = (0..<60).map { marks("  ", $0) + "* a\n" }.joined() + "\nb\n\n"
    #expect(line(flat + "1. b\n" + flat + flat) == nil)
  }

  @Test func `lists that begin far to the right of few bytes are not too deep`() {
    let steps = (0...15).flatMap { tabs in
      ["- a\n", " - a\n", "  - a\n", "   - a\n"].map { marks("\t", tabs) + $0 }
    }
    let text = steps.joined() + marks(">", 20) + "a\n\n"
    #expect(line(text) == nil)
    // A footnote has every line looked at.
    #expect(line(text + "[^a]: b") == nil)
    #expect(line(text + "[^a]: b\n\n" + marks(">") + "b") == 69)
  }

  @Test func `quotes within lists that go on count with them`() {
    let list = marks("- ", 60) + "a\n"
    #expect(line(list + marks(" ", 120) + marks("> ", 41) + "b") == 2)
    #expect(line(list + "\n" + marks("> ", 41) + "b") == nil)
  }

  @Test(arguments: ["- ", "* ", "-", "*"])
  func `a rule is no list`(mark: String) {
    #expect(line(marks(mark, 300)) == nil)
    #expect(line("> \(marks(mark, 300)) \n") == nil)
  }

  @Test func `code between fences may hold anything`() {
    let deep = marks("> ") + "a\n"
    #expect(line("```\n\(deep)```\n") == nil)
    #expect(line("~~~~ text\n\(deep)~~~\n\(deep)~~~~\n") == nil)
    #expect(line("- a\n\n```\n\(deep)```\n\n\(deep)") == 7)
  }

  @Test(arguments: [
    // Each of these only looks like a fence, or ends before it seems to.
    "a\n\n    ```\n", "<div>\n```\n\n", "<!--\n```\n-->\n", "<pre>\n```\n\n</b>\n</pre>\n",
    "> ```\n", "- ```\n\n", "``` a`b\n", "```\n````\n", "<?\n\n```\n?>\n",
    "<![CDATA[\n\n```\n]]>\n",
    "- - - - a\n       ```\n", "<script>\n\n```\n</script>\n",
  ])
  func `what is no fence hides nothing`(start: String) {
    #expect(line("\(start)\(marks("> "))a") != nil)
  }
}
