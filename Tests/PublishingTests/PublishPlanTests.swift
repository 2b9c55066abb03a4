import Files
import Notes
import Problems
import Testing

@testable import Publishing

/// What a build would change, told before it is done.
struct PublishPlanTests {
  private static let text = """
    -- outloud.yml --
    url: https://a.example/sub/
    -- notes/2026-01-01-same.md --
    same
    -- notes/2026-01-02-other.md --
    other
    -- notes/2026-01-03-held.md --
    ---
    draft: true
    ---
    secret
    -- notes/hidden.md --
    ---
    id: n-7kq2vx9r4mzt8wbc3hdy
    date: 2026-01-04
    visibility: unlisted
    ---
    Not told.
    """

  private func plan(
    _ text: String, over standing: (Sandbox) throws -> Standing, naming: Bool = true
  ) async throws -> (words: String, problems: String) {
    let publication = try await TestSite(text).publication()
    let sandbox = try Sandbox()
    let plan = try PublishPlan.whole(publication, over: try standing(sandbox))
    return (
      PlanReport(plan, naming: naming) { $0 }.text,
      ProblemReport(plan.vanishedProblems(naming: naming)).text
    )
  }

  private func built(_ text: String, in sandbox: Sandbox) async throws {
    _ = try OutputFolder(sandbox.output).write(try await TestSite(text).publication().files)
  }

