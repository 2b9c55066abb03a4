import Problems
import Templates
import Testing

struct NameProblemTests {
  @Test func `names that are not known, in branches never taken too`() {
    #expect(
      problems("{{titel}}\n{{#tags}}{{^isNew}}{{author.nmae}}{{/isNew}}{{/tags}}") == """
        page.mustache:1:3: error: “titel” is no name known here [template-name-unknown]
            1 | {{titel}}
              |   ^~~~~ did you mean “title”?
        page.mustache:2:29: error: “nmae” is no name known here [template-name-unknown]
            2 | {{#tags}}{{^isNew}}{{author.nmae}}{{/isNew}}{{/tags}}
              |                             ^~~~ did you mean “name”?

        """)
  }

  @Test func `a name that is like none lists what there is`() {
    #expect(
      problems("{{#author}}{{publisher}}{{/author}}") == """
        page.mustache:1:14: error: “publisher” is no name known here [template-name-unknown]
            1 | {{#author}}{{publisher}}{{/author}}
              |              ^~~~~~~~~
          note: names of “author”: name, books, itself
          note: names of “book”: title, subtitle, shelfmark, blurb, pages, isNew, author, tags, chapters, words, shop

        """)
  }

  @Test func `a constant that is not known`() {
    #expect(
      problems("{{words.mor}}") == """
        page.mustache:1:9: error: “mor” is no name known here [template-name-unknown]
            1 | {{words.mor}}
              |         ^~~ did you mean “more”?

        """)
  }

  @Test func `a name in a partial tells the way there`() {
    let others = ["list": "{{#chapters}}\n{{>entry}}\n{{/chapters}}", "entry": "{{name}}"]
    #expect(
      problems("\n{{>list}}", others) == """
        entry.mustache:1:3: error: “name” is no name known here [template-name-unknown]
            1 | {{name}}
              |   ^~~~
          note: names of “chapter”: title, parts
          note: names of “book”: title, subtitle, shelfmark, blurb, pages, isNew, author, tags, chapters, words, shop
          list.mustache:2: note: included here
          page.mustache:2: note: included here

        """)
  }

  @Test func `a partial wrong for two pages is told once`() {
    let library = library(["page": "{{>entry}}", "entry": "{{titel}}"])
    var problems = library.problems
    _ = library.bind("page", to: Book.shape, problems: &problems)
    _ = library.bind("page", to: Chapter.shape, problems: &problems)
    #expect(problems.count == 2)
    #expect(problems.distinct.count == 1)
  }

  @Test func `the dot without a value`() {
    #expect(
      problems("{{.}}{{#chapters}}{{.}}{{/chapters}}") == """
        page.mustache:1:3: error: “.” stands for a text or a number, and here is a “book” [template-name-unknown]
            1 | {{.}}{{#chapters}}{{.}}{{/chapters}}
              |   ^
          note: its names: title, subtitle, shelfmark, blurb, pages, isNew, author, tags, chapters, words, shop
        page.mustache:1:21: error: “.” stands for a text or a number, and here is a “chapter” [template-name-unknown]
            1 | {{.}}{{#chapters}}{{.}}{{/chapters}}
              |                     ^
          note: its names: title, parts

        """)
  }

  @Test func `what cannot be written out`() {
    #expect(
      problems("{{isNew}} {{author}}\n{{tags}}") == """
        page.mustache:1:3: error: “isNew” is a flag, and cannot be written out [template-kind]
            1 | {{isNew}} {{author}}
              |   ^~~~~ ask it with {{#isNew}}…{{/isNew}}
        page.mustache:1:13: error: “author” is an object, and cannot be written out [template-kind]
            1 | {{isNew}} {{author}}
              |             ^~~~~~ go inside with {{#author}}…{{/author}}
        page.mustache:2:3: error: “tags” is a list, and cannot be written out [template-kind]
            2 | {{tags}}
              |   ^~~~ go through it with {{#tags}}…{{/tags}}

        """)
  }

  @Test func `what has no names inside`() {
    #expect(
      problems("{{title.length}} {{chapters.title}}") == """
        page.mustache:1:3: error: “title” is a text, with no names inside [template-kind]
            1 | {{title.length}} {{chapters.title}}
              |   ^~~~~~~~~~~~
        page.mustache:1:20: error: “chapters” is a list, with no names inside but “any” [template-kind]
            1 | {{title.length}} {{chapters.title}}
              |                    ^~~~~~~~~~~~~~ go through it with {{#chapters}}…{{/chapters}}

        """)
  }

  @Test func `markup escaped and text unescaped`() {
    #expect(
      problems("{{blurb}} {{{title}}} {{#blurb}}{{.}}{{/blurb}}") == """
        page.mustache:1:3: error: “blurb” is markup, and would be shown as code [template-escaping]
            1 | {{blurb}} {{{title}}} {{#blurb}}{{.}}{{/blurb}}
              |   ^~~~~ write {{{blurb}}}
        page.mustache:1:14: error: “title” is text, and could break the page unescaped [template-escaping]
            1 | {{blurb}} {{{title}}} {{#blurb}}{{.}}{{/blurb}}
              |              ^~~~~ write {{title}}
        page.mustache:1:35: error: “.” is markup, and would be shown as code [template-escaping]
            1 | {{blurb}} {{{title}}} {{#blurb}}{{.}}{{/blurb}}
              |                                   ^ write {{{.}}}

        """)
  }
}
