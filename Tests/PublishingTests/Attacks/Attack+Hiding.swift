/// Notes that their authors believe to be hidden, by the words of other programs, by a slip of the
/// pen, or by what is only nearly front matter.
extension Attack {
  private static let other = ["notes/2026-01-02-b.md": Array("b".utf8)]

  /// A note that another program would not publish either.
  private static func held(_ matter: String, mark: String = "---") -> Attack {
    Attack(
      "a note that says \(matter)", note: "\(mark)\n\(matter)\n\(mark)\nquibble", files: other,
      .harmless(without: ["quibble"]))
  }

  private static func problem(
    _ name: String, _ note: String, _ place: String, _ problem: String
  ) -> Attack {
    Attack(
      name, note: note, files: other, .refused(["notes/2026-01-01-a.md:\(place): \(problem)"]))
  }

  /// A key that may be meant to hide the note.
  private static func key(_ matter: String) -> Attack {
    let key = matter.prefix { $0 != ":" && $0 != " " }
    return problem(
      "a note that says \(matter)", "---\n\(matter)\n---\nx", "2:1",
      "the key “\(key)” is none I know, and it may decide who sees this [visibility-key]")
  }

  private static func nested(
    _ matter: String, _ key: String, in outer: String, _ place: String, mark: String = "---"
  ) -> Attack {
    problem(
      "\(key) inside of \(outer), between \(mark)", "\(mark)\n\(matter)\n\(mark)\nx", place,
      "“\(key)” stands inside of “\(outer)”, where it decides nothing [visibility-key]")
  }

  private static func stray(_ name: String, _ note: String, _ place: String, _ key: String)
    -> Attack
  {
    problem(
      name, note, place,
      "“\(key)” stands in the text here, where it hides nothing, and it may have to [front-matter-stray]"
    )
  }

  static let hiding: [Attack] =
    [
      "build: {render: never}", "_build:\n  render: false\n  list: never", "headless: true",
      "render: false", "permalink: false", "dg-publish: false", "published: off",
      "published: 2026-01-01\npublishDate: 2027-01-01", "publish_date: 2027-01-01",
      "date: 2026-01-01\npubDate: 2027-01-01",
      "publishedAt: 2027-01-01", "published_at: 2099-01-01", "publishdate: 2027-01-01",
    ].map { held($0) }
    + [
      held("[build]\nrender = \"never\"", mark: "+++"),
      held("_build.render = \"never\"", mark: "+++"),
    ]
    + [
      "Publish: false", "Published: false", "PUBLISH: no", "is_draft: true", "isPrivate: true",
      "secret: true", "confidential: yes", "password: letmein", "protected: true",
      "embargo_until: 2027-01-01", "embargoed-until: 2027-01-01", "scheduled: 2027-01-01",
      "expiryDate: 2026-01-01", "expires: 2026-01-01", "Kind: decision", "type: decision",
      "vis: private", "privacy: private", "access: Private", "audience: coach", "layout: draft",
      "state: draft", "type: draft", "eleventyExcludeFromCollections: true", "listed: false",
    ].map(key)
    + [
      nested("extra:\n  draft: true", "draft", in: "extra", "3:3"),
      nested("meta: {visibility: private}", "visibility", in: "meta", "2:8"),
      nested("params:\n  a:\n    embargo: 2027-01-01", "embargo", in: "params", "4:5"),
      nested("title = \"x\"\n[extra]\ndraft = true", "draft", in: "extra", "4:1", mark: "+++"),
      nested(
        "[taxonomies]\ntags = [\"a\"]\ndraft = true", "draft", in: "taxonomies", "4:1", mark: "+++"),
      problem(
        "a visibility of nothing", "---\nvisibility: \" \"\n---\nx", "2:13",
        "“visibility” wants one of private, coach, unlisted and public [value-invalid]"),
      problem(
        "an embargo of nothing", "---\nembargo:\n---\nx", "2:9",
        "“embargo” wants a date [value-invalid]"),
      problem(
        "a status of other programs", "---\nstatus: Draft\n---\nx", "2:9",
        "the status “Draft” hides nothing, and it may have to [visibility-key]"),
      problem(
        "a page that Hugo would list nowhere", "---\nbuild: {list: never}\n---\nx", "2:1",
        "“build” keeps this out of no list here, and it may have to [visibility-key]"),
      stray(
        "front matter behind a blank line", "\n---\nvisibility: private\n---\nx", "3:1",
        "visibility"),
      stray("front matter behind spaces", " ---\ndraft: true\n---\nx", "2:1", "draft"),
      stray(
        "front matter behind a remark", "<!-- a -->\n---\ntitle: A\ndraft: true\n---\nx", "4:1",
        "draft"),
      stray("front matter of four hyphens", "----\nembargo: 2027-01-01\n----\nx", "2:1", "embargo"),
      stray(
        "front matter behind another", "---\ntitle: A\n---\n---\nvisibility: coach\n---\nx", "5:1",
        "visibility"),
      stray("front matter that says it is TOML", "---toml\ndraft = true\n---\nx", "2:1", "draft"),
      stray(
        "front matter behind what nobody sees", "\u{200B}---\nvisibility: private\n---\nx", "2:1",
        "visibility"),
      stray(
        "front matter in JSON", "{\n  \"title\": \"a, b\",\n  \"draft\": true\n}\n\nx", "3:4",
        "draft"),
      stray(
        "the same in one line", "{\"title\": \"A\", \"published\": false}\n\nx", "1:17", "published"
      ),
      stray("fields without marks", "Title: A\nDraft: yes\n\nx", "2:1", "Draft"),
      stray("a field in the manner of Dataview", "visibility:: private\n\nx", "1:1", "visibility"),
      stray("a keyword of Org", "#+DRAFT: true\n\nx", "1:3", "DRAFT"),
      stray("fields in a remark", "<!--\nvisibility: private\n-->\nx", "2:1", "visibility"),
      .init(
        "an example of front matter", note: "```yaml\nvisibility: private\n```",
        .harmless(without: [])),
      .init(
        "a word before a colon", note: "Visibility: poor, as ever in November.\n\nDraft: the plan",
        .harmless(without: [])),
      .init(
        "a folder of drafts by another name", note: "x",
        files: ["notes/draft/2026-01-01-b.md": Array("quibble".utf8)],
        .harmless(without: ["quibble"])),
    ]
}
