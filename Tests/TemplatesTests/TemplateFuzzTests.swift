import Problems
import Testing
import Trials

/// Templates of a stranger's theme.
struct TemplateFuzzTests {
  private static let pieces = Pieces([
    "{{", "}}", "{{{", "}}}", "{{#", "{{^", "{{/", "{{!", "{{>", "{{<", "{{$", "{{=", "=}}", "{{&",
    " ", "\n", ".",
    "title", "subtitle", "blurb", "pages", "isNew", "author", "tags", "chapters", "parts", "itself",
    "books",
    "words", "shop", "name", "page", "other", "block", "{{title}}", "{{{blurb}}}", "{{#chapters}}",
    "{{/chapters}}", "{{#author}}", "{{/author}}", "{{> other}}", "{{> page}}", "{{<other}}",
    "{{/other}}",
    "{{$block}}", "{{/block}}", "{{#parts}}{{> other}}{{/parts}}", "{{=<% %>=}}", "<%={{ }}=%>",
    "<p>", "é", "\u{0}",
    String(repeating: "{{#author}}", count: 40),
  ])

  @Test func `whatever a template says, it ends, and a text is never markup`() {
    let book = Book(
      title: "<script>", author: Author(name: "<script>"), tags: ["<script>"],
      chapters: [Chapter(title: "<script>", parts: [Chapter(title: "<script>")])])
    let fault = Trials.fuzz("templates") { random in
      let (first, second) = (Self.pieces.text(1...20, &random), Self.pieces.text(1...20, &random))
      let library = library(["page": first, "other": second])
      var problems = library.problems
      let program = library.bind("page", to: Book.shape, problems: &problems)
      let (bytes, _) = program.render(book)
      return String(decoding: bytes, as: UTF8.self).contains("<script>")
        ? "\(first.debugDescription) with \(second.debugDescription)" : nil
    }
    #expect(fault == nil)
  }
}
