import Testing

/// Everything that can be wrong with what a user wrote, and what is said about it, word for word.
struct BadInputTests {
  private static let configuration = "-- outloud.yml --\nurl: https://a.example/\n"

  @Test(arguments: [
    (
      "---\nvisibility: pubilc\n---\nx",
      """
      notes/a.md:2:13: error: the visibility “pubilc” is none I know [visibility-unknown]
          2 | visibility: pubilc
            |             ^~~~~~ did you mean “public”?

      """
    ),
    (
      "---\nvisibility:\n---\nx",
      """
      notes/a.md:2:12: error: “visibility” wants one of private, coach, unlisted and public [value-invalid]
          2 | visibility:
            |            ^

      """
    ),
    (
      "---\nvisiblity: private\n---\nx",
      """
      notes/a.md:2:1: error: the key “visiblity” is none I know, and it may decide who sees this [visibility-key]
          2 | visiblity: private
            | ^~~~~~~~~ did you mean “visibility”?

      """
    ),
    (
      "---\nDraft: true\n---\nx",
      """
      notes/a.md:2:1: error: the key “Draft” is none I know, and it may decide who sees this [visibility-key]
          2 | Draft: true
            | ^~~~~ did you mean “draft”?

      """
    ),
    (
      "---\nprivate: true\n---\nx",
      """
      notes/a.md:2:1: error: the key “private” is none I know, and it may decide who sees this [visibility-key]
          2 | private: true
            | ^~~~~~~ did you mean “visibility”?

      """
    ),
    (
      "---\ndraft: maybe # I think\n---\nx",
      """
      notes/a.md:2:8: error: “draft” wants true or false [value-invalid]
          2 | draft: maybe # I think
            |        ^~~~~

      """
    ),
    (
      "---\ntitle: One\nx",
      """
      notes/a.md:1:1: error: the front matter that begins here has no end [front-matter-unclosed]
          1 | ---
            | ^~~ close it with a line “---”

      """
    ),
    (
      "---\ntitle: One: two\n---\nx",
      """
      notes/a.md:2:11: error: a colon followed by a space ends a key, and this line has two [yaml-colon]
          2 | title: One: two
            |           ^ put quotes around the text behind the first

      """
    ),
    (
      "---\ntags:\n\t- one\n---\nx",
      """
      notes/a.md:3:1: error: a tab stands where YAML wants spaces [yaml-tab]
          3 | \t- one
            | ^ use spaces

      """
    ),
    (
      "---\ntitle: One\nrole: x\ntitle: Two\n---\nx",
      """
      notes/a.md:4:1: error: the key “title” stands here a second time [key-twice]
          4 | title: Two
            | ^~~~~ keep one of the two

      """
    ),
    (
      "---\ndate: 2026-13-01\n---\nx",
      """
      notes/a.md:2:7: error: “2026-13-01” is no date: there is no month 13 [date-invalid]
          2 | date: 2026-13-01
            |       ^~~~~~~~~~

      """
    ),
    (
      "---\ndate: 2026-02-30\n---\nx",
      """
      notes/a.md:2:7: error: “2026-02-30” is no date: that month has no day 30 [date-invalid]
          2 | date: 2026-02-30
            |       ^~~~~~~~~~

      """
    ),
    (
      "---\nembargo: next week\n---\nx",
      """
      notes/a.md:2:10: error: “next week” is no date: it is written another way [date-invalid]
          2 | embargo: next week
            |          ^~~~~~~~~ write 2026, 2026-11, 2026-11-22 or 2026-11-22 14:05

      """
    ),
    (
      "---\ntitle: [a, b]\n---\nx",
      """
      notes/a.md:2:8: error: “title” wants one text [value-invalid]
          2 | title: [a, b]
            |        ^~~~~~

      """
    ),
    (
      "---\nkind: decison\n---\nx",
      """
      notes/a.md:2:7: error: “kind” cannot be “decison” [value-unknown]
          2 | kind: decison
            |       ^~~~~~~ did you mean “decision”?

      """
    ),
    (
      "---\nslug: ../../etc/passwd\n---\nx",
      """
      notes/a.md:2:7: error: “slug” cannot be “../../etc/passwd”: it is no path inside the site [address-invalid]
          2 | slug: ../../etc/passwd
            |       ^~~~~~~~~~~~~~~~ write one part, such as my-note

      """
    ),
    (
      "---\naliases: [/fine/, /a/../../b/]\n---\nx",
      """
      notes/a.md:2:19: error: “aliases” cannot be “/a/../../b/”: it is no path inside the site [address-invalid]
          2 | aliases: [/fine/, /a/../../b/]
            |                   ^~~~~~~~~~~ write a path such as /work/my-note/

      """
    ),
    (
      "---\ncanonical: javascript:alert(1)\n---\nx",
      """
      notes/a.md:2:12: error: “canonical” wants an address that begins with https:// or http:// [value-invalid]
          2 | canonical: javascript:alert(1)
            |            ^~~~~~~~~~~~~~~~~~~

      """
    ),
    (
      "---\npeople: [{url: \"https://b.example/\"}]\n---\nx",
      """
      notes/a.md:2:10: error: “people” wants a name for each [value-invalid]
          2 | people: [{url: "https://b.example/"}]
            |          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~

      """
    ),
    (
      "---\njust words\n---\nx",
      """
      notes/a.md:2:1: error: the front matter is no list of keys with values [keys-missing]
          2 | just words
            | ^ write lines such as “title: My note”

      """
    ),
    (
      "---\na: &a [x]\nb: [" + String(repeating: "[", count: 30) + "\n---\nx",
      """
      notes/a.md:3:1: error: values are nested more than 20 deep here [values-too-deep]
          3 | b: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
            | ^

      """
    ),
    (
      "+++\ntitle = \"One\"\ntitle = \"Two\"\n+++\nx",
      """
      notes/a.md:3:1: error: the key “title” stands here a second time [key-twice]
          3 | title = "Two"
            | ^~~~~ keep one of the two

      """
    ),
    (
      "+++\ndraft = tru\n+++\nx",
      """
      notes/a.md:2:9: error: this cannot be read: a text needs quotes here [values-unreadable]
          2 | draft = tru
            |         ^

      """
    ),
    (
      "fine\u{0}not",
      """
      notes/a.md:1:5: error: a text cannot hold a zero byte [file-zero-byte]
          1 | fine\u{FFFD}not
            |     ^ is this a picture or another kind of file?

      """
    ),
  ])
  func `a note that cannot be read says where and why`(note: String, report: String) async throws {
    var site = TestSite(Self.configuration + "-- notes/a.md --\n" + note)
    site.history = TestHistory(dates: ["notes/a.md": "2026-01-01"])
    let result = try await site.build()
    #expect(result.report == report)
    #expect(result.files.isEmpty)
  }

