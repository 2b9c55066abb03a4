import Templates
import Testing

struct ProgramTests {
  @Test func `one program runs on many threads at once`() async {
    var problems = library([:]).problems
    let program = library([
      "page": "<ul>\n  {{#chapters}}\n  {{>entry}}\n  {{/chapters}}\n</ul>\n",
      "entry": "<li>{{title}}\n{{#parts}}\n{{>entry}}\n{{/parts}}\n",
    ]).bind("page", to: Book.shape, problems: &problems)
    let chapters = (0..<50).map { Chapter(title: "\($0)", parts: [Chapter(title: "a")]) }
    let book = Book(chapters: chapters)
    let expected = program.render(book).bytes
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<64 { group.addTask { program.render(book).bytes == expected } }
      for await isSame in group { #expect(isSame) }
    }
  }

  @Test func `a partial may show what a section is about, however often it is used`() {
    let other = ["it": "<{{.}}>", "shop": "{{shop}}"]
    #expect(
      page("{{#title}}{{>it}}{{/title}}{{#title}}{{>it}}{{/title}}", other) == "<Tides><Tides>")
    #expect(page("{{#title}}{{>shop}}{{>it}}{{/title}}", other) == "The Corner<Tides>")
    #expect(page("{{#title}}{{#pages}}{{/pages}}{{>shop}}{{/title}}", other) == "The Corner")
  }

  @Test func `a shape tells its names for the documentation`() {
    let fields = Book.shape.fields
    #expect(fields.first?.name == "title")
    #expect(fields.first?.documentation == "The title.")
    let inner = fields.map { "\($0.name): \($0.kind) \($0.vocabulary?().name ?? "-")" }
    #expect(inner.contains("author: object author"))
    #expect(inner.contains("tags: list text"))
    #expect(inner.contains("isNew: flag -"))
    #expect(inner.contains("shop: text text"))
  }

  @Test func `a name declared twice is what was said last`() {
    let shape = Book.shape.text("title", "Another.") { _ in "other" }
    #expect(shape.fields.filter { $0.name == "title" }.map(\.documentation) == ["Another."])
  }
}
