import Testing

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
        "<img class=\"u-featured\" src=\"/other.svg\" alt=\"\" width=\"63\" height=\"126\" loading=\"lazy\">",
        "<img class=\"u-featured\" src=\"/plan.svg\" alt=\"A “wide” plan\" width=\"168\" height=\"84\" loading=\"lazy\">",
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