  @Test func `bytes that are no UTF-8 are found at the first of them`() async throws {
    var site = TestSite(Self.configuration)
    site.folder.files["notes/a.md"] = Array("one\ntwo ".utf8) + [0xE9, 0x20, 0xFF]
    site.folder.files["notes/b.md"] = [0xFF, 0xFE, 0x61, 0x00]
    #expect(
      try await site.build().report == """
        notes/a.md:2:5: error: this is no UTF-8 text: the byte 0xE9 is no part of a character [file-not-utf8]
            2 | two \u{FFFD} \u{FFFD}
              |     ^ save the file in the encoding UTF-8
        notes/b.md:1:1: error: this is no UTF-8 text: the byte 0xFF is no part of a character [file-not-utf8]
            1 | \u{FFFD}\u{FFFD}a\u{FFFD}
              | ^ the file seems to be UTF-16; save it as UTF-8

        """)
  }

  @Test func `a note larger than a megabyte is refused`() async throws {
    var site = TestSite(Self.configuration)
    site.folder.files["notes/a.md"] = Array(repeating: 0x61, count: 1_048_577)
    #expect(
      try await site.build().report == """
        notes/a.md:1:1: error: the file was not read: it is larger than 1 MiB [file-too-large]
          hint: divide it into several notes

        """)
  }

  @Test(arguments: [
    (
      "-- outloud.yml --\nurl: https://a.example/\ntheme: legder\n-- notes/2026-01-01-a.md --\nx",
      """
      outloud.yml: error: there is no theme “legder” [theme-unknown]
        hint: did you mean “ledger”?

      """
    ),
    (
      """
      -- outloud.yml --
      url: https://a.example/
      language: nl-BE
      -- notes/2026-01-01-a.md --
      x
      """,
      """
      outloud.yml: warning: nobody has told me the words around your notes in “nl-BE”, so they are English [language-untranslated]
        hint: write them into theme/strings/nl.yml, with the keys of themes/shared/strings/en.yml

      """
    ),
    (
      "-- notes/2026-01-01-a.md --\nx",
      """
      warning: nobody has said where the site will stand, so its feed cannot be followed yet [url-missing]
        hint: add “url: https://your.site/” to outloud.yml, or say --url

      """
    ),
    (
      "-- outloud.yml --\nurl: https://a.example/\n",
      """
      warning: there is no note to publish here [site-empty]
        hint: write one into a file that ends in .md, or begin with: outloud init

      """
    ),
    (
      "-- outloud.yml --\nurl: https://a.example/\n-- notes/2026-01-01-a\\b.md --\nx",
      """
      notes/2026-01-01-a\\b.md: error: a page cannot have this file name [file-name]
        hint: rename the file: no control characters, no backslash, at most 240 bytes

      """
    ),
    (
      "-- outloud.yml --\nurl: https://a.example/\n-- notes/2026-01-01-a.md --\n---\nstatus: stcuk\n---\nx",
      """
      notes/2026-01-01-a.md:2:9: warning: the status “stcuk” is none I know, and is kept as it is [status-unknown]
          2 | status: stcuk
            |         ^~~~~ did you mean “stuck”?

      """
    ),
    (
      "-- outloud.yml --\nurl: https://a.example/\n-- notes/2026-01-01-a.md --\n---\ntitle: "
        + String(repeating: "x", count: 65_536) + "\n---\nx",
      """
      notes/2026-01-01-a.md:1:1: error: this is longer than 64 kB and was not read [front-matter-too-long]
          1 | ---
            | ^

      """
    ),
    (
      "-- outloud.yml --\nurl: https://a.example/\n-- notes/2026-01-01-a.md --\n---\ntitle: A\n---\nx\n\n> ::::private what nobody may know\n> y",
      """
      notes/2026-01-01-a.md:6:3: warning: the private block that begins here has no end, so all that follows is private too [private-unended]
          6 | > ::::private
            |   ^~~~ end it with a line “::::”

      """
    ),
    (
      "-- outloud.yml --\nurl: https://a.example/\n-- notes/2026-01-01-a.md --\n:::pirvate what nobody may know\ny\n:::",
      """
      notes/2026-01-01-a.md:1:4: error: “pirvate” begins no private block, and it may have to [private-misspelt]
          1 | :::pirvate
            |    ^~~~~~~ write “:::private”

      """
    ),
    (
      "-- outloud.yml --\nurl: https://a.example/\n-- notes/2026-01-01-a.md --\nx\n\n<p hidden>what nobody may know</p>",
      """
      notes/2026-01-01-a.md:3:1: error: what this is to hide would be seen, as the attribute hidden of <p> is left out [hidden-shown]
          3 | <p hidden>
            | ^~~~~~~~~~ write <!-- … --> around it, or “:::private” and “:::” on lines of their own

      """
    ),
    (
      "-- outloud.yml --\nurl: https://a.example/\n-- notes/2026-01-01-a.md --\n\n---\nvisibility: private\n---\nx",
      """
      notes/2026-01-01-a.md:3:1: error: “visibility” stands in the text here, where it hides nothing, and it may have to [front-matter-stray]
          3 | visibility: private
            | ^~~~~~~~~~ front matter begins on the first line of a file, with “---” alone, and ends with “---”

      """
    ),
    (
      "-- outloud.yml --\nurl: https://a.example/\n-- notes/2026-01-01-a.md --\nx\n\n%%what nobody may know%%",
      """
      notes/2026-01-01-a.md:3:1: error: a remark stands here that other programs leave out, and everyone would read it [remark-foreign]
          3 |\u{20}
            | ^ write <!-- … --> around it, or put what is meant to be read between backticks

      """
    ),
    (
      "-- outloud.yml --\nurl: https://a.example/\n-- notes/2026-01-01-a.md --\n---\nstatus: draft\nextra: {draft: true}\nbuild: {list: never}\npassword: x\n---\nx",
      """
      notes/2026-01-01-a.md:2:9: error: the status “draft” hides nothing, and it may have to [visibility-key]
          2 | status: draft
            |         ^~~~~ write “visibility: private”, or “draft: true”
      notes/2026-01-01-a.md:3:9: error: “draft” stands inside of “extra”, where it decides nothing [visibility-key]
          3 | extra: {draft: true}
            |         ^~~~~ put it at the top of the front matter, before “extra”
      notes/2026-01-01-a.md:4:1: error: “build” keeps this out of no list here, and it may have to [visibility-key]
          4 | build: {list: never}
            | ^~~~~ write “visibility: unlisted”, or “visibility: private”
      notes/2026-01-01-a.md:5:1: error: the key “password” is none I know, and it may decide who sees this [visibility-key]
          5 | password: x
            | ^~~~~~~~ did you mean “visibility”?

      """
    ),
    (
      "-- outloud.yml --\nurl: https://a.example/\n-- notes/2026-01-01-a.md --\n[x](blob:y) [z](javascript:w)",
      """
      notes/2026-01-01-a.md:1:5: warning: the link begins with “blob:”, where no page may lead, so only its words are shown [link-broken]
          1 | [x](blob:y) [z](javascript:w)
            |     ^~~~~~
      notes/2026-01-01-a.md:1:17: warning: the link begins with “javascript:”, where no page may lead, so only its words are shown [link-broken]
          1 | [x](blob:y) [z](javascript:w)
            |                 ^~~~~~~~~~~~

      """
    ),
    (
      "-- outloud.yml --\nurl: https://a.example/\n-- notes/2026-01-01-a.md --\nx\n\nsee :::private what nobody may know :::",
      """
      notes/2026-01-01-a.md:3:1: error: a private block seems to begin in these words, where none can [private-misplaced]
          3 |\u{20}
            | ^ write “:::private” on a line of its own, or between backticks if it is an example

      """
    ),
  ])
  func `a site that lacks something says what`(site: String, report: String) async throws {
    let found = try await TestSite(site).build().report
    #expect(found == report)
  }

  @Test func `aliases of YAML that stand for billions are refused`() async throws {
    var lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for level in 1...9 {
      let previous = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      lines.append("a\(level): &a\(level) [\(previous)]")
    }
    let note = "-- notes/a.md --\n---\n\(lines.joined(separator: "\n"))\n---\nx"
    let report = try await TestSite(Self.configuration + note).build().report
    #expect(report.contains("these are more than 10000 values [values-too-many]"))
  }

  @Test func `colours that could not be read on, and fonts that are none, are refused`()
    async throws
  {
    let site = TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      colors:
        paper: "#555"
        ink: white
        dark: {ink: "#a0a0a0"}
        inc: "#000"
      fonts: {text: "x; } body { display: none", labels: inherit}
      -- notes/2026-01-01-a.md --
      x
      """)
    #expect(
      try await site.build().report == """
        outloud.yml:3:10: error: “paper” wants a light colour such as "#fffdf8", in quotes [value-invalid]
            3 |   paper: "#555"
              |          ^~~~~~
        outloud.yml:4:8: error: “ink” wants a dark colour such as "#1c1a17", in quotes [value-invalid]
            4 |   ink: white
              |        ^~~~~
        outloud.yml:5:15: error: “ink” wants a light colour such as "#fffdf8", in quotes [value-invalid]
            5 |   dark: {ink: "#a0a0a0"}
              |               ^~~~~~~~~~
        outloud.yml:6:3: warning: the key “inc” is none I know [key-unknown]
            6 |   inc: "#000"
              |   ^~~ did you mean “ink”?
        outloud.yml:7:15: error: “text” wants serif, sans, mono or the name of a font [value-invalid]
            7 | fonts: {text: "x; } body { display: none", labels: inherit}
              |               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        outloud.yml:7:52: error: “labels” wants serif, sans, mono or the name of a font [value-invalid]
            7 | fonts: {text: "x; } body { display: none", labels: inherit}
              |                                                    ^~~~~~~

        """)
  }

  @Test func `the configuration is read as strictly`() async throws {
    let site = TestSite(
      """
      -- outloud.yml --
      titel: Mine
      url: example.org
      timezone: Europe/Stokholm
      accent: red
      html: sanitise
      page_size: 0
      show: [rythm]
      severity:
        link-broken: ignore
        visibility-unknown: ignore
        nonsense: error
      -- notes/2026-01-01-a.md --
      x
      """)
    #expect(
      try await site.build().report == """
        outloud.yml:1:1: warning: the key “titel” is none I know [key-unknown]
            1 | titel: Mine
              | ^~~~~ did you mean “title”?
        outloud.yml:2:6: error: “url” wants an address such as https://example.org/ [value-invalid]
            2 | url: example.org
              |      ^~~~~~~~~~~
        outloud.yml:3:11: error: “timezone” wants a time zone such as Europe/Paris [value-invalid]
            3 | timezone: Europe/Stokholm
              |           ^~~~~~~~~~~~~~~
        outloud.yml:4:9: error: “accent” wants a colour such as "#0b6e4f", in quotes [value-invalid]
            4 | accent: red
              |         ^~~
        outloud.yml:5:7: error: “html” cannot be “sanitise” [value-unknown]
            5 | html: sanitise
              |       ^~~~~~~~ did you mean “sanitize”?
        outloud.yml:6:12: error: “page_size” wants a number from 1 to 1000 [value-invalid]
            6 | page_size: 0
              |            ^
        outloud.yml:7:8: error: “show” cannot be “rythm” [value-unknown]
            7 | show: [rythm]
              |        ^~~~~ did you mean “rhythm”?
        outloud.yml:10:3: error: “visibility-unknown” always is an error [value-invalid]
           10 |   visibility-unknown: ignore
              |   ^~~~~~~~~~~~~~~~~~ only warnings can be made less
        outloud.yml:11:3: error: “severity” cannot be “nonsense” [value-unknown]
           11 |   nonsense: error
              |   ^~~~~~~~

        """)
  }

  @Test func `a photo that is not there is missed`() async throws {
    let site = TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      author: {name: Ada, photo: /me.jpg}
      -- static/you.jpg --
      x
      -- notes/2026-01-01-a.md --
      x
      """)
    #expect(
      try await site.build().report == """
        outloud.yml: warning: there is no photo “/me.jpg” of the author [photo-missing]
          hint: put it into static/, and name it from there

        """)
  }

  @Test func `everything is reported in one run, by file and line`() async throws {
    let site = TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      -- notes/b.md --
      ---
      date: never
      visibility: secret
      ---
      -- notes/a.md --
      ---
      status: stcuk
      tag: one
      ---
      A [dead link](gone.md).
      """)
    let problems = try await site.build().problems
    #expect(
      problems.map { "\($0.file ?? ""):\($0.place?.line ?? 0) \($0.code.rawValue)" } == [
        "notes/a.md:0 date-missing", "notes/a.md:2 status-unknown", "notes/a.md:3 key-unknown",
        "notes/a.md:5 link-broken", "notes/b.md:2 date-invalid", "notes/b.md:3 visibility-unknown",
      ])
  }
}
