import Templates
import Testing

struct LimitTests {
  @Test func `sections inside one another end at a hundred`() {
    let deep =
      String(repeating: "{{#isNew}}", count: 101) + String(repeating: "{{/isNew}}", count: 101)
    #expect(
      problems(deep).contains("more than 100 sections and partials are inside one another here"))
    #expect(problems(String(deep.dropFirst(100).dropLast(100))) == "")
  }

  @Test func `partials inside one another end at a hundred`() {
    var others: [String: String] = ["p200": ""]
    for index in 0..<200 { others["p\(index)"] = "{{>p\(index + 1)}}" }
    #expect(problems("{{>p0}}", others).contains("[template-limit]"))
  }

  @Test func `what blocks multiply is bounded`() {
    // Each level shows the next twice, with two ways to fill its blocks.
    var others: [String: String] = ["p40": "{{$a0}}{{/a0}}"]
    for index in 0..<40 {
      others["p\(index)"] = """
        {{<p\(index + 1)}}{{$a\(index)}}x{{/a\(index)}}{{/p\(index + 1)}}\
        {{<p\(index + 1)}}{{$a\(index)}}y{{/a\(index)}}{{/p\(index + 1)}}{{$a\(index)}}{{/a\(index)}}
        """
    }
    #expect(problems("{{>p0}}", others).contains("more than 8 MiB of templates"))
  }

  @Test func `a page that goes round in circles through the data breaks off`() {
    let text = page(
      "{{#author}}{{>a}}{{/author}}", ["a": "{{#itself}}{{>a}}{{/itself}}"],
      of: Book(author: Author()))
    #expect(
      text == """
        page.mustache:1:12: error: a page of this template has no end: it goes more than 200 levels deep [template-limit]
            1 | {{#author}}{{>a}}{{/author}}
              |            ^~~~~~ does a partial go round in circles here, such as from note to project to note?

        """)
  }

  @Test func `a page that takes too many steps breaks off`() {
    let many = String(repeating: "{{#tags}}", count: 6) + String(repeating: "{{/tags}}", count: 6)
    let book = Book(tags: (0..<40).map(String.init))
    #expect(page(many, of: book).contains("it takes more than 10000000 steps"))
  }
}
