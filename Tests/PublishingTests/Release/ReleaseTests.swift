import Files
import Notes
import Problems
import Testing

@testable import Publishing

/// Bringing a note from the private folder to those that are published.
struct ReleaseTests {
  private static let picture =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>"

  private static let plain = """
    -- outloud.yml --
    url: https://a.example/
    -- private/published.yml --
    -- notes/2026-01-01-old.md --
    ![Both](work/both.svg)
    -- notes/work/both.svg --
    \(picture)
    -- private/notes/work/2026-11-20-cache.md --
    ---
    id: n-1
    visibility: private # not yet
    ---
    # The cache

    ![It](it.svg) ![Both](both.svg) [old](../2026-01-01-old.md)
    -- private/notes/work/it.svg --
    \(picture)
    """

  @Test func `a note in which nothing is private moves with its pictures`() async throws {
    let site = try ReleaseSandbox(Self.plain)
    let release = try await site.publish("private/notes/work/2026-11-20-cache.md")
    #expect(release.address == "https://a.example/work/cache/")
    #expect(
      site.read("notes/work/2026-11-20-cache.md") == """
        ---
        id: n-1
        visibility: public # not yet
        published: 2026-11-25
        ---
        # The cache

        ![It](it.svg) ![Both](both.svg) [old](../2026-01-01-old.md)

        """)
    #expect(site.read("notes/work/it.svg") == Self.picture)
    #expect(try site.files().keys.filter { $0.hasPrefix("private/notes/") } == [])
    #expect(try await site.build().report == "")
  }

  @Test func `a note says only what it has to`() async throws {
    let site = try ReleaseSandbox(
      """
      -- outloud.yml --
      url: https://a.example/
      -- private/notes/draft.md --
      +++
      # Mine
      draft = true
      title = "A draft"
      +++
      x
      -- private/notes/2026-11-24-decision.md --
      ---
      kind: decision
      publish: false
      needs: [a rest]
      ---
      No.
      """)
    try site.write("Just this.\r\n", to: "private/notes/2026-11-25-today.md")
    try await site.publish("private/notes/2026-11-25-today.md")
    #expect(
      site.read("notes/2026-11-25-today.md")
        == "---\r\nid: n-7kq2vx9r4mzt8wbc3hdy\r\n---\r\nJust this.\r\n")
    try site.remove("notes/2026-11-25-today.md")
    try await site.publish("A draft")
    #expect(
      site.read("notes/draft.md")
        == "+++\n# Mine\ntitle = \"A draft\"\nid = \"n-7kq2vx9r4mzt8wbc3hdy\"\ndate = 2026-11-25\n+++\nx\n"
    )
    try site.remove("notes/draft.md")
    let release = try await site.publish("private/notes/2026-11-24-decision.md")
    #expect(release.text.leftOut == ["needs"] && release.keepsOriginal)
    #expect(
      site.read("notes/2026-11-24-decision.md")
        == "---\nkind: decision\nid: n-7kq2vx9r4mzt8wbc3hdy\nvisibility: public\npublished: 2026-11-25\n---\nNo."
    )
  }

  static let secret = """
    -- outloud.yml --
    url: https://a.example/
    -- private/stand-ins.yml --
    Acme: {as: a retailer, also: [ACME Corp]}
    -- private/notes/clients/2026-11-20-acme-roof.md --
    ---
    title: The Acme roof
    tags: [acme]
    image: acme-logo.png
    ---
    Acme has a roof. ![Their logo](acme-logo.png)

    :::private
    They pay late.
    :::

    `ACME_KEY` is theirs.
    -- notes/2026-01-01-old.md --
    See [[The retailer roof]] and [it](clients/2026-11-20-a-retailer-roof.md).
    """

  /// A picture of one dot, with a comment in it.
  static let commented: [UInt8] =
    [0x89] + Array("PNG\r\n\u{1A}\n".utf8)
    + chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
    + chunk("tEXt", Array("Comment\0Acme".utf8))
    + chunk("IDAT", [0x78, 0x9C, 0x63, 0x60, 0, 0, 0, 2, 0, 1]) + chunk("IEND", [])

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    [0, 0, 0, UInt8(data.count)] + Array(name.utf8) + data + [0, 0, 0, 0]
  }

  @Test func `a note with names keeps them private, and a copy without them is published`()
    async throws
  {
    let site = try ReleaseSandbox(Self.secret)
    try site.write(Self.commented, to: "private/notes/clients/acme-logo.png")
    let before = try site.files()
    let release = try await site.publish("The Acme roof")
    #expect(release.keepsOriginal && release.title == "The retailer roof")
    #expect(
      site.read("notes/clients/2026-11-20-a-retailer-roof.md") == """
        ---
        title: The retailer roof
        tags: [a-retailer]
        image: a-retailer-logo.png
        id: n-7kq2vx9r4mzt8wbc3hdy
        published: 2026-11-25
        ---
        A retailer has a roof. ![Their logo](a-retailer-logo.png)


        `A_RETAILER_KEY` is theirs.

        """)
    let after = try site.files()
    for (path, text) in before { #expect(after[path] == text, "\(path)") }
    #expect(site.read("notes/clients/a-retailer-logo.png")?.contains("Acme") == false)
    let built = try await site.build()
    #expect(built.report == "")
    for (path, text) in built.files {
      #expect(!(path + text).lowercased().contains("acme"), "\(path)")
    }
    // Again, there is nothing to do.
    let again = try await site.release("The Acme roof")
    #expect(again.isUpToDate && again.steps.isEmpty)
  }

  @Test func `publishing again brings an unchanged copy up to date`() async throws {
    let site = try ReleaseSandbox(Self.secret)
    try site.write(Self.commented, to: "private/notes/clients/acme-logo.png")
    let note = "private/notes/clients/2026-11-20-acme-roof.md"
    try await site.publish(note)
    let text = try #require(site.read(note))
    try site.write(text + "\nIt rained on Acme.\n", to: note)
    let release = try await site.publish(note)
    #expect(release.isUpdate)
    let copy = try #require(site.read("notes/clients/2026-11-20-a-retailer-roof.md"))
    #expect(copy.hasSuffix("\nIt rained on a retailer.\n"))
    #expect(copy.contains("id: n-7kq2vx9r4mzt8wbc3hdy\npublished: 2026-11-25\n"))
    #expect(try await site.release(note).isUpToDate)
  }

  @Test func `a copy that somebody has changed is not overwritten`() async throws {
    let site = try ReleaseSandbox(
      Self.secret.replacing("![Their logo](acme-logo.png)", with: "")
        .replacing("image: acme-logo.png\n", with: ""))
    let note = "private/notes/clients/2026-11-20-acme-roof.md"
    try await site.publish(note)
    let copy = "notes/clients/2026-11-20-a-retailer-roof.md"
    let published = try #require(site.read(copy))
    try site.write(published.replacing("has a roof", with: "has a new roof"), to: copy)
    try site.write(try #require(site.read(note)) + "More.\n", to: note)
    let before = try site.files()
    #expect(
      try await site.report(note) == """
        private/notes/clients/2026-11-20-acme-roof.md: error: “notes/clients/2026-11-20-a-retailer-roof.md” has been changed since it was published, and would be overwritten [publish-changed]
          hint: bring the change into the original, then delete the copy and publish again
          notes/clients/2026-11-20-a-retailer-roof.md:7: note: - A retailer has a new roof. 
          notes/clients/2026-11-20-a-retailer-roof.md:7: note: - 
          notes/clients/2026-11-20-a-retailer-roof.md:7: note: - 
          notes/clients/2026-11-20-a-retailer-roof.md:7: note: - `A_RETAILER_KEY` is theirs.
          private/notes/clients/2026-11-20-acme-roof.md: note: + A retailer has a roof. 
          private/notes/clients/2026-11-20-acme-roof.md: note: + 
          private/notes/clients/2026-11-20-acme-roof.md: note: + 
          private/notes/clients/2026-11-20-acme-roof.md: note: + `A_RETAILER_KEY` is theirs.

        """)
    #expect(try site.files() == before)
  }

  @Test func `a file that stands in the way is never overwritten`() async throws {
    let site = try ReleaseSandbox(Self.plain)
    try site.write("Mine.", to: "notes/work/2026-11-20-cache.md")
    #expect(
      try await site.report("private/notes/work/2026-11-20-cache.md") == """
        private/notes/work/2026-11-20-cache.md: error: there is a “notes/work/2026-11-20-cache.md” already, and nothing was changed [publish-taken]
          hint: rename one of the two

        """)
    try site.remove("notes/work/2026-11-20-cache.md")
    try site.write("mine", to: "notes/work/it.svg")
    #expect(
      try await site.report("private/notes/work/2026-11-20-cache.md").contains(
        "private/notes/work/it.svg: error: there is a “notes/work/it.svg” already"))
  }

  @Test func `a name that cannot be replaced refuses it, at its place in the note`() async throws {
    let site = try ReleaseSandbox(
      """
      -- outloud.yml --
      url: https://a.example/
      -- private/stand-ins.yml --
      Acme: a retailer
      -- private/notes/2026-11-20-a.md --
      :::private
      Ac**me**
      :::

      Acme, Ac**me**, Acmeland
      and Ac<b>me</b>.
      -- private/notes/acmeland.md --
      x
      """)
    #expect(
      try await site.report("private/notes/2026-11-20-a.md").replacing("\u{20}", with: " ") == """
        private/notes/2026-11-20-a.md:5:7: error: a name is divided here by other signs, so nothing can stand for it [redaction-obstacle]
            5 | Acme, Ac**me**, Acmeland
              |       ^~~~~~ write it in one piece
        private/notes/2026-11-20-a.md:5:17: error: a longer word begins with a name here [redaction-obstacle]
            5 | Acme, Ac**me**, Acmeland
              |                 ^~~~ write it in another way, or add the whole word to private/stand-ins.yml: “also: […]”
        private/notes/2026-11-20-a.md:6:5: error: a name is hidden here by tags or escapes, and readers would see it all the same [redaction-obstacle]
            6 | and Ac<b>me</b>.
              |     ^~~~~~~ write it plainly

        """)
    #expect(
      try await site.report("private/notes/acmeland.md") == """
        private/notes/acmeland.md: error: a name in the file’s path cannot be replaced [redaction-obstacle]
          hint: rename the file

        """)
  }

  @Test func `what stops a build stops it, and says nothing of the rest of the site`() async throws
  {
    let site = try ReleaseSandbox(
      """
      -- outloud.yml --
      url: https://a.example/
      -- notes/2026-01-01-roof.md --
      [dead](nowhere.md)
      -- private/notes/2026-11-20-roof.md --
      ---
      people: [{name: Sam Smith}]
      ---
      With Sam Smith. [dead](gone.md)
      """)
    let report = try await site.report("private/notes/2026-11-20-roof.md")
    #expect(report.contains("another file wants the address “/roof/” too [address-twice]"))
    #expect(report.contains("someone is named here who has not agreed to it [person-named]"))
    #expect(
      report.contains(
        "warning: its front matter names someone who has not agreed, for all who can read the repository [person-named]"
      ))
    #expect(report.contains("2026-11-20-roof.md:6:24: warning: the link leads to nothing"))
    #expect(!report.contains("2026-01-01-roof.md:1"))
  }

  @Test func `what is not to be seen yet is not published`() async throws {
    let site = try ReleaseSandbox(
      """
      -- outloud.yml --
      url: https://a.example/
      repository: public
      -- private/notes/2026-11-20-a.md --
      ---
      embargo: 2027-01-01
      ---
      x
      -- private/notes/2026-12-01-b.md --
      x
      -- notes/2026-11-20-c.md --
      ---
      needs: [rest]
      visibility: private
      ---
      x
      -- notes/2026-11-20-d.md --
      x
      """)
    #expect(
      try await site.report("private/notes/2026-11-20-a.md") == """
        private/notes/2026-11-20-a.md: error: its “embargo” is 2027-01-01, and nothing is published before [publish-held]
          hint: wait, or change “embargo”

        """)
    #expect(
      try await site.report("private/notes/2026-12-01-b.md").contains("its “date” is 2026-12-01"))
    #expect(
      try await site.report("notes/2026-11-20-c.md") == """
        notes/2026-11-20-c.md: error: something in this note is not to be published, so it may not stand here [publish-not-here]
          hint: move it to private/notes/, and publish it from there

        """)
    #expect(
      try await site.report("notes/2026-11-20-d.md", for: .coach) == """
        notes/2026-11-20-d.md: error: a note for your coach lies in private/notes/, and this one does not [publish-not-here]
          hint: take it back first: outloud retract “notes/2026-11-20-d.md”

        """)
    #expect(
      try await site.report("notes/2026-11-20-d.md", for: .unlisted).contains(
        "error: the repository is public, and everyone could read this note and its address there [publish-held]"
      ))
  }

  @Test func `for a coach a note stays where it is, with its names`() async throws {
    let site = try ReleaseSandbox(
      """
      -- outloud.yml --
      url: https://a.example/
      -- private/stand-ins.yml --
      Acme: a retailer
      -- private/notes/2026-11-20-acme.md --
      A hard week at Acme.
      """)
    let release = try await site.publish("private/notes/2026-11-20-acme.md", for: .coach)
    #expect(release.source == release.target)
    #expect(
      site.read("private/notes/2026-11-20-acme.md")
        == "---\nid: n-7kq2vx9r4mzt8wbc3hdy\nvisibility: coach\n---\nA hard week at Acme.")
    #expect(try await site.build(for: .coach)["acme/index.html"].contains("A hard week at Acme."))
    #expect(try await site.build().files.values.allSatisfy { !$0.contains("hard week") })
  }

  @Test func `an unlisted note stands at an address that nobody can guess`() async throws {
    let site = try ReleaseSandbox(
      "-- outloud.yml --\nurl: https://a.example/\n-- private/notes/2026-11-25-a.md --\nPsst.")
    let release = try await site.publish("private/notes/2026-11-25-a.md", for: .unlisted)
    #expect(release.address == "https://a.example/u/n-7kq2vx9r4mzt8wbc3hdy/")
    #expect(
      site.read("notes/2026-11-25-a.md")
        == "---\nid: n-7kq2vx9r4mzt8wbc3hdy\nvisibility: unlisted\n---\nPsst.")
    // And later, for everyone.
    let later = try await site.publish("notes/2026-11-25-a.md")
    #expect(later.address == "https://a.example/a/")
    #expect(site.read("notes/2026-11-25-a.md")?.contains("visibility: public") == true)
  }

  @Test func `an original stands in for its copy where both may be seen`() async throws {
    let site = try ReleaseSandbox(
      Self.secret.replacing("![Their logo](acme-logo.png)", with: "")
        .replacing("image: acme-logo.png\n", with: ""))
    try await site.publish("The Acme roof")
    let mine = try await site.build(for: .me)
    #expect(mine.report == "")
    let page = mine["clients/a-retailer-roof/index.html"]
    #expect(page.contains("Acme has a roof.") && page.contains("They pay late."))
    #expect(mine["old/index.html"].count(of: "href=\"/clients/a-retailer-roof/\"") > 1)
    #expect(mine["clients/acme-roof/index.html"] == "")
    let coach = try await site.build(for: .coach)
    #expect(coach.report == "")
    #expect(coach["clients/a-retailer-roof/index.html"].contains("A retailer has a roof."))
    #expect(coach.files.values.allSatisfy { !$0.contains("Acme") })
  }

  @Test func `what could be published is listed with what is in the way`() async throws {
    let site = try ReleaseSandbox(
      Self.secret + """

        -- private/notes/2026-11-21-b.md --
        ---
        visibility: coach
        ---
        # B
        two words
        -- private/notes/2026-12-24-c.md --
        later
        -- private/notes/2026-11-01-d.md --
        Acmeland
        """)
    try site.write(Self.commented, to: "private/notes/clients/acme-logo.png")
    let list = try await site.candidates()
    #expect(
      list == """
        private/notes/2026-12-24-c.md: “C”, 2026-12-24, 0 words
          in the way: its “date” is 2026-12-24, and nothing is published before
        private/notes/2026-11-21-b.md: “B”, 2026-11-21, 4 words
          your coach sees it
        private/notes/clients/2026-11-20-acme-roof.md: “The Acme roof”, 2026-11-20, 10 words
        private/notes/2026-11-01-d.md: “D”, 2026-11-01, 1 word
          in the way: line 1: a longer word begins with a name here
        """)
    try await site.publish("The Acme roof")
    #expect(try await !site.candidates().contains("The Acme roof"))
    let note = "private/notes/clients/2026-11-20-acme-roof.md"
    try site.write(try #require(site.read(note)) + "More.\n", to: note)
    #expect(
      try await site.candidates().contains(
        "\n  differs from notes/clients/2026-11-20-a-retailer-roof.md\n"))
  }
}
