/// What an author would regret: secrets, ways to reach people, names that were to stay confidential.
extension Attack {
  private static let token = "gh" + "p_" + "9fK2mQ7xTz4LwB8nRc6VdH3sYpJ5gE1aUoXi"
  private static let id = "q3egrz7wlm2xj4tb0p9k"

  private static func confidential(_ place: String) -> Outcome {
    .refused([
      "notes/2026-01-01-a.md:\(place): a word of the confidential list stands here [leak-confidential]"
    ])
  }

  private static func secret(_ place: String, _ kind: String) -> Outcome {
    .refused([
      "notes/2026-01-01-a.md:\(place): this looks like \(kind), and everyone could read it [leak-secret]"
    ])
  }

  private static let hidden = Outcome.refused([
    "notes/2026-01-01-a.md: a word of the confidential list stands on the page, though no line of the file shows it [leak-confidential]"
  ])

  static let leaks: [Attack] = [
    .init("a token in prose", note: "My key is \(token).", secret("1:11", "a GitHub token")),
    .init(
      "a token in code", note: "```sh\nexport T=\(token)\n```", secret("2:10", "a GitHub token")),
    .init(
      "a token in front matter", note: "---\nsummary: \(token)\n---\nx",
      secret("2:10", "a GitHub token")),
    .init(
      "a token in a comment, which repositories show", note: "x <!-- \(token) -->",
      secret("1:8", "a GitHub token")),
    .init(
      "a token in the address of a link", note: "[x](https://b.example/?t=\(token))",
      secret("1:26", "a GitHub token")),
    .init(
      "a private key",
      note: "-----BEGIN RSA PRIVATE"
        + " KEY-----\nMIIEpAIBAAKCAQEA7fK2mQ7xTz4LwB8nRc6VdH3sYpJ5gE1aUo\n",
      secret("1:1", "a private key")),
    .init(
      "a password in an address", note: "<https://ada:9fK2mQ7x@" + "git.lovelace.io/x.git>",
      secret("1:14", "a password in an address")),
    .init(
      "a password by its name", note: "`DB_PASSWORD=" + "tr0ub4dor.and3`",
      secret("1:14", "a password or key")),
    .init(
      "a token in a file that a note offers", note: "[x](x.txt)",
      files: ["notes/x.txt": Array("a\n\(token)".utf8)],
      .refused([
        "notes/x.txt:2:1: this looks like a GitHub token, and everyone could read it [leak-secret]"
      ])),
    .init(
      "a token in a theme", note: "x", files: ["theme/extra.css": Array("/* \(token) */".utf8)],
      .refused([
        "theme/extra.css:1:4: this looks like a GitHub token, and everyone could read it [leak-secret]"
      ])),
    .init(
      "a token in the configuration", note: "x", configuration: "description: \(token)",
      .refused([
        "outloud.yml:2:14: this looks like a GitHub token, and everyone could read it [leak-secret]"
      ])),
    .init(
      "a confidential word in the title", note: "---\ntitle: For Acme\n---\nx", confidential("2:12")
    ),
    .init("in the slug", note: "---\nslug: acme-roof\n---\nx", confidential("2:7")),
    .init(
      "in a picture's alternative text", note: "![acme](a.svg)",
      files: ["notes/a.svg": SamplePicture.svg("x")], confidential("1:3")),
    .init("in code", note: "```\nlet acmeRoof = 1\n```", confidential("2:5")),
    .init(
      "in front matter that nobody knows", note: "---\nfoo_bar: ACME\n---\nx", confidential("2:10")),
    .init("with accents", note: "für Acmé", confidential("1:5")),
    .init("with a hyphen, and one that is not seen", note: "Ac-me", confidential("1:1")),
    .init("divided by a soft hyphen", note: "Ac\u{AD}me", confidential("1:1")),
    .init("with emphasis inside", note: "the **Ac**me roof", confidential("1:7")),
    .init("with a character reference inside", note: "the &#65;cme roof", hidden),
    .init(
      "with a named reference inside", note: "M&uuml;ller &amp; S&ouml;hne", hidden),
    .init("with tags inside", note: "the Ac<b>me</b> roof", hidden),
    .init("by an escape of YAML", note: "---\ntitle: \"\\x41cme\"\n---\nx", hidden),
    .init(
      "percent-encoded in a link", note: "[x](<https://b.example/%41cme/>)", confidential("1:24")),
    .init("with nothing wide inside", note: "Ac\u{200B}me", confidential("1:1")),
    .init("in full-width letters", note: "\u{FF21}\u{FF43}\u{FF4D}\u{FF45}", confidential("1:1")),
    .init("without its umlauts", note: "Mueller & Soehne", confidential("1:1")),
    .init("across a line break", note: "Müller &\nSöhne", confidential("1:1")),
    .init(
      "in the name of a file", note: "![x](acme.svg)",
      files: ["notes/acme.svg": SamplePicture.svg("x")],
      .refused([
        "notes/****.svg: a word of the confidential list stands in the file’s path, which becomes an address [leak-confidential]",
        "notes/2026-01-01-a.md:1:6: a word of the confidential list stands here [leak-confidential]",
      ])),
    .init(
      "in the text of a drawing", note: "![x](a.svg)",
      files: [
        "notes/a.svg": Array(
          "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>Acme</text></svg>".utf8)
      ],
      .refused(["notes/a.svg:1:47: a word of the confidential list stands here [leak-confidential]"]
      )),
    .init(
      "someone in a text who has not agreed",
      note: "---\npeople: [Sam Okafor]\n---\nBy SAM OKAFOR.",
      .refused([
        "notes/2026-01-01-a.md:4:4: someone is named here who has not agreed to it [person-named]"
      ])),
    .init(
      "a person in a title",
      note: "---\ntitle: For Sam Okafor\npeople: [Sam Okafor]\n---\nx",
      .refused([
        "notes/2026-01-01-a.md: the title names someone who has not agreed to it [person-named]"
      ])),
    .init(
      "a person in other fields of the front matter",
      note:
        "---\npeople: [Sam Okafor]\nasks: [may I quote sam okafor?]\nneeds: [Sam Okafor]\n---\nx",
      .refused([
        "notes/2026-01-01-a.md: the front matter names someone who has not agreed to it, in more than “people” [person-named]"
      ])),
    .init(
      "a person as a project", note: "---\npeople: [Sam Okafor]\nproject: Sam Okafor\n---\nx",
      .refused([
        "notes/2026-01-01-a.md: the front matter names someone who has not agreed to it, in more than “people” [person-named]"
      ])),
    .init(
      "a person in fields that nobody sees",
      note: "---\npeople: [Sam Okafor] # Sam Okafor\nneeds: [Sam Okafor]\nmine: Sam Okafor\n---\nx",
      .harmless(without: ["Okafor", "okafor"])),
    .init(
      "a person in the name of a file", note: "x",
      files: [
        "notes/sam-okafor.md": Array("---\npeople: [Sam Okafor]\ndate: 2026-01-01\n---\nx".utf8)
      ],
      .refused([
        "notes/sam-okafor.md: the file’s path, which becomes an address, names someone who has not agreed to it [person-named]"
      ])),
    .init(
      "a person whom only another note lists", note: "---\npeople: [Sam Okafor, Max]\n---\nx",
      files: ["notes/2026-01-02-b.md": Array("To the max.\n\nSam Okafor’s idea.".utf8)],
      .refused([
        "notes/2026-01-02-b.md:3:1: someone is named here who has not agreed to it [person-named]"
      ])),
    .init(
      "what the author needs now", note: "---\nneeds: [quibble]\nanswers: quibble\n---\nx",
      .harmless(without: ["quibble"])),
    .init(
      "a remark", note: "---\n# quibble\ntitle: A\n---\nx <!-- quibble -->\n\n<!--\nquibble\n-->",
      .harmless(without: ["quibble"])),
    .init(
      "a private block in a list in a quote",
      note: "> - a\n>\n>   ::: private\n>   quibble\n>   :::\n> - b",
      .harmless(without: ["quibble"])),
    .init(
      "a private block in a footnote",
      note: "a[^1]\n\n[^1]: b\n\n    ::: private\n    quibble\n    :::\n",
      .harmless(without: ["quibble"])),
    .init(
      "a draft by merging",
      note: "---\nall: &all {draft: true, title: quibble}\n<<: *all\n---\nquibble",
      files: ["notes/2026-01-02-b.md": Array("b".utf8)], .harmless(without: ["quibble"])),
    .init(
      "an unlisted note whose address can be guessed",
      note: "---\nvisibility: unlisted\nid: the-notes-of-may\n---\nx",
      .refused([
        "notes/2026-01-01-a.md: an unlisted note stands at an address made of its id, and this one can be guessed [unlisted-id]"
      ])),
    .init(
      "two unlisted notes of one id, in a log that others read",
      note: "---\nvisibility: unlisted\nid: \(id)\n---\nx",
      files: ["notes/2026-01-02-b.md": Array("---\nvisibility: unlisted\nid: \(id)\n---\nx".utf8)],
      .refused(["notes/2026-01-02-b.md: another file wants the address “/u/…/” too [address-twice]"]
      )),
    .init(
      "a hidden file beside the notes", note: "[x](.env) [y](_plan.txt)",
      files: ["notes/.env": Array("quibble".utf8), "notes/_plan.txt": Array("quibble".utf8)],
      .harmless(without: ["quibble", ".env", "_plan.txt"])),
    .init(
      "the history of the static files", note: "x",
      files: [
        "static/.git/config": Array("quibble".utf8), "static/a/.svn/x": Array("quibble".utf8),
      ],
      .harmless(without: ["quibble"])),
  ]
}
