import Testing

@testable import Markdown

/// Rules of GitHub's Markdown that the examples of its specification do not show.
struct GitHubRulesTests {
  private func html(_ markdown: String) -> String {
    render(markdown, .init(flavor: .gfm, rawHTML: .keep))
  }

  // MARK: - Tables

  private func table(_ head: String, _ rows: String...) -> String {
    func row(_ cell: String, _ tag: String) -> String {
      "<tr>\n<\(tag)>\(cell)</\(tag)>\n</tr>\n"
    }
    let body = rows.map { row($0, "td") }.joined()
    return "<table>\n<thead>\n\(row(head, "th"))</thead>\n"
      + (rows.isEmpty ? "" : "<tbody>\n\(body)</tbody>\n") + "</table>\n"
  }

  @Test func `a heading can follow a table at once`() {
    #expect(html("| a |\n|---|\n| b |\n# c\n") == table("a", "b") + "<h1>c</h1>\n")
    #expect(html("| a |\n|---|\n# c\n") == table("a") + "<h1>c</h1>\n")
  }

  @Test func `what underlines a heading is no row of hyphens below a head`() {
    #expect(html("a\n-\nb ~c~\n") == "<h2>a</h2>\n<p>b <del>c</del></p>\n")
    #expect(html("| a\n---\nb ~c~\n") == "<h2>| a</h2>\n<p>b <del>c</del></p>\n")
    #expect(html("a\n|-\nb\n") == table("a", "b"))
  }

  @Test(arguments: ["[^a]:", "[^a]: b", "| a |", ": b"])
  func `a heading is a heading, whatever it says`(words: String) {
    #expect(html("# \(words)\n\n~a~\n") == "<h1>\(words)</h1>\n<p><del>a</del></p>\n")
  }

  // MARK: - Footnotes

  @Test func `a footnote without words has only its link back`() {
    for text in ["[^a]\n\n[^a]:\n", "[^a]\n\n[^a]:\n\nb\n", "[^a]\n\n[^a]: [^b]: c\n"] {
      let html = html(text)
      #expect(!html.contains("<h1>") && !html.contains("<ol>\n</ol>"), "\(html)")
      #expect(html.contains("<li id=\"fn-a\">\n<a href=\"#fnref-a\" class=\"footnote-backref\""))
    }
  }

  @Test(arguments: ["", " # b", " ```", " ---", " <pre>"])
  func `in raw HTML below a footnote there are no others`(words: String) {
    let html = html("[^a]:\(words)\n<b>\n[^a]: c\nd\n\n~e~\n")
    #expect(html == "<b>\n[^a]: c\nd\n<p><del>e</del></p>\n")
  }

  @Test func `in raw HTML below a table there are no footnotes`() {
    #expect(html("| a |\n|---|\n<b>\n[^a]: c\n") == table("a") + "<b>\n[^a]: c\n")
  }

  // MARK: - Addresses

  @Test func `an underscore at the end of a text is no part of the domain`() {
    #expect(
      html("https://a.example_") == "<p><a href=\"https://a.example\">https://a.example</a>_</p>\n")
    #expect(
      html("www.a.example_") == "<p><a href=\"http://www.a.example\">www.a.example</a>_</p>\n")
    #expect(html("www.a.b_c\n") == "<p>www.a.b_c</p>\n")
    #expect(html("www.\n") == "<p>www.</p>\n")
  }
}
