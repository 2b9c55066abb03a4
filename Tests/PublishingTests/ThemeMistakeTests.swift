import Problems
import Testing

@testable import Publishing

/// What is wrong in a theme's files, and what is said about it, word for word.
struct ThemeMistakeTests {
  private static let site = """
    -- outloud.yml --
    url: https://a.example/
    -- notes/2026-01-01-a.md --
    x
    -- notes/2026-01-02-b.md --
    [A](2026-01-01-a.md)

    """

  @Test(arguments: [
    (
      "templates/note.mustache", "<h1>{{titel}}</h1>",
      """
      theme/templates/note.mustache:1:7: error: “titel” is no name known here [template-name-unknown]
          1 | <h1>{{titel}}</h1>
            |       ^~~~~ did you mean “title”?

      """
    ),
    (
      "templates/note.mustache", "{{strings.serach}}",
      """
      theme/templates/note.mustache:1:11: error: “serach” is no name known here [template-name-unknown]
          1 | {{strings.serach}}
            |           ^~~~~~ did you mean “search”?

      """
    ),
    (
      "templates/note.mustache", "<p>\n  {{>partials/hed}}",
      """
      theme/templates/note.mustache:2:3: error: there is no template “partials/hed” [template-partial-missing]
          2 |   {{>partials/hed}}
            |   ^~~~~~~~~~~~~~~~~ did you mean “partials/head”?

      """
    ),
    (
      "templates/note.mustache", "{{#project}}\n<p>{{name}}</p>",
      """
      theme/templates/note.mustache:1:1: error: “project” is never closed [template-syntax]
          1 | {{#project}}
            | ^~~~~~~~~~~~ it needs a {{/project}}

      """
    ),
    (
      "templates/note.mustache", "{{#project}}{{#topics}}{{name}}{{/project}}{{/topics}}",
      """
      theme/templates/note.mustache:1:13: error: “topics” is never closed [template-syntax]
          1 | {{#project}}{{#topics}}{{name}}{{/project}}{{/topics}}
            |             ^~~~~~~~~~~ it needs a {{/topics}}
        theme/templates/note.mustache:1: note: “project”, which is around it, is closed here
      theme/templates/note.mustache:1:44: error: “topics” is closed but was not opened [template-syntax]
          1 | {{#project}}{{#topics}}{{name}}{{/project}}{{/topics}}
            |                                            ^~~~~~~~~~~

      """
    ),
    (
      "templates/note.mustache", "{{title",
      """
      theme/templates/note.mustache:1:1: error: this tag is not closed [template-syntax]
          1 | {{title
            | ^~~~~~~ it needs its “}}”

      """
    ),
    (
      "templates/note.mustache", "{{{title}}}",
      """
      theme/templates/note.mustache:1:4: error: “title” is text, and could break the page unescaped [template-escaping]
          1 | {{{title}}}
            |    ^~~~~ write {{title}}

      """
    ),
    (
      "templates/note.mustache", "{{content}}",
      """
      theme/templates/note.mustache:1:3: error: “content” is markup, and would be shown as code [template-escaping]
          1 | {{content}}
            |   ^~~~~~~ write {{{content}}}

      """
    ),
    (
      "templates/note.mustache", "{{topics}} {{is_log}}",
      """
      theme/templates/note.mustache:1:3: error: “topics” is a list, and cannot be written out [template-kind]
          1 | {{topics}} {{is_log}}
            |   ^~~~~~ go through it with {{#topics}}…{{/topics}}
      theme/templates/note.mustache:1:14: error: “is_log” is a flag, and cannot be written out [template-kind]
          1 | {{topics}} {{is_log}}
            |              ^~~~~~ ask it with {{#is_log}}…{{/is_log}}

      """
    ),
    (
      "templates/note.mustache", "{{<layout}}{{$mian}}{{/mian}}{{/layout}}",
      """
      theme/templates/note.mustache:1:12: error: “layout” has no block “mian” [template-block-unknown]
          1 | {{<layout}}{{$mian}}{{/mian}}{{/layout}}
            |            ^~~~~~~~~ did you mean “main”?
        note: its blocks: head, main, masthead

      """
    ),
    (
      "templates/note.mustache", "{{#title}}{{>note}}{{/title}}",
      """
      theme/templates/note.mustache:1:11: error: “note” includes itself without end [template-recursion]
          1 | {{#title}}{{>note}}{{/title}}
            |           ^~~~~~~~~ put it into the section of a list, which ends with the data

      """
    ),
    (
      "strings/en.yml", "home: Start\nskip: \"Over\n",
      """
      theme/strings/en.yml:3:1: error: this cannot be read: found unexpected end of stream [values-unreadable]
          3 |\u{20}
            | ^

      """
    ),
    (
      "strings/en.yml", "home: [a, b]\n",
      """
      theme/strings/en.yml:1:7: error: “home” wants one text [value-invalid]
          1 | home: [a, b]
            |       ^~~~~~

      """
    ),
  ])
  func `a mistake in a theme's file is a problem at its line`(
    path: String, text: String, expected: String
  ) async throws {
    let result = try await TestSite(Self.site + "-- theme/\(path) --\n\(text)").build()
    #expect(result.report == expected)
    #expect(result.files.isEmpty)
  }

  @Test func `a partial that goes round in circles through the data is told with the note it met`()
    async throws
  {
    let publication = try await TestSite(
      Self.site + """
        -- theme/templates/note.mustache --
        {{#in_time}}
        {{>round}}
        {{/in_time}}
        -- theme/templates/round.mustache --
        {{#in_time}}{{>round}}{{/in_time}}
        """
    ).publication()
    let page = try #require(publication.pages.first { $0.route.path == "b/" })
    let problem = #expect(throws: Problem.self) { try page.file.contents() }
    #expect(
      ProblemReport([try #require(problem)]).text == """
        theme/templates/note.mustache:2:1: error: a page of this template has no end: it goes more than 200 levels deep [template-limit]
            2 | {{>round}}
              | ^~~~~~~~~~ does a partial go round in circles here, such as from note to project to note?
          notes/2026-01-02-b.md: note: met in the page of this note

        """)
  }
}
