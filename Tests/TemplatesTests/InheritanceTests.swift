import Testing

struct InheritanceTests {
  private let layout = """
    <title>{{$title}}{{shop}}{{/title}}</title>
    <main>
      {{$main}}
      <p>Nothing here.</p>
      {{/main}}
    </main>

    """

  @Test func `a block shows its default until it is filled`() {
    let expected = "<title>The Corner</title>\n<main>\n  <p>Nothing here.</p>\n</main>\n"
    #expect(page("{{>layout}}", ["layout": layout]) == expected)
    #expect(page("{{<layout}}{{/layout}}", ["layout": layout]) == expected)
  }

  @Test func `a filled block is indented like the default it replaces`() {
    let template = """
      {{<layout}}
      {{$title}}{{title}}{{/title}}
      {{$main}}
          <h1>{{title}}</h1>
            <p>Words.</p>
      {{/main}}
      {{/layout}}

      """
    #expect(
      page(template, ["layout": layout])
        == "<title>Tides</title>\n<main>\n  <h1>Tides</h1>\n    <p>Words.</p>\n</main>\n")
  }

  @Test func `a partial in a filled block is indented with it`() {
    let template = "{{<layout}}\n{{$main}}\n{{>words}}\n{{/main}}\n{{/layout}}\n"
    #expect(
      page(template, ["layout": layout, "words": "<p>\nWords.\n</p>\n"])
        == "<title>The Corner</title>\n<main>\n  <p>\n  Words.\n  </p>\n</main>\n")
  }

  @Test func `a block that starts a line is indented by what is before it`() {
    let others = ["base": "<a>\n  {{$x}}{{/x}}\n</a>\n"]
    #expect(
      page("{{<base}}{{$x}}\none\ntwo{{/x}}{{/base}}", others) == "<a>\n  one\n  two\n</a>\n")
  }

  @Test func `a parent alone on its line indents all of it`() {
    #expect(page("a\n  {{<base}}{{/base}}\nb\n", ["base": "1\n2\n"]) == "a\n  1\n  2\nb\n")
  }

  @Test func `the page goes before the layouts in between`() {
    let others = [
      "middle": "{{<base}}{{$a}}middle a{{/a}}{{$b}}middle b{{/b}}{{/base}}",
      "base": "{{$a}}base a{{/a}}, {{$b}}base b{{/b}}, {{$c}}base c{{/c}}",
    ]
    #expect(
      page("{{<middle}}{{$a}}page a{{/a}}{{/middle}}", others) == "page a, middle b, base c")
  }

  @Test func `a block in a filled block can be filled in turn`() {
    let others = [
      "article": "{{<base}}{{$main}}<h1>{{$heading}}?{{/heading}}</h1>{{/main}}{{/base}}",
      "base": "<main>{{$main}}{{/main}}</main>",
    ]
    #expect(
      page("{{<article}}{{$heading}}{{title}}{{/heading}}{{/article}}", others)
        == "<main><h1>Tides</h1></main>")
  }

  @Test func `a block is filled once however its name is used elsewhere`() {
    let template = """
      {{<layout}}{{$title}}Page{{/title}}{{$main}}{{<card}}{{$title}}Card{{/title}}{{/card}}{{/main}}{{/layout}}
      """
    let others = [
      "layout": "{{$title}}{{/title}}: {{$main}}{{/main}}", "card": "[{{$title}}{{/title}}]",
    ]
    #expect(page(template, others) == "Page: [Card]")
  }

  @Test func `a filled block sees the stack where it is shown`() {
    let others = ["each": "{{#tags}}{{$tag}}{{/tag}},{{/tags}}"]
    #expect(
      page("{{<each}}{{$tag}}<{{.}}>{{/tag}}{{/each}}", others, of: Book(tags: ["a", "b"]))
        == "<a>,<b>,")
  }

  @Test func `a block inside one of the same name shows its own default`() {
    let template = "{{<base}}{{$a}}({{$a}}inner{{/a}}){{/a}}{{/base}}"
    #expect(page(template, ["base": "{{$a}}{{/a}}"]) == "(inner)")
  }
}
