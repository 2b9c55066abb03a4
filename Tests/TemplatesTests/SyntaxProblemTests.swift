import Problems
import Templates
import Testing

struct SyntaxProblemTests {
  @Test func `a tag that is not closed`() {
    #expect(
      problems("<h1>{{title</h1>\n{{pages}}\n{{!") == """
        page.mustache:1:5: error: this tag is not closed [template-syntax]
            1 | <h1>{{title</h1>
              |     ^~~~~~~~~~~~ it needs its “}}”
        page.mustache:3:1: error: this tag is not closed [template-syntax]
            3 | {{!
              | ^~~ it needs its “}}”

        """)
  }

  @Test func `a section that is not closed`() {
    #expect(
      problems("{{#tags}}\n{{^isNew}}{{/tags}}\n{{#author}}") == """
        page.mustache:2:1: error: “isNew” is never closed [template-syntax]
            2 | {{^isNew}}{{/tags}}
              | ^~~~~~~~~~ it needs a {{/isNew}}
          page.mustache:2: note: “tags”, which is around it, is closed here
        page.mustache:3:1: error: “author” is never closed [template-syntax]
            3 | {{#author}}
              | ^~~~~~~~~~~ it needs a {{/author}}

        """)
  }

  @Test func `a section that is closed by another name`() {
    #expect(
      problems("{{#tags}}\n{{/tgas}}\n{{/tags}}") == """
        page.mustache:2:4: error: “tgas” is closed where “tags” is open [template-syntax]
            2 | {{/tgas}}
              |    ^~~~ did you mean “tags”?
          page.mustache:1: note: “tags” was opened here
        page.mustache:3:1: error: “tags” is closed but was not opened [template-syntax]
            3 | {{/tags}}
              | ^~~~~~~~~

        """)
  }

  @Test func `delimiters that are none`() {
    #expect(
      problems("{{=<%=}}") == """
        page.mustache:1:1: error: these are no delimiters [template-syntax]
            1 | {{=<%=}}
              | ^~~~~~~~ write it like {{=<% %>=}}

        """)
  }

  @Test func `names that are none`() {
    #expect(
      problems("{{}} {{the title}} {{author..name}} {{>*name}}") == """
        page.mustache:1:1: error: this tag has no name [template-syntax]
            1 | {{}} {{the title}} {{author..name}} {{>*name}}
              | ^~~~
        page.mustache:1:8: error: “the title” cannot be a name [template-syntax]
            1 | {{}} {{the title}} {{author..name}} {{>*name}}
              |        ^~~~~~~~~ a name has no spaces and no empty parts
        page.mustache:1:22: error: “author..name” cannot be a name [template-syntax]
            1 | {{}} {{the title}} {{author..name}} {{>*name}}
              |                      ^~~~~~~~~~~~ a name has no spaces and no empty parts
        page.mustache:1:40: error: “*name” cannot be a name [template-syntax]
            1 | {{}} {{the title}} {{author..name}} {{>*name}}
              |                                        ^~~~~ a template is included by its own name

        """)
  }

  @Test func `words between blocks would be lost`() {
    #expect(
      problems("{{<base}}\n  Hello\n{{$a}}{{/a}}{{title}}\n{{/base}}", ["base": "{{$a}}{{/a}}"])
        == """
        page.mustache:2:3: error: this would be lost: only blocks count inside a {{<…}} [template-syntax]
            2 |   Hello
              |   ^~~~~ put it into a block, such as {{$main}}…{{/main}}
        page.mustache:3:15: error: this would be lost: only blocks count inside a {{<…}} [template-syntax]
            3 | {{$a}}{{/a}}{{title}}
              |               ^~~~~ put it into a block, such as {{$main}}…{{/main}}

        """)
  }

  @Test func `a block that is filled twice`() {
    #expect(
      problems("{{<base}}\n{{$a}}1{{/a}}\n{{$a}}2{{/a}}\n{{/base}}", ["base": "{{$a}}{{/a}}"])
        == """
        page.mustache:3:1: error: the block “a” is filled twice [template-syntax]
            3 | {{$a}}2{{/a}}
              | ^~~~~~
          page.mustache:2: note: it is filled here already

        """)
  }

  @Test func `a template that is not UTF-8`() {
    let library = TemplateLibrary(["page": (path: "page.mustache", bytes: [0x61, 0xFF])])
    #expect(
      ProblemReport(library.problems).text == """
        page.mustache: error: this template is not UTF-8 [template-syntax]
          hint: save it as UTF-8

        """)
  }

  @Test func `templates that no page uses are read too`() {
    #expect(
      problems("", ["lonely": "{{/a}}"]) == """
        lonely.mustache:1:1: error: “a” is closed but was not opened [template-syntax]
            1 | {{/a}}
              | ^~~~~~

        """)
  }
}
