import Testing

@testable import Markdown

/// What notes hold beyond GitHub's Markdown: anchors, definition lists, the marks of typesetters.
struct ConstructTests {
  @Test(arguments: [
    ("## Title {#custom}", "<h2 id=\"custom\">Title</h2>\n"),
    ("## Title {#custom .big key=1} ##", "<h2 id=\"custom\">Title</h2>\n"),
    ("## Title ## {: #über}", "<h2 id=\"über\">Title</h2>\n"),
    ("Title {#a}\n---", "<h2 id=\"a\">Title</h2>\n"),
    ("## Title {.unnumbered}", "<h2 id=\"title\">Title</h2>\n"),
    (
      "# a\n\n## b {#a}\n\n## c {#a}",
      "<h1 id=\"a-2\">a</h1>\n<h2 id=\"a\">b</h2>\n<h2 id=\"a-1\">c</h2>\n"
    ),
    ("## Title {#a b}", "<h2 id=\"title-a-b\">Title {#a b}</h2>\n"),
    ("## `{#a}`", "<h2 id=\"a\"><code>{#a}</code></h2>\n"),
    ("## Title \\{#a}", "<h2 id=\"title-a\">Title {#a}</h2>\n"),
    ("## Title {.a\\}", "<h2 id=\"title-a\">Title {.a}</h2>\n"),
    ("## Title {.a}b}", "<h2 id=\"title-ab\">Title {.a}b}</h2>\n"),
    ("a {#b}", "<p>a {#b}</p>\n"),
  ])
  func `a heading may say its own anchor`(markdown: String, html: String) {
    #expect(render(markdown) == html)
  }

