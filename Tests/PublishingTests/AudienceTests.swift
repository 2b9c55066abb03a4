import Files
import Notes
import Problems
import Testing

@testable import Publishing

/// Who sees what, and what is said of other people.
struct AudienceTests {
  private static let id = "n-7kq2vx9r4mzt8wbc3hdy"

  private static let site = TestSite(
    """
    -- outloud.yml --
    url: https://a.example/
    audiences:
      internal: {url: https://intranet.example/ada/}
    -- notes/2026-01-01-open.md --
    Open. [Link](hidden.md) and [[Hidden]] ![A map](map.svg)
    -- notes/hidden.md --
    ---
    id: \(id)
    title: Hidden
    date: 2026-01-02
    visibility: unlisted
    project: Quibble
    tags: [quibble]
    aliases: [quibble-alias]
    ---
    Hidden words, see [open](2026-01-01-open.md). ![A plan](plan.svg)
    -- notes/plan.svg --
    <svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>
    -- notes/map.svg --
    <svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"/>
    -- notes/work.md --
    ---
    date: 2026-01-03
    visibility: internal
    ---
    Inside words.
    -- notes/coach.md --
    ---
    date: 2026-01-04
    visibility: coach
    people: [Sam Okafor]
    ---
    For my coach, about Sam Okafor.
    -- private/notes/diary.md --
    ---
    date: 2026-01-05
    visibility: public
    ---
    Dear diary.
    -- private/notes/question.md --
    ---
    date: 2026-01-06
    visibility: coach
    embargo: 2026-12-24
    ---
    A question.
    """)

  private func build(for audience: Audience) async throws -> TestSite.Result {
    var site = Self.site
    site.audience = audience
    site.options.includesPrivate = audience.isClose
    return try await site.build()
  }

  private func pages(_ result: TestSite.Result) -> [String] {
    result.files.keys.filter { path in
      path.hasSuffix("index.html")
        && !["years", "search", "subscribe", "people"].contains { path.hasPrefix($0) }
    }.sorted()
  }

  @Test func `an unlisted note has a page that nothing leads to`() async throws {
    let result = try await build(for: .public)
    #expect(pages(result) == ["index.html", "open/index.html", "u/\(Self.id)/index.html"])
    let page = result["u/\(Self.id)/index.html"]
    #expect(page.contains("Hidden words"))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(page.contains("src=\"/u/\(Self.id)/plan.svg\""))
    #expect(result.files["u/\(Self.id)/plan.svg"] != nil)
    #expect(result.files["plan.svg"] == nil && result.files["map.svg"] != nil)
    for (path, text) in result.files where !path.hasPrefix("u/") {
      #expect(!text.contains(Self.id) && !text.lowercased().contains("quibble"), "\(path)")
    }
    // Nor does what the build keeps about its own work tell the address.
    let sandbox = try Sandbox()
    try sandbox.write(result.files)
    for path in try sandbox.record() {
      let bytes = try Disk.read(sandbox.place(path))
      #expect(!String(decoding: bytes, as: UTF8.self).contains(Self.id), "\(path)")
    }
    #expect(result["open/index.html"].contains("Open. Link and Hidden"))
  }

  @Test func `a private folder is private whatever the name of what is in it begins with`()
    async throws
  {
    for audience in [Audience.public, .coach] {
      var site = TestSite(
        """
        -- outloud.yml --
        title: Open work
        -- open.md --
        ---
        date: 2026-01-01
        ---
        Open.
        -- private/\u{301}notes/diary.md --
        ---
        date: 2026-01-02
        ---
        Dear diary.
        """)
      site.audience = audience
      site.options.includesPrivate = audience.isClose
      let result = try await site.build()
      #expect(result["open/index.html"].contains("Open."))
      #expect(!result.files.values.contains { $0.contains("Dear diary") })
    }
  }

  @Test func `names that begin with an accent stay whole`() async throws {
    let result = try await TestSite(
      """
      -- outloud.yml --
      title: Open work
      url: https://a.example/
      -- notes/\u{301}a.md --
      ---
      date: 2026-01-01
      ---
      Open.
      -- static/\u{301}file.txt --
      A file.
      """
    ).build()
    #expect(result.report == "")
    #expect(result["\u{301}a/index.html"].contains("https://a.example/%CC%81a/"))
    #expect(result["\u{301}file.txt"] == "A file.")
  }