  @Test func `before the first build everything is new`() async throws {
    let plan = try await plan(Self.text) { _ in .nothing }
    #expect(
      plan.words.hasPrefix(
        """
        Published for the first time: 3 notes.
          notes/2026-01-01-same.md: /sub/same/
          notes/2026-01-02-other.md: /sub/other/
          notes/hidden.md: unlisted
        New or changed beside them:
        """), "\(plan.words)")
    #expect(
      plan.words.hasSuffix(
        """
        Held back: 1 note (1 draft).
          notes/2026-01-03-held.md: draft
        """), "\(plan.words)")
    #expect(plan.problems == "")
  }

  @Test func `off a terminal nothing that is held back or unlisted is named`() async throws {
    let plan = try await plan(Self.text, over: { _ in .nothing }, naming: false)
    #expect(plan.words.contains("\n  and 1 unlisted note\n"))
    #expect(plan.words.hasSuffix("Held back: 1 note (1 draft)."))
    #expect(!plan.words.contains("hidden") && !plan.words.contains("held.md"))
  }

  @Test func `what stands already is compared byte by byte`() async throws {
    let sandbox = try Sandbox()
    try await built(Self.text, in: sandbox)
    let same = try await plan(Self.text) { _ in try OutputFolder(sandbox.output).standing() }
    #expect(same.words.hasPrefix("Nothing would change.\nHeld back: 1 note"))
    let changed = Self.text.replacing("\nother\n", with: "\nother words\n")
    let plan = try await plan(changed) { _ in try OutputFolder(sandbox.output).standing() }
    #expect(
      plan.words.hasPrefix(
        "Changed: 1 note.\n  notes/2026-01-02-other.md: /sub/other/\nNew or changed beside them: "),
      "\(plan.words)")
    let copy = try await self.plan(Self.text) { _ in try Standing(folder: sandbox.output) }
    #expect(copy.words == same.words)
  }

  @Test func `an address that vanishes is reported, and with its note where that is known`()
    async throws
  {
    let sandbox = try Sandbox()
    try await built(Self.text, in: sandbox)
    let now = Self.text
      .replacing("2026-01-01-same.md", with: "2026-01-01-renamed.md")
      .replacing("\nother\n", with: "\n---\nvisibility: private\n---\nother\n")
      .replacing("visibility: unlisted", with: "visibility: private")
    let plan = try await plan(now) { _ in try OutputFolder(sandbox.output).standing() }
    let hint =
      "give the note that took its place an alias, take it down with outloud retract, or go on with --allow-removed"
    #expect(
      plan.problems == """
        warning: the address “/sub/other/” was published, and nothing stands there any more [address-vanished]
          hint: \(hint)
          notes/2026-01-02-other.md: note: the note that belongs there is held back
        warning: the address “/sub/same/” was published, and nothing stands there any more [address-vanished]
          hint: \(hint)

        """)
    #expect(
      plan.words.contains(
        """
        Disappears: 2 pages.
          /sub/other/ (notes/2026-01-02-other.md is held back: private)
          /sub/same/

        """), "\(plan.words)")
    #expect(!plan.problems.contains("7kq2vx"))
  }

  @Test func `an alias and the list of what is gone stand in for an address`() async throws {
    let sandbox = try Sandbox()
    try await built(Self.text, in: sandbox)
    let now = Self.text
      .replacing(
        "2026-01-01-same.md --\n", with: "2026-01-01-renamed.md --\n---\naliases: [/same/]\n---\n"
      )
      .replacing("2026-01-02-other.md", with: "2026-01-02-more.md")
    let plan = try await plan(now + "\n-- gone.yml --\n- address: /other/\n  date: 2026-11-25\n") {
      _ in try OutputFolder(sandbox.output).standing()
    }
    #expect(plan.problems == "")
  }

  @Test func `lists that shrink and empty are no addresses that vanish`() async throws {
    let sandbox = try Sandbox()
    try await built(
      """
      -- outloud.yml --
      page_size: 1
      -- notes/2026-01-01-a.md --
      ---
      project: P
      tags: [t]
      ---
      x
      -- notes/2025-01-02-b.md --
      x
      -- notes/c.md --
      undated
      """, in: sandbox)
    let plan = try await plan("-- notes/2026-01-01-a.md --\nx") { _ in
      try OutputFolder(sandbox.output).standing()
    }
    #expect(plan.problems.count(of: "[address-vanished]") == 2)
    #expect(plan.problems.contains("“/b/”") && plan.problems.contains("“/c/”"))
  }

  @Test func `a sitemap tells pages and their dates, and nothing of another site`() async throws {
    let sitemap = """
      <?xml version="1.0" encoding="utf-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <url>
      <loc>https://a.example/sub/same/</loc>
      <lastmod>2025-01-01</lastmod>
      </url>
      <url><loc>https://a.example/sub/caf%C3%A9&amp;co/</loc></url>
      <url><loc>https://b.example/sub/x/</loc></url>
      <url><loc>https://a.example/elsewhere/</loc></url>
      <url><loc>
      </urlset>
      """
    let reading = try #require(
      SitemapReading(Array(sitemap.utf8), below: ["https://a.example/sub/"]))
    #expect(Set(reading.pages.keys.map(\.path)) == ["same/", "café&co/"])
    let plan = try await plan(Self.text) { _ in Standing(pages: reading.pages) }
    #expect(
      plan.words.hasPrefix(
        """
        Published for the first time: 1 note.
          notes/2026-01-02-other.md: /sub/other/
        Changed: 1 note.
          notes/2026-01-01-same.md: /sub/same/
        Disappears: 1 page.
          /sub/caf%C3%A9&co/
        Held back: 1 note (1 draft).
        """), "\(plan.words)")
    let part = "<sitemap><loc>https://a.example/sub/1.xml</loc></sitemap>"
    let index = try #require(
      SitemapReading(
        Array("<sitemapindex>\(part)</sitemapindex>".utf8), below: ["https://a.example/sub/"]))
    #expect(index.isIndex && index.parts == ["https://a.example/sub/1.xml"] && index.pages.isEmpty)
  }

  @Test(arguments: [
    ("/nowhere/at/all", "there is no such folder"),
    ("file:///etc/", "it is no address of a site"),
  ])
  func `what cannot be compared with is said`(_ place: String, _ reason: String) async throws {
    let publication = try await TestSite(Self.text).publication()
    let failure = await #expect(throws: OutputFailure.self) {
      try await Standing(against: place, of: publication.portfolio)
    }
    #expect(
      ProblemReport(failure?.problems ?? []).text == """
        error: there is nothing to compare with at “\(place)”: \(reason) [against-unreadable]
          hint: --against wants the address of the published site, which has a sitemap.xml, or a folder

        """)
  }
}
