import Testing

@testable import Publishing

struct StyleSheetTests {
  private func short(_ source: String) -> String? {
    StyleSheet.shortened(Array(source.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("a {\n  color: red;\n  margin: 0 auto;\n}\n\nb { }", "a{color:red;margin:0 auto}b{}"),
    ("/* one */ a , b /* two */ > c { x : y }", "a,b > c{x :y}"),
    ("a :hover , a:hover { }", "a :hover,a:hover{}"),
    (
      "@media screen and ( min-width : 46rem ) { a{b:c;} }",
      "@media screen and (min-width :46rem){a{b:c}}"
    ),
    ("a { w: calc( 1px + 2px ) }", "a{w:calc(1px + 2px)}"),
    ("a { content: \"  /* no */ ; } \" }", "a{content:\"  /* no */ ; } \"}"),
    ("a { content: 'it\\'s  {' ; }", "a{content:'it\\'s  {'}"),
    ("a { b: url( x/*y*/  z;.png ) }", "a{b:url( x/*y*/  z;.png )}"),
    ("a { b: url( 'x  y' ) }", "a{b:url('x  y')}"),
    (":root { --x: ; --y:  1 }", ":root{--x: ;--y:1}"), ("a/**/b{}", "a/**/b{}"),
    ("a/**/.b{}", "a/**/.b{}"), ("a{/**/b:c}", "a{b:c}"), ("a/**/ b{}", "a b{}"),
    ("a /**/b{}", "a b{}"),
    (".\\31  a { }", ".\\31 a{}"), ("a{}/*! licence */", "a{}"), ("", ""),
  ])
  func `comments and idle space go`(source: String, expected: String) {
    #expect(short(source) == expected)
    #expect(short(expected) == expected)
  }

  @Test(arguments: ["a { /* b }", "a { content: \"b }", "a { content: 'b\\"])
  func `what ends in the middle is published as it is`(source: String) {
    #expect(short(source) == nil)
    #expect(StyleSheet(Array(source.utf8)).bytes == Array(source.utf8))
  }

  private static let site = """
    -- outloud.yml --
    url: https://a.example/sub/
    -- notes/2026-01-01-a.md --
    x
    -- theme/fonts/a.woff2 --
    font
    -- theme/style.css --
    @font-face { src: url(fonts/a.woff2) }

    """

  /// The style sheet that the home page asks for.
  private func sheet(of site: TestSite) async throws -> (path: String, text: String) {
    let result = try await site.build()
    let link = try #require(
      result["index.html"].firstMatch(of: /<link rel="stylesheet" href="\/sub\/([^"]*)">/))
    let path = String(link.1)
    return (path, try #require(result.files[path]))
  }

  @Test func `the style sheet has a name that changes with it, and with nothing else`()
    async throws
  {
    let own = try await sheet(of: TestSite(Self.site))
    #expect(own.path.wholeMatch(of: /theme\/style\.[0-9a-f]{16}\.css/) != nil)
    #expect(own.text == "@font-face{src:url(fonts/a.woff2)}")
    #expect(try await sheet(of: TestSite(Self.site + "\n/* a comment */")).path == own.path)
    #expect(try await sheet(of: TestSite(Self.site + "a {}")).path != own.path)
    let result = try await TestSite(Self.site).build()
    #expect(result["theme/fonts/a.woff2"] == "font\n")
    #expect(result.files["theme/style.css"] == nil)
  }
}