  @Test func `an audience of the site's own gets its notes, and no search engine does`()
    async throws
  {
    let result = try await build(for: .named("internal"))
    #expect(
      pages(result) == [
        "index.html", "open/index.html", "u/\(Self.id)/index.html", "work/index.html",
      ])
    for path in pages(result) {
      #expect(result[path].contains("<meta name=\"robots\" content=\"noindex\">"), "\(path)")
    }
    #expect(result["robots.txt"] == "User-agent: *\nDisallow: /\n")
    #expect(result.files["sitemap.xml"] == nil)
    #expect(result["feed.xml"].contains("https://intranet.example/ada/work/"))
    #expect(result["index.html"].contains("href=\"/ada/work/\""))
    let everyone = try await build(for: .public)
    #expect(!everyone.files.values.contains { $0.contains("Inside words") })
  }

  @Test func `a coach sees what was written for coaches, wherever it lies`() async throws {
    let result = try await build(for: .coach)
    #expect(
      pages(result).filter { !$0.hasPrefix("projects") && !$0.hasPrefix("topics") } == [
        "coach/index.html", "hidden/index.html", "index.html", "open/index.html",
        "quibble-alias/index.html",
      ])
    #expect(result.report == "")
    #expect(result["coach/index.html"].contains("Sam Okafor"))
  }

  @Test func `the author sees everything, what lies in the private folder included`() async throws {
    let result = try await build(for: .me)
    #expect(
      pages(result).filter { !$0.hasPrefix("projects") && !$0.hasPrefix("topics") } == [
        "coach/index.html", "diary/index.html", "hidden/index.html", "index.html",
        "open/index.html", "question/index.html", "quibble-alias/index.html", "work/index.html",
      ])
  }

  @Test func `an unlisted note whose address could be guessed stops the build`() async throws {
    for (key, words) in [
      ("", "it has none"), ("id: my-note-of-the-year-2026\n", ""), ("id: short-1\n", "guessed"),
    ] {
      let result = try await TestSite(
        """
        -- outloud.yml --
        url: https://a.example/
        -- notes/2026-01-01-a.md --
        ---
        \(key)visibility: unlisted
        ---
        x
        """
      ).build()
      if !words.isEmpty { #expect(result.report.contains(words)) }
    }
    let result = try await TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      -- notes/2026-01-01-a.md --
      ---
      visibility: unlisted
      ---
      x
      """
    ).build()
    #expect(
      result.report == """
        notes/2026-01-01-a.md: error: an unlisted note stands at an address made of its id, and it has none [unlisted-id]
          hint: write “id:” with 20 random letters and digits or more

        """)
  }

  @Test func `names of audiences are checked`() async throws {
    let result = try await TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      audiences: [internal, coach, Two Words]
      -- notes/2026-01-01-a.md --
      ---
      visibility: internl
      ---
      x
      """
    ).build()
    #expect(
      result.report == """
        notes/2026-01-01-a.md:2:13: error: the visibility “internl” is none I know [visibility-unknown]
            2 | visibility: internl
              |             ^~~~~~~ did you mean “internal”?
        outloud.yml:2:23: error: an audience cannot be called “coach”: the word means something already [value-invalid]
            2 | audiences: [internal, coach, Two Words]
              |                       ^~~~~ give each a name of its own, in small letters, digits and hyphens
        outloud.yml:2:30: error: an audience cannot be called “Two Words” [value-invalid]
            2 | audiences: [internal, coach, Two Words]
              |                              ^~~~~~~~~ give each a name of its own, in small letters, digits and hyphens

        """)
  }
}

struct PeopleTests {
  private func report(_ people: String, _ note: String) async throws -> String {
    let result = try await TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      -- people.yml --
      \(people)
      -- notes/2026-01-01-a.md --
      \(note)
      """
    ).build()
    return ProblemReport(result.problems, showsLeaks: true).text
  }

  @Test func `whoever has not agreed is not named in a text either`() async throws {
    #expect(
      try await report("", "---\npeople: [Sam Okafor]\n---\nWith the help of Sam\nOkafor.") == """
        notes/2026-01-01-a.md:4:18: error: someone is named here who has not agreed to it [person-named]
            4 | With the help of Sam
              |                  ^~~ add the date of their consent to the note or to people.yml, write “a colleague”, or accept it on its line: <!-- outloud: accept WHY -->

        """)
    #expect(
      try await report("", "---\ntitle: For Sam\npeople: [Sam]\n---\nx") == """
        notes/2026-01-01-a.md: error: the title names someone who has not agreed to it [person-named]
          hint: add the date of their consent to the note or to people.yml, write “a colleague”, or accept it on its line: <!-- outloud: accept WHY -->

        """)
  }

  @Test(arguments: [
    "Sam Okafor: 2026-01-01", "- {name: sam okafor, consent: 2026-01-01}",
    "Sam Okafor: {url: https://sam.example/, consent: 2026-01-01}",
  ])
  func `one consent may stand for all notes`(people: String) async throws {
    #expect(try await report(people, "---\npeople: [Sam Okafor]\n---\nBy Sam Okafor.") == "")
    #expect(try await report(people, "By Sam Okafor.") == "")
  }

  @Test(arguments: ["Sam Okafor: 2027-01-01", "- Sam Okafor"])
  func `a person of the file who has not agreed yet is named in no note`(people: String)
    async throws
  {
    #expect(try await report(people, "By Sam Okafor.").contains("[person-named]"))
    #expect(
      try await report(people, "By Sam Okafor. <!-- outloud: accept they are on stage -->") == "")
  }

  @Test func `a consent in the note itself, and initials, are fine`() async throws {
    #expect(
      try await report(
        "", "---\npeople: [{name: Sam Okafor, consent: 2026-01-01}]\n---\nBy Sam Okafor.") == "")
    #expect(try await report("", "---\npeople: [Sam Okafor]\n---\nBy S., a colleague.") == "")
  }

  @Test func `the people's file is read as strictly as any`() async throws {
    #expect(
      try await report("- {nmae: Sam}\n- {name: Eve, consent: soon}", "x") == """
        people.yml:1:3: error: “people” wants a name for each [value-invalid]
            1 | - {nmae: Sam}
              |   ^~~~~~~~~~~
        people.yml:1:4: warning: the key “nmae” is none I know [key-unknown]
            1 | - {nmae: Sam}
              |    ^~~~ did you mean “name”?
        people.yml:2:24: error: “soon” is no date: it is written another way [date-invalid]
            2 | - {name: Eve, consent: soon}
              |                        ^~~~ write 2026, 2026-11, 2026-11-22 or 2026-11-22 14:05

        """)
  }
}
