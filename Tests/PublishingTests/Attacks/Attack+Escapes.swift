/// Ways out of the site's folder, and into what is the program's own.
extension Attack {
  private static func noPath(_ key: String, _ text: String, _ place: String) -> Outcome {
    .refused([
      "notes/2026-01-01-a.md:\(place): “\(key)” cannot be “\(text)”: it is no path inside the site [address-invalid]"
    ])
  }

  private static func configured(_ name: String, _ line: String, _ problems: [String]) -> Attack {
    Attack(name, note: "x", configuration: line, .refused(problems))
  }

  static let escapes: [Attack] = [
    .init("a slug that climbs", note: "---\nslug: ..\n---\nx", noPath("slug", "..", "2:7")),
    .init("a slug of two parts", note: "---\nslug: a/b\n---\nx", noPath("slug", "a/b", "2:7")),
    .init(
      "a slug in the manner of Windows", note: "---\nslug: '..\\..\\x'\n---\nx",
      noPath("slug", "..\\..\\x", "2:7")),
    .init(
      "a slug that turns the text", note: "---\nslug: \"a\\u202Egpj\"\n---\nx",
      noPath("slug", "a\u{202E}gpj", "2:7")),
    .init(
      "a slug with a zero byte", note: "---\nslug: \"a\\0b\"\n---\nx", noPath("slug", "a\0b", "2:7")
    ),
    .init(
      "an address that climbs", note: "---\npermalink: /a/../../b/\n---\nx",
      noPath("permalink", "/a/../../b/", "2:12")),
    .init(
      "an alias that climbs", note: "---\naliases: [/../b/]\n---\nx",
      noPath("aliases", "/../b/", "2:11")),
    .init(
      "an address of another host", note: "---\npermalink: https://b.example/\n---\nx",
      noPath("permalink", "https://b.example/", "2:12")),
    .init(
      "the record of the builds", note: "---\npermalink: /.Outloud/\n---\nx",
      .harmless(without: ["quibble"])),
    .init(
      "pictures that climb",
      note:
        "![a](../outloud.yml) ![b](../../../etc/passwd) ![c](/etc/passwd) ![d](..%2f..%2fetc/passwd)",
      .harmless(without: ["passwd", "outloud.yml", "root:"])),
    .init(
      "a picture in the manner of Windows",
      note: "![a](..\\..\\etc\\passwd) ![b](C:\\x.png) ![c](file:///etc/passwd)",
      .harmless(without: ["<img"])),
    .init(
      "a wiki link that climbs",
      note: "[[../../outloud.yml]] ![[../private/notes/b]] [[/etc/passwd|x]]",
      files: ["private/notes/b.md": Array("quibble".utf8)],
      .harmless(without: ["href=\"../", "quibble", "etc/passwd\""])),
    .init(
      "the picture of a note that climbs", note: "---\nimage: ../private/a.jpg\n---\nx",
      files: ["private/a.jpg": SamplePicture.jpeg("x")], .harmless(without: ["private"])),
    .init(
      "a partial of the theme that climbs", note: "x",
      files: [
        "theme/templates/note.mustache": Array("{{> ../../private/a}}".utf8),
        "private/a.mustache": Array("quibble".utf8),
      ],
      .refused([
        "theme/templates/note.mustache:1:1: there is no template “../../private/a” [template-partial-missing]"
      ])),
    configured(
      "folders of notes that climb", "notes: ../other",
      [
        "outloud.yml:2:8: “notes” cannot be “../other”: it is no path inside the site [address-invalid]"
      ]),
    configured(
      "a theme that climbs", "theme: ../../x",
      ["outloud.yml: there is no theme “../../x” [theme-unknown]"]),
    configured(
      "a redirection that climbs", "redirects: {/../a/: /b/}",
      [
        "outloud.yml:2:13: “redirects” cannot be “/../a/”: it is no path inside the site [address-invalid]"
      ]),
    Attack(
      "a site that is a program", note: "x",
      files: ["outloud.yml": Array("url: javascript:quibble()".utf8)],
      .refused([
        "outloud.yml:1:6: “url” wants an address such as https://example.org/ [value-invalid]"
      ])),
    configured(
      "an author who is one",
      "author: {name: A, url: \"javascript:x\", links: [\"data:text/html,x\"]}",
      [
        "outloud.yml:2:24: “url” wants an address that begins with https:// or http:// [value-invalid]",
        "outloud.yml:2:48: “links” wants an address that begins with https:// or http:// [value-invalid]",
      ]),
    configured(
      "a colour that ends the style", "accent: \"#fff;} body{\"",
      ["outloud.yml:2:9: “accent” wants a colour such as \"#0b6e4f\", in quotes [value-invalid]"]),
    configured(
      "a language that ends the tag", "language: 'en\" onload=x'",
      ["outloud.yml:2:11: “language” wants a language such as en or pt-BR [value-invalid]"]),
    .init(
      "a title that ends everything",
      note:
        "---\ntitle: '</title></script><script>quibble()</script>]]>'\nsummary: ']]><script>quibble()'\n---\nx",
      configuration:
        "title: '</title></script><script>quibble()</script>'\ndescription: '\"><script>quibble()'",
      .inert(without: ["<script>quibble"])),
    .init(
      "tags and names that are markup",
      note:
        "---\ntags: ['<script>quibble()</script>', '\"><img src=x onerror=quibble()>']\nproject: '<script>quibble()</script>'\npeople: [{name: '<script>quibble()', consent: 2025-01-01}]\n---\nx",
      .inert(without: ["<script>quibble", "<img src=x", "\"onclick", "\" onclick"])),
    .init(
      "a topic that climbs",
      note: "---\ntags: ['../../x', '..', '.', 'a/b', '']\nproject: '..'\n---\nx",
      .harmless(without: ["topics/../", "topics/..\"", "projects/../"])),
    .init(
      "two notes of one address", note: "x",
      files: ["notes/a.md": Array("---\ndate: 2026-01-02\n---\ny".utf8)],
      .refused(["notes/a.md: another file wants the address “/a/” too [address-twice]"])),
    .init(
      "a note in the place of a feed", note: "---\npermalink: /feed.xml\n---\nx",
      .harmless(without: [])),
    .init(
      "a static file in the place of a page", note: "x",
      files: ["static/a/index.html": Array("quibble".utf8)],
      .refused(["static/a/index.html: another file wants the address “/a/” too [address-twice]"])),
  ]
}
