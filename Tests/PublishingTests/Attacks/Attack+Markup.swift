/// Markup that would run, fetch or frame something in a reader's browser.
extension Attack {
  private static func markup(_ name: String, _ text: String, without: [String]) -> Attack {
    Attack(name, note: text, .inert(without: without))
  }

  static let markup: [Attack] = [
    markup("a script", "<script>quibble()</script>", without: ["quibble"]),
    markup(
      "a script that is no script", "<scr<script>ipt>quibble()</scr</script>ipt>",
      without: ["<script>", "<scr<"]),
    markup("a picture that fails", "<img src=x onerror=quibble()>", without: ["onerror"]),
    markup(
      "a drawing in a note", "<svg onload=quibble()><script>quibble()</script></svg>",
      without: ["<svg onload", "<script>quibble"]),
    markup(
      "a frame",
      "<iframe srcdoc='<script>quibble()</script>'></iframe><object data=x></object><embed src=x>",
      without: ["<iframe", "srcdoc", "<object", "<embed"]),
    markup(
      "a form", "<form action=https://b.example/><input name=password></form>",
      without: ["<form action=\"https://b", "name=\"password"]),
    markup(
      "another base",
      "<base href=https://b.example/><meta http-equiv=refresh content='0;url=//b.example'><link rel=stylesheet href=//b.example>",
      without: ["<base", "http-equiv=\"refresh", "b.example"]),
    markup(
      "a style that covers the page",
      "<div style='position:fixed;inset:0'>x</div><style>body{display:none}</style>",
      without: ["position:fixed", "body{display"]),
    markup(
      "a link that runs",
      "[x](javascript:quibble()) [y](JaVaScRiPt:quibble()) [z](java\u{9}script:quibble())",
      without: ["href=\"java", "href=\"Java"]),
    markup(
      "a link that runs, by references",
      "[x](&#106;avascript:quibble()) [y](javascript&colon;quibble()) [z](%6Aavascript:quibble())",
      without: ["href=\"javascript", "href=\"java"]),
    markup(
      "a link that is a page", "[x](data:text/html;base64,PHNjcmlwdD4=) <data:text/html,x>",
      without: ["href=\"data:"]),
    markup(
      "a link to a file", "[x](file:///etc/passwd) [y](vbscript:x) [z](data:text/html,x)",
      without: ["file:", "vbscript:", "data:"]),
    markup(
      "a link of raw HTML", "<a href=' javascript:quibble()' target=_blank ping=//b.example>x</a>",
      without: ["quibble", "ping="]),
    markup(
      "an id that stands for another", "<a id=main name=location>x</a>\n\n# main",
      without: ["id=\"main\" name", "name=\"location\""]),
    markup(
      "a comment that ends early",
      "<!--> <script>quibble()</script> --><!-- --!> <script>quibble()</script>",
      without: ["<script>quibble"]),
    markup(
      "text that ends a feed", "a ]]> b <![CDATA[ <script>quibble()</script> ]]>",
      without: ["<script>quibble"]),
    markup(
      "a fence of a language that is markup", "```\"><script>quibble()</script>\nx\n```",
      without: ["<script>quibble", "\"><script"]),
    markup(
      "a picture of another host", "![x](https://b.example/pixel.gif) <img src=//b.example/p.gif>",
      without: ["src=\"https://b.example", "src=\"//b.example"]),
    markup("a template in a note", "{{{title}}} {{> note}} {{#site}}quibble{{/site}}", without: []),
    Attack(
      "a theme with a script of another host", note: "x",
      files: ["theme/strings/en.yml": Array("home: '<script>quibble()</script>'\n".utf8)],
      .inert(without: ["<script>quibble"])),
  ]
}
