import Testing

struct WhitespaceTests {
  private let book = Book(isNew: true, tags: ["a", "b"])

  @Test func `a tag alone takes its line with it`() {
    #expect(
      page("<ul>\n  {{#tags}}\n  <li>{{.}}\n  {{/tags}}\n</ul>\n", of: book)
        == "<ul>\n  <li>a\n  <li>b\n</ul>\n")
    #expect(page("a\n  {{! a note\n to self }}  \nb") == "a\nb")
    #expect(page("a\n {{=<% %>=}}\nb <%title%>") == "a\nb Tides")
  }

  @Test func `a tag with company leaves the line alone`() {
    #expect(page(" {{#isNew}}new{{/isNew}} \n", of: book) == " new \n")
    #expect(page(" {{#isNew}} {{! hm }}\n {{/isNew}}|\n", of: book) == "  \n |\n")
  }

  @Test func `a variable keeps its line`() {
    #expect(page("  {{title}}\n\n  {{title}}\n") == "  Tides\n\n  Tides\n")
  }

  @Test func `lines may end the Windows way`() {
    #expect(page("a\r\n{{#isNew}}\r\nb\r\n{{/isNew}}\r\nc", of: book) == "a\r\nb\r\nc")
  }

  @Test func `the first and the last line need no neighbours`() {
    #expect(page("  {{#isNew}}\na\n {{/isNew}}", of: book) == "a\n")
  }

  @Test func `a byte order mark is no text`() {
    #expect(page("\u{FEFF}{{#isNew}}\na\n{{/isNew}}", of: book) == "a\n")
  }

  @Test func `delimiters can be any two words`() {
    #expect(page("{{=| |=}}|title| {{title}} |={{ }}=|{{title}}") == "Tides {{title}} Tides")
    #expect(page("{{= <% %> =}}<%{blurb}%>", of: Book(blurb: "<i>")) == "<i>")
  }

  @Test func `delimiters are those of one file`() {
    #expect(page("{{=<% %>=}}<%>name%>", ["name": "{{title}} <%title%>"]) == "Tides <%title%>")
  }
}
