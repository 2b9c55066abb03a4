import Testing

struct PartialTests {
  @Test func `a partial sees what is on the stack where it is included`() {
    let others = ["parts/tag": "{{.}} in {{title}};"]
    #expect(
      page("{{#tags}}{{> parts/tag }}{{/tags}}", others, of: Book(tags: ["a", "b"]))
        == "a in Tides;b in Tides;")
  }

  @Test func `a partial alone on its line is indented line by line`() {
    let others = ["box": "<div>\n\n  {{title}}\n</div>\n"]
    #expect(
      page("<body>\n  {{>box}}\n</body>\n", others)
        == "<body>\n  <div>\n\n    Tides\n  </div>\n</body>\n")
  }

  @Test func `what a value brings in is not indented`() {
    #expect(
      page("  {{>pre}}\n", ["pre": "{{{blurb}}}\n"], of: Book(blurb: "<pre>a\nb</pre>"))
        == "  <pre>a\nb</pre>\n")
  }

  @Test func `a partial amid a line is not indented`() {
    #expect(page("  - {{>two}}!\n", ["two": "a\nb"]) == "  - a\nb!\n")
    #expect(
      page("  {{>outer}}\n", ["outer": "x {{>two}}\ny\n", "two": "a\nb"]) == "  x a\nb\n  y\n")
  }

  @Test func `indentation adds up`() {
    let others = ["a": "a\n  {{>b}}\na\n", "b": "b\n"]
    #expect(page(" {{>a}}\n", others) == " a\n   b\n a\n")
  }

  @Test func `a partial may follow the data down`() {
    let others = ["tree": "<li>{{title}}\n{{#parts}}\n  {{>tree}}\n{{/parts}}\n"]
    let book = Book(
      chapters: [
        Chapter(
          title: "1",
          parts: [Chapter(title: "1.1", parts: [Chapter(title: "1.1.1")]), Chapter(title: "1.2")]),
        Chapter(title: "2"),
      ])
    #expect(
      page("{{#chapters}}\n{{>tree}}\n{{/chapters}}\n", others, of: book)
        == "<li>1\n  <li>1.1\n    <li>1.1.1\n  <li>1.2\n<li>2\n")
  }

  @Test func `two shapes may lead to one another`() {
    let others = [
      "book": "{{title}}{{#author}}{{>author}}{{/author}}",
      "author": "({{name}}{{#books}} {{>book}}{{/books}})",
    ]
    let inner = Book(title: "Flow", author: Author(name: "Bea"))
    let book = Book(title: "Ebb", author: Author(books: [inner]))
    #expect(page("{{>book}}", others, of: book) == "Ebb(Ada Flow(Bea))")
  }
}