  /// The cases that github-slugger publishes, but for those that only repeat the others.
  @Test func `anchors are made as GitHub makes them`() {
    let cases = [
      ("alpha", "alpha"), ("alpha", "alpha-1"), ("bravoCharlieDelta", "bravocharliedelta"),
      ("__proto__", "__proto__"), ("__proto__", "__proto__-1"), ("echo", "echo"),
      ("echo", "echo-1"), ("echo 1", "echo-1-1"), ("echo-1", "echo-1-2"), ("echo", "echo-2"),
      ("foxtrot-1", "foxtrot-1"), ("foxtrot", "foxtrot"), ("foxtrot", "foxtrot-2"),
      ("heading with a space", "heading-with-a-space"), ("-a-", "-a-"),
      ("heading with - dashes", "heading-with---dashes"), ("I ♥ unicode", "i--unicode"),
      ("heading with an _underscore", "heading-with-an-_underscore"),
      ("Профили пользователей", "профили-пользователей"), ("Привет 你好", "привет-你好"),
      ("😄-emoji", "-emoji"), ("aⒶbⅣ", "aⓐbⅳ"), ("a½b", "ab"), ("a‿b", "a‿b"),
    ]
    var slugs = Slugs()
    for (words, anchor) in cases { #expect(slugs.next(for: words.utf8) == anchor) }
  }

  @Test(arguments: [
    (
      "Apple\n:   Pomaceous fruit of\nthe family Rosaceae.\n:   A company.\n\nOrange\n:   The fruit.",
      """
      <dl>
      <dt>Apple</dt>
      <dd>Pomaceous fruit of
      the family Rosaceae.</dd>
      <dd>A company.</dd>
      <dt>Orange</dt>
      <dd>The fruit.</dd>
      </dl>

      """
    ),
    (
      "One\n: > said\n: two",
      "<dl>\n<dt>One</dt>\n<dd>\n<blockquote>\n<p>said</p>\n</blockquote>\n</dd>\n"
        + "<dd>two</dd>\n</dl>\n"
    ),
    (
      "One `x`\nTwo\n: both",
      "<dl>\n<dt>One <code>x</code></dt>\n<dt>Two</dt>\n<dd>both</dd>\n</dl>\n"
    ),
    (
      "Apple\n\n:   Loose.\n\n    More.\n\n        code\n\n    - a\n    - b\n\n:   Again\n\nend",
      """
      <dl>
      <dt>Apple</dt>
      <dd>
      <p>Loose.</p>
      <p>More.</p>
      <pre><code>code
      </code></pre>
      <ul>
      <li>a</li>
      <li>b</li>
      </ul>
      </dd>
      <dd>
      <p>Again</p>
      </dd>
      </dl>
      <p>end</p>

      """
    ),
    (
      "> In a quote\n> : def\n\n- In a list\n  : def\n- b",
      """
      <blockquote>
      <dl>
      <dt>In a quote</dt>
      <dd>def</dd>
      </dl>
      </blockquote>
      <ul>
      <li>
      <dl>
      <dt>In a list</dt>
      <dd>def</dd>
      </dl>
      </li>
      <li>b</li>
      </ul>

      """
    ),
    (
      "T\n: ```\n  : code\n  ```\n: - a\n+ plus",
      """
      <dl>
      <dt>T</dt>
      <dd>
      <pre><code>: code
      </code></pre>
      </dd>
      <dd>
      <ul>
      <li>a</li>
      </ul>
      </dd>
      </dl>
      <ul>
      <li>plus</li>
      </ul>

      """
    ),
    (": none\n\n: nor this", "<p>: none</p>\n<p>: nor this</p>\n"),
    ("He said:\nyes : no\n:) and :-(", "<p>He said:\nyes : no\n:) and :-(</p>\n"),
    ("# Heading\n: none", "<h1 id=\"heading\">Heading</h1>\n<p>: none</p>\n"),
  ])
  func `terms have definitions`(markdown: String, html: String) {
    #expect(render(markdown) == html)
  }

  @Test(arguments: [
    ("en", "\"It's 'so'\", she said -- twice...", "“It’s ‘so’”, she said – twice…"),
    ("de", "\"Geht's 'so'?\" Hans' Buch, sagt's", "„Geht’s ‚so‘?“ Hans’ Buch, sagt’s"),
    ("de-CH", "\"Grüezi 'mitenand'\"", "«Grüezi ‹mitenand›»"),
    ("fr", "\"Salut\" l'ami", "«\u{202F}Salut\u{202F}» l’ami"),
    ("sv", "\"Hej 'du'\"", "”Hej ’du’”"), ("da", "\"Hej\"", "»Hej«"), ("nb-NO", "\"Hei\"", "«Hei»"),
    ("pl", "\"Cześć\"", "„Cześć”"), ("pt-BR", "\"Oi\"", "“Oi”"), ("tlh", "\"nuq\"", "“nuq”"),
  ])
  func `quotes are those of the language`(language: String, words: String, html: String) {
    let marks = QuotationMarks(language: language)
    #expect(render(words, .init(smartPunctuation: marks)) == "<p>\(html)</p>\n")
  }

  @Test(arguments: [
    "use --force or (--yes)", "go test ./...", "`\"a\" -- b`", "<https://a.example/--x>",
    "https://a.example/a--b...c", "5'8 or 6'2\"", "    \"code\"",
  ])
  func `what is no prose stays as it is typed`(markdown: String) {
    let plain = render(markdown)
    #expect(render(markdown, .init(smartPunctuation: .english)) == plain)
  }

  @Test(arguments: [("", ""), (" \"g\"", " “g”"), (" it's", " it’s"), (" h...", " h…")])
  func `dots and hyphens by themselves stay, whatever else becomes another`(
    words: String, html: String
  ) {
    let plain = "A. b - c.. d-e .\n.f"
    #expect(
      render(plain + words, .init(smartPunctuation: .english)) == "<p>\(plain)\(html)</p>\n")
  }

  @Test func `an anchor knows the hyphens that a dash was typed as`() {
    let options = MarkdownOptions(smartPunctuation: .english)
    #expect(render("# A--b isn't", options) == "<h1 id=\"a--b-isnt\">A–b isn’t</h1>\n")
  }

  @Test func `hyphens alone are no table`() {
    #expect(render("A\n---\n\n==b==") == "<h2 id=\"a\">A</h2>\n<p><mark>b</mark></p>\n")
  }

  @Test func `short codes are characters where that is asked for`() {
    let words = ":tada: `:tada:` :nonsense: 10:30:15 :+1:"
    #expect(render(words).contains(":tada: <code>"))
    #expect(
      render(words, .init(emoji: true))
        == "<p>🎉 <code>:tada:</code> :nonsense: 10:30:15 👍</p>\n")
  }

  @Test func `no link stands in a link, be it by a name`() {
    #expect(
      render("[a [[b]]](https://c.example)", .init(flavor: .outloud)).hasPrefix(
        "<p>[a <a href=\"b\">b</a>]("))
    #expect(
      render("[a ![[b.png]]](https://c.example)", .init(flavor: .outloud)).hasPrefix(
        "<p><a href=\"https://c.example\">a <img"))
  }
}
