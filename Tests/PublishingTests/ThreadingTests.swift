import Testing
import Themes

/// What leads from one note to another, and what stands at the top of the home page.
struct ThreadingTests {
  private static let configuration = "-- outloud.yml --\nurl: https://a.example/\n"

  private static let tied =
    configuration + """
      -- notes/2026-01-05-stuck.md --
      ---
      id: n-1
      project: P
      status: stuck
      ---
      # The clock is wrong

      x
      -- notes/2026-02-06-solved.md --
      ---
      id: n-2
      project: P
      status: learned
      closes: [n-1, n-1, n-2, n-9, n-secret]
      ---
      # There are two clocks

      x
      -- notes/2026-02-07-secret.md --
      ---
      id: n-secret
      visibility: private
      closes: n-1
      ---
      # A secret

      x
      """

  @Test func `what was stuck and what solved it lead to each other`() async throws {
    let result = try await TestSite(Self.tied).build()
    let solved = "Solved by <a href=\"/solved/\">There are two clocks</a>"
    let solves = "Solves <a href=\"/stuck/\">The clock is wrong</a>"
    for (page, tie) in [
      ("index.html", solved), ("index.html", solves), ("projects/p/index.html", solved),
      ("projects/p/index.html", solves), ("stuck/index.html", solved),
      ("solved/index.html", solves),
    ] {
      #expect(result[page].count(of: tie) == 1, "\(page): \(tie)")
    }
    #expect(result["stuck/index.html"].contains("<time datetime=\"2026-02-06\">6 February 2026"))
    #expect(result["solved/index.html"].count(of: "class=\"tie\"") == 1)
    #expect(result.files.allSatisfy { !$0.value.contains("secret") })
  }

  /// The entries of a page, by the title of each and what it has of a line.
  private func lines(_ page: String) -> [String] {
    page.split(separator: "<li class=\"entry").dropFirst().map { entry in
      let title = entry.firstMatch(of: /<a class="u-url" href="[^"]*">([^<]*)</)?.1 ?? ""
      let part = entry.prefix { $0 != ">" }.firstMatch(of: /data-tie="([a-z]*)"/)?.1 ?? "-"
      return "\(title) \(part)"
    }
  }

  private static func note(_ day: Int, _ title: String, _ matter: String = "") -> String {
    let date = "2026-01-\(day < 10 ? "0" : "")\(day)"
    return "\n-- notes/\(date)-\(title).md --\n---\nid: \(title)\n\(matter)\n---\n# \(title)\n"
  }

  @Test func `a line runs from what was stuck to what solved it, past what lies between`()
    async throws
  {
    let result = try await TestSite(
      Self.configuration + Self.note(1, "before") + Self.note(2, "stuck", "project: P")
        + Self.note(3, "between", "project: P") + Self.note(4, "other")
        + Self.note(5, "solved", "project: P\ncloses: stuck") + Self.note(6, "after")
    ).build()
    let down = ["after -", "solved begins", "other passes", "between passes", "stuck ends"]
    #expect(lines(result["index.html"]) == down + ["before -"])
    // From the oldest to the newest.
    let project = ["stuck begins", "between passes", "solved ends"]
    #expect(lines(result["projects/p/index.html"]) == project)
  }

