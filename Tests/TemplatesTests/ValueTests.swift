import Testing

struct ValueTests {
  @Test func `text is escaped`() {
    let book = Book(title: #"<b>"Tides" & 'time'</b>"#)
    #expect(
      page("{{title}}", of: book)
        == "&lt;b&gt;&quot;Tides&quot; &amp; &#39;time&#39;&lt;/b&gt;")
    #expect(page("{{ shelfmark }}") == "A&lt;1&gt;")
  }

  @Test func `markup is written as it is`() {
    #expect(page("{{{blurb}}} {{& blurb }}", of: Book(blurb: "<i>")) == "<i> <i>")
  }

  @Test func `a value is never read as a template`() {
    #expect(page("{{title}}", of: Book(title: "{{pages}}")) == "{{pages}}")
  }

  @Test func `numbers are written either way`() {
    #expect(page("{{pages}} {{{pages}}}", of: Book(pages: -12)) == "-12 -12")
  }

  @Test func `a section on a text shows it unless it is empty`() {
    let template = "{{#subtitle}}({{.}}){{/subtitle}}{{^subtitle}}none{{/subtitle}}"
    #expect(page(template, of: Book(subtitle: "A & B")) == "(A &amp; B)")
    #expect(page(template, of: Book(subtitle: "")) == "none")
    #expect(page(template) == "none")
  }

  @Test func `a section on markup shows it unless it is empty`() {
    let template = "{{#blurb}}{{{.}}}{{/blurb}}{{^blurb}}none{{/blurb}}"
    #expect(page(template, of: Book(blurb: "<p>")) == "<p>")
    #expect(page(template, of: Book(blurb: "")) == "none")
  }

  @Test func `nought is nothing`() {
    let template = "{{#pages}}{{.}} pages{{/pages}}{{^pages}}no pages{{/pages}}"
    #expect(page(template, of: Book(pages: 3)) == "3 pages")
    #expect(page(template) == "no pages")
  }

  @Test func `a flag leaves the names as they are`() {
    let template = "{{#tags}}{{#isNew}}{{.}} {{title}};{{/isNew}}{{/tags}}{{^isNew}}old{{/isNew}}"
    #expect(page(template, of: Book(isNew: true, tags: ["sea"])) == "sea Tides;")
    #expect(page(template) == "old")
  }

  @Test func `an object adds its names`() {
    let template = "{{#author}}{{title}} by {{name}}{{/author}}{{^author}}anonymous{{/author}}"
    #expect(page(template, of: Book(author: Author())) == "Tides by Ada")
    #expect(page(template) == "anonymous")
  }

  @Test func `a list is gone through`() {
    let template = "{{#tags}}<{{.}}>{{/tags}}{{^tags}}none{{/tags}}"
    #expect(page(template, of: Book(tags: ["sea", "a&b"])) == "<sea><a&amp;b>")
    #expect(page(template) == "none")
  }

  @Test func `what stands around a list is shown once, if there is any`() {
    let template = """
      {{#tags.any}}
      <ul title="{{title}}">{{#tags}}<li>{{.}}{{/tags}}</ul>
      {{/tags.any}}
      {{^tags.any}}
      none
      {{/tags.any}}
      """
    #expect(
      page(template, of: Book(tags: ["sea", "tide"]))
        == "<ul title=\"Tides\"><li>sea<li>tide</ul>\n")
    #expect(page(template) == "none\n")
    let inside = "{{#author.books.any}}{{title}}{{/author.books.any}}"
    #expect(page(inside, of: Book(author: Author(books: [Book(title: "Ebb")]))) == "Tides")
    #expect(page(inside, of: Book(author: Author())) == "")
    #expect(page(inside) == "")
  }

  @Test func `the innermost of equal names counts`() {
    let book = Book(chapters: [Chapter(title: "Ebb", parts: [Chapter(title: "Low")])])
    #expect(
      page("{{#chapters}}{{title}}{{#parts}}/{{title}}{{/parts}}{{/chapters}} {{title}}", of: book)
        == "Ebb/Low Tides")
  }

  @Test func `a name that returns after a section is the one from before`() {
    let author = Author(books: [Book(title: "Ebb"), Book(title: "Flow")])
    let template = "{{#author}}{{#books}}{{title}} {{/books}}{{title}}{{/author}}"
    #expect(page(template, of: Book(author: author)) == "Ebb Flow Tides")
  }

  @Test func `a dotted name goes inside`() {
    let template = "{{author.name}}|{{#author.books}}{{title}}{{/author.books}}"
    let author = Author(books: [Book(title: "Ebb")])
    #expect(page(template, of: Book(author: author)) == "Ada|Ebb")
    #expect(page(template) == "|")
    #expect(page("{{author.itself.itself.name}}", of: Book(author: author)) == "Ada")
    #expect(page("{{^author.name}}nobody{{/author.name}}") == "nobody")
  }

  @Test func `constants are names like all others`() {
    #expect(page("{{words.by}} {{#words}}{{more}}{{/words}}") == "by read &lt;more&gt;")
  }

  @Test func `merged names stand beside its own and give way to them`() {
    #expect(page("{{shop}} {{title}}") == "The Corner Tides")
  }
}
