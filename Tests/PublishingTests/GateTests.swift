import Notes
import Testing

/// What is not public reaches no byte of the output.
struct GateTests {
  private static let site = TestSite(
    """
    -- outloud.yml --
    url: https://a.example/
    title: Mine
    -- notes/2026-01-02-seen.md --
    ---
    tags: [shown]
    project: Open
    ---
    See [the secret](quibble-secret.md), [the draft](quibble-draft.md#x) and [nothing](gone.md).
    -- notes/quibble-secret.md --
    ---
    id: quibble-id
    date: 2026-01-03
    visibility: private
    tags: [quibble-topic]
    project: Quibble
    pin: true
    aliases: [quibble-alias]
    image: quibble.png
    ---
    quibble ![a quibble](quibble.png)
    -- notes/quibble.png --
    quibble
    -- notes/quibble-coach.md --
    ---
    date: 2026-01-03
    visibility: coach
    ---
    quibble
    -- notes/quibble-draft.md --
    ---
    date: 2026-01-03
    draft: true
    visibility: public
    ---
    quibble
    -- notes/quibble-embargo.md --
    ---
    date: 2026-01-03
    embargo: 2026-11-24
    ---
    quibble
    -- notes/2026-11-24-quibble-future.md --
    quibble
    -- notes/quibble-decision.md --
    ---
    date: 2026-01-03
    kind: decision
    ---
    quibble
    -- notes/quibble-undated.md --
    ---
    visibility: private
    nmae: quibble
    ---
    quibble
    -- pages/quibble-page.md --
    ---
    draft: true
    ---
    quibble
    """)

  private static let private_ = site.folder.files.keys.filter { $0.contains("quibble") }

  @Test func `each note that is held back has its reason`() async throws {
    let held = try await Self.site.build().held
    #expect(
      Dictionary(uniqueKeysWithValues: held.map { ($0.path, $0.reason) }) == [
        "notes/quibble-secret.md": .visibility(.private),
        "notes/quibble-coach.md": .visibility(.coach),
        "notes/quibble-draft.md": .draft,
        "notes/quibble-embargo.md": .embargo,
        "notes/2026-11-24-quibble-future.md": .future,
        "notes/quibble-decision.md": .kind(.decision),
        "notes/quibble-undated.md": .visibility(.private),
        "pages/quibble-page.md": .draft,
      ])
  }

  @Test func `no byte of the output, and no warning, tells of them`() async throws {
    let result = try await Self.site.build()
    for (path, text) in result.files {
      #expect(!path.lowercased().contains("quibble"), "\(path)")
      #expect(!text.lowercased().contains("quibble"), "\(path)")
    }
    #expect(!result.report.contains("notes/quibble"))
  }

  @Test func `deleting them changes nothing`() async throws {
    var without = Self.site
    for path in Self.private_ { without.folder.files[path] = nil }
    let (with, bare) = (try await Self.site.build(), try await without.build())
    #expect(with.files == bare.files)
    #expect(with.report == bare.report)
    #expect(!with.files.isEmpty)
  }

  @Test func `a link to one says what a link to nothing says`() async throws {
    let result = try await Self.site.build()
    #expect(
      result["seen/index.html"].contains("See the secret, the draft and nothing."))
    let messages = result.problems.filter { $0.code == .linkBroken }.map(\.message)
    #expect(messages.count == 3)
    #expect(Set(messages).count == 1)
  }

  @Test func `an embargo lifts at midnight in the site's zone`() async throws {
    var site = TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      timezone: America/New_York
      -- notes/2026-01-01-a.md --
      ---
      embargo: 2026-11-24
      ---
      x
      """)
    site.now = "2026-11-24T04:59:59Z"
    #expect(try await site.build().files["a/index.html"] == nil)
    site.now = "2026-11-24T05:00:00Z"
    #expect(try await site.build().files["a/index.html"] != nil)
  }

  @Test func `a decision is published by name`() async throws {
    let site = TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      -- notes/2026-01-01-a.md --
      ---
      kind: decision
      visibility: public
      ---
      x
      """)
    #expect(try await site.build().files["a/index.html"] != nil)
  }

  @Test func `an update that lies ahead is not shown`() async throws {
    let site = TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      -- notes/log.md --
      # The log

      Before.

      ## 2026-11-24: tomorrow

      quibble

      ### More of quibble

      ## 2026-11-22

      Yesterday.
      """)
    let result = try await site.build()
    #expect(result["log/index.html"].contains("Yesterday."))
    for (path, text) in result.files { #expect(!text.contains("quibble"), "\(path)") }
  }

  @Test func `what refers to an update that lies ahead gets nothing of it`() async throws {
    let site = TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      -- notes/2026-11-22.md --
      ## 2026-12-24: quibble

      quibble quibble

      [^1]: A quibble
      [later]: https://quibble.example/

      ## 2026-11-22

      Here[^1] and [there][later].
      """)
    let result = try await site.build()
    #expect(result["2026-11-22/index.html"].contains("Here[^1] and [there][later]."))
    for (path, text) in result.files { #expect(!text.contains("quibble"), "\(path)") }
    var later = site
    later.now = "2026-12-25"
    #expect(try await later.build()["2026-11-22/index.html"].contains("A quibble"))
  }

  @Test func `who has not agreed to be named is a colleague`() async throws {
    let result = try await TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      -- notes/2026-01-01-a.md --
      ---
      people:
        - {name: Ada, url: "https://ada.example/", consent: 2025-01-01}
        - {name: Quibble, url: "https://quibble.example/"}
        - {name: Quibble Later, consent: 2027-01-01}
        - Quibble Too
      ---
      x
      """
    ).build()
    let page = result["a/index.html"]
    #expect(page.contains("Ada"))
    for (path, text) in result.files { #expect(!text.lowercased().contains("quibble"), "\(path)") }
  }
}