  @Test func `no line runs off the page, and none meets another`() async throws {
    let ties =
      Self.note(1, "a") + Self.note(2, "b") + Self.note(3, "c", "closes: b")
      + Self.note(4, "d", "closes: a") + Self.note(5, "e") + Self.note(6, "f", "closes: e")
    let result = try await TestSite(Self.configuration + ties).build()
    // That of a and d would meet that of b and c.
    #expect(
      lines(result["index.html"])
        == ["f begins", "e ends", "d -", "c begins", "b ends", "a -"])
    let pages = try await TestSite(Self.configuration + "page_size: 5\n" + ties).build()
    #expect(lines(pages["index.html"]) == ["f begins", "e ends", "d -", "c begins", "b ends"])
    #expect(lines(pages["page/2/index.html"]) == ["a -"])
    let short = try await TestSite(Self.configuration + "page_size: 1\n" + ties).build()
    #expect(short.files.values.allSatisfy { !$0.contains("data-tie=\"") })
  }

  @Test func `a log is where its newest update is`() async throws {
    let result = try await TestSite(
      Self.configuration + Self.note(1, "stuck")
        + "\n-- notes/log.md --\n---\nid: log\ncloses: stuck\n---\n# Log\n\n## 2026-01-02: one\n\nx\n\n## 2026-01-03: two\n\nx\n"
    ).build()
    #expect(lines(result["index.html"]) == ["two begins", "one passes", "stuck ends"])
  }

  @Test func `projects stand by their newest entries`() async throws {
    let result = try await TestSite(
      Self.configuration + Self.note(1, "a", "project: Atlas") + Self.note(3, "b", "project: Zoo")
        + Self.note(2, "c", "project: Boat")
        + "\n-- notes/u.md --\n---\nproject: Undated\n---\nx\n"
    ).build()
    let names = result["projects/index.html"].matches(of: /<h2><a [^>]*>([^<]*)</).map { $0.1 }
    #expect(names == ["Zoo", "Boat", "Atlas", "Undated"])
  }

  @Test(arguments: BuiltInTheme.names)
  func `the navigation knows the page that it stands on`(theme: String) async throws {
    let result = try await TestSite(
      Self.configuration + "theme: \(theme)\n" + Self.note(1, "a", "project: P\ntags: [t]")
        + "\n-- pages/about.md --\nx\n"
    ).build()
    for page in ["projects", "topics", "search", "subscribe", "about"] {
      let current = result["\(page)/index.html"].matches(
        of: /href="([^"]*)" aria-current="page"/
      ).map { $0.1 }
      #expect(current == ["/\(page)/"], "\(theme): \(page)")
    }
  }

  @Test func `a question is answered, not solved`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/2026-01-05-ask.md --
        ---
        id: n-1
        asks: Who knows?
        ---
        x
        -- notes/2026-01-06-answer.md --
        ---
        closes: n-1
        ---
        # I know

        x
        """
    ).build()
    #expect(result["ask/index.html"].contains("Answered by <a href=\"/answer/\">I know</a>"))
    #expect(result["answer/index.html"].contains("Answers <a href=\"/ask/\">"))
  }

  private static let present =
    configuration + """
      -- pages/now.md --
      ---
      title: Now
      updated: 2026-08-25
      ---
      I mend clocks.
      -- notes/2026-08-25-stuck.md --
      ---
      id: n-1
      status: stuck
      stuck_on: The third wheel.
      ---
      # It stands still

      x
      """

  @Test(arguments: [("2026-08-26", true), ("2026-11-23", true), ("2026-11-24", false)])
  func `what is so now leaves the top after ninety days`(now: String, isShown: Bool) async throws {
    var site = TestSite(Self.present)
    site.now = now
    let home = try await site.build()["index.html"]
    #expect(home.contains("I mend clocks.") == isShown)
    #expect(home.contains("The third wheel.") == isShown)
    #expect(
      home.count(of: "<time datetime=\"2026-08-25\">25 August 2026</time>") == (isShown ? 2 : 0))
  }

  @Test(arguments: [
    ("closes: n-1", "doing", false), ("project: P", "shipped", false),
    ("project: P", "dropped", false), ("project: P", "doing", true),
    ("project: Q", "shipped", true),
  ])
  func `what was solved, shipped or dropped is stuck no more`(
    key: String, status: String, isStuck: Bool
  ) async throws {
    let home = try await TestSite(
      Self.configuration + """
        -- notes/2026-10-25-stuck.md --
        ---
        id: n-1
        project: P
        status: stuck
        stuck_on: The third wheel.
        ---
        x
        -- notes/2026-10-26-later.md --
        ---
        \(key)
        status: \(status)
        ---
        x
        """
    ).build()["index.html"]
    #expect(home.contains("The third wheel.") == isStuck)
  }

  @Test func `a note knows the one before and after it, in its project and in time`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/2026-01-01-a.md --
        ---
        project: P
        ---
        x
        -- notes/2026-01-02-b.md --
        x
        -- notes/log.md --
        ---
        project: P
        ---
        # Log

        ## 2026-01-03

        x

        ## 2026-01-05

        x
        -- notes/2026-01-04-between.md --
        x
        -- notes/2026-01-06-c.md --
        ---
        project: P
        ---
        x
        """
    ).build()
    func links(_ page: String) -> [String] {
      result[page].matches(of: /rel="(prev|next)" href="([^"]*)"/)
        .map { "\($0.output.1) \($0.output.2)" }
    }
    #expect(links("a/index.html") == ["next /log/#2026-01-03", "next /b/"])
    #expect(links("log/index.html") == ["prev /a/", "next /c/", "prev /b/", "next /c/"])
    #expect(links("b/index.html") == ["prev /a/", "next /log/#2026-01-03"])
  }

  @Test func `a project tells its course, each change of status once`() async throws {
    let result = try await TestSite(
      Self.configuration
        + ["idea", "doing", "doing", "stuck", "shipped"].enumerated().map { index, status in
          "-- notes/2026-01-0\(index + 1)-n\(index).md --\n---\nproject: P\nstatus: \(status)\n---\nx\n"
        }.joined()
    ).build()
    let page = result["projects/p/index.html"]
    let course = page.matches(of: /<li data-status="(\w+)"><span class="status">/).map(\.output.1)
    #expect(course == ["idea", "doing", "stuck", "shipped"])
  }

  @Test func `a timeline shows the picture of a note, small and with its size`() async throws {
    let home = try await TestSite(
      Self.configuration + """
        -- notes/2026-01-01-first.md --
        # First

        ![A "wide" plan](plan.svg) ![Other](other.svg)
        -- notes/2026-01-02-own.md --
        ---
        image: other.svg
        ---
        # Own

        ![A plan](plan.svg)
        -- notes/2026-01-03-badge.md --
        # Badge

        ![built](badge.svg)
        -- notes/plan.svg --
        <svg width="800" height="400"></svg>
        -- notes/other.svg --
        <svg width="300" height="600"></svg>
        -- notes/badge.svg --
        <svg width="90" height="20"></svg>
        """
    ).build()["index.html"]
    #expect(
      home.matches(of: /<img [^>]*>/).map { String($0.output) } == [
        "<img class=\"u-featured\" src=\"/other.svg\" alt=\"\" width=\"63\" height=\"126\" loading=\"lazy\" decoding=\"async\">",
        "<img class=\"u-featured\" src=\"/plan.svg\" alt=\"A “wide” plan\" width=\"168\" height=\"84\" loading=\"lazy\" decoding=\"async\">",
      ])
  }

  @Test func `the rhythm is shown where the site asks for it, up to the newest entry`() async throws
  {
    let notes = """
      -- notes/2026-11-20-a.md --
      x
      -- notes/2026-11-19-b.md --
      x
      -- notes/2025-11-22-c.md --
      x
      -- notes/2025-11-21-too-old.md --
      x
      -- notes/month.md --
      ---
      date: 2026-11
      ---
      x
      """
    let without = try await TestSite(Self.configuration + notes).build()
    #expect(!without["index.html"].contains("<svg"))
    let with = try await TestSite(Self.configuration + "show: [rhythm]\n" + notes).build()
    #expect(with["index.html"].contains("<path d=\"M0.5 8v-2M51.5 8v-3\"/>"))
    #expect(with["index.html"].contains("<svg role=\"img\" aria-label=\"The last 52 weeks"))
    #expect(with["index.html"].contains(">November 2025</time> <time datetime=\"2026-11\">"))
  }
}
