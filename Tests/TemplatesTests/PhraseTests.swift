import Testing

@testable import Templates

/// Texts in another language than the page are marked where markup can stand.
struct PhraseTests {
  struct Page: Sendable {
    let status: Phrase
  }

  private static let english = Phrase("Stuck <now>", mark: " lang=\"en\"")
  private static let span = "<span lang=\"en\">Stuck &lt;now&gt;</span>"
  private static let plain = "Stuck &lt;now&gt;"

  private static func render(_ templates: [String: String], _ status: Phrase = english) -> String {
    let page = Shape<Page>("page")
      .phrase("status", "") { $0.status }
      .constants("strings", "", ["stuck": english, "own": "<Fest>"])
    let library = TemplateLibrary(
      templates.mapValues { (path: "page", bytes: Array($0.utf8)) })
    var problems = library.problems
    let program = library.bind("page", to: page, problems: &problems)
    #expect(problems.isEmpty)
    return String(decoding: program.render(Page(status: status)).bytes, as: UTF8.self)
  }

  @Test(arguments: ["status", "strings.stuck"])
  func `a text is marked in words, and nowhere else`(name: String) {
    let cases = [
      ("<p>{{}}</p>", "<p>\(Self.span)</p>"),
      ("{{}}", Self.span),
      ("<p title=\"{{}}\">", "<p title=\"\(Self.plain)\">"),
      ("<p title=\"a > b {{}}\">{{}}", "<p title=\"a > b \(Self.plain)\">\(Self.span)"),
      ("<p title='\" {{}}'>{{}}", "<p title='\" \(Self.plain)'>\(Self.span)"),
      ("<p data-a={{}}>{{}}", "<p data-a=\(Self.plain)>\(Self.span)"),
      ("<title>{{}}</title>{{}}", "<title>\(Self.plain)</title>\(Self.span)"),
      (
        "<TITLE lang=\"de\">a < b {{}}</TITLE>{{}}",
        "<TITLE lang=\"de\">a < b \(Self.plain)</TITLE>\(Self.span)"
      ),
      (
        "<script>if (a > b) \"{{}}\"</script>{{}}",
        "<script>if (a > b) \"\(Self.plain)\"</script>\(Self.span)"
      ),
      ("<!-- isn't -->{{}}", "<!-- isn't -->\(Self.span)"),
      ("a > b, 'c' \"{{}}\"", "a > b, 'c' \"\(Self.span)\""),
      (
        "{{#status}}<b{{#status}} title=\"{{}}\"{{/status}}>{{}}</b>{{/status}}",
        "<b title=\"\(Self.plain)\">\(Self.span)</b>"
      ),
    ]
    for (template, text) in cases {
      let template = template.split(separator: "{{}}", omittingEmptySubsequences: false)
        .joined(separator: "{{\(name)}}")
      #expect(Self.render(["page": template]) == text, "\(template)")
    }
  }

  @Test func `what a tag includes knows where it stands`() {
    let text = Self.render([
      "page":
        "<p title=\"{{>word}}\">{{>word}}</p>{{<frame}}{{$in}}{{strings.stuck}}{{/in}}{{/frame}}",
      "word": "{{strings.stuck}}",
      "frame": "<b class=\"{{$in}}{{/in}}\">{{$in}}{{/in}}</b>",
    ])
    #expect(
      text
        == "<p title=\"\(Self.plain)\">\(Self.span)</p><b class=\"\(Self.plain)\">\(Self.span)</b>")
  }

  @Test func `a text in the page's own language, or none, has no mark`() {
    #expect(Self.render(["page": "{{strings.own}}{{status}}"], "") == "&lt;Fest&gt;")
    #expect(Self.render(["page": "{{^status}}none{{/status}}"], "") == "none")
    #expect(Self.render(["page": "{{#status}}[{{.}}]{{/status}}"]) == "[\(Self.span)]")
  }
}
