import Problems
import Testing

@testable import Templates

/// What is the same on every page is written out while a template is bound.
struct ConstantsTests {
  struct Site: Sendable {
    let title: String
    let links: [String]
  }

  struct Frame: Sendable {
    let title: String
  }

  struct Page: Sendable {
    let frame: Frame
    let words: [String]
  }

  private static func program(
    _ template: String, _ site: Site
  ) -> (program: Program<Page>, problems: [Problem]) {
    let siteShape = Shape<Site>("site")
      .text("site_title", "") { $0.title }
      .flag("has_links", "") { !$0.links.isEmpty }
      .texts("links", "") { $0.links }
      .constants("strings", "", ["by": "by <me>"])
    let frame = Shape<Frame>("frame").text("title", "") { $0.title }.including(siteShape, of: site)
    let page = Shape<Page>("page").texts("words", "") { $0.words }.merging(frame) { $0.frame }
    let library = TemplateLibrary(["page": (path: "page", bytes: Array(template.utf8))])
    var problems = library.problems
    return (library.bind("page", to: page, problems: &problems), problems)
  }

  private static func render(_ template: String, _ site: Site) -> String {
    let page = Page(frame: Frame(title: "Page"), words: ["a", "b"])
    let (program, problems) = program(template, site)
    #expect(problems.isEmpty)
    return String(decoding: program.render(page).bytes, as: UTF8.self)
  }

  @Test func `values of the site stand between values of the page`() {
    let text = Self.render(
      "{{title}} {{site_title}} {{strings.by}}{{#links}} {{.}}{{#words}}-{{.}}{{/words}}{{/links}}",
      Site(title: "A & B", links: ["x", "y"]))
    #expect(text == "Page A &amp; B by &lt;me&gt; x-a-b y-a-b")
  }

  @Test func `sections on the site's values are decided beforehand`() {
    let template =
      "{{#has_links}}some{{/has_links}}{{#links.any}}+{{/links.any}}"
      + "{{^links}}none{{/links}}{{#site_title}}[{{.}}]{{/site_title}}"
    #expect(Self.render(template, Site(title: "", links: [])) == "none")
    #expect(Self.render(template, Site(title: "T", links: ["x"])) == "some+[T]")
  }

  @Test func `a list of the site that is long stays a loop`() {
    let links = (0..<500).map { "\($0)," }
    let text = Self.render("{{#links}}{{.}}{{/links}}", Site(title: "", links: links))
    #expect(text == links.joined())
  }

  @Test func `a name that is unknown is found in a section that is left out`() {
    let (_, problems) = Self.program("{{#links}}{{nmae}}{{/links}}", Site(title: "", links: []))
    #expect(problems.map(\.code) == [.templateNameUnknown])
  }
}
