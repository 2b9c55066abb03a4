import Problems
import Templates
import Testing

struct InclusionProblemTests {
  @Test func `partials and parents that are missing`() {
    #expect(
      problems("{{>entrie}}\n{{<nothing}}{{/nothing}}", ["entry": ""]) == """
        page.mustache:1:1: error: there is no template “entrie” [template-partial-missing]
            1 | {{>entrie}}
              | ^~~~~~~~~~~ did you mean “entry”?
        page.mustache:2:1: error: there is no template “nothing” [template-partial-missing]
            2 | {{<nothing}}{{/nothing}}
              | ^~~~~~~~~~~~

        """)
  }

  @Test func `a page whose template is missing`() {
    var problems: [Problem] = []
    let program = library(["notes": ""]).bind("note", to: Book.shape, problems: &problems)
    #expect(
      ProblemReport(problems).text == """
        error: the theme has no template “note” [template-partial-missing]
          hint: did you mean “notes”?

        """)
    #expect(program.render(Book()).bytes == [])
  }

  @Test func `a block that no ancestor has`() {
    let others = ["base": "{{$main}}{{/main}}{{>foot}}", "foot": "{{$foot}}{{/foot}}"]
    #expect(
      problems("{{<base}}\n{{$foot}}{{/foot}}\n{{$mian}}{{/mian}}\n{{/base}}", others) == """
        page.mustache:3:1: error: “base” has no block “mian” [template-block-unknown]
            3 | {{$mian}}{{/mian}}
              | ^~~~~~~~~ did you mean “main”?
          note: its blocks: foot, main

        """)
  }

  @Test func `a partial that includes itself`() {
    #expect(
      page("{{title}}{{#isNew}}{{>page}}{{/isNew}}") == """
        page.mustache:1:20: error: “page” includes itself without end [template-recursion]
            1 | {{title}}{{#isNew}}{{>page}}{{/isNew}}
              |                    ^~~~~~~~~ put it into the section of a list, which ends with the data
        Tides
        """)
  }

  @Test func `partials that include one another`() {
    #expect(
      problems("{{>a}}", ["a": "{{#title}}{{>b}}{{/title}}", "b": "{{<a}}{{/a}}", "c": ""]) == """
        a.mustache:1:11: error: “b” includes itself without end [template-recursion]
            1 | {{#title}}{{>b}}{{/title}}
              |           ^~~~~~ put it into the section of a list, which ends with the data
        b.mustache:1:1: error: “a” includes itself without end [template-recursion]
            1 | {{<a}}{{/a}}
              | ^~~~~~ put it into the section of a list, which ends with the data

        """)
  }
}
