import Leaks
import Problems
import Testing

/// What should not be published stops the build, at its place, without being shown again.
struct LeakTests {
  private static let token = "ghp_" + "9fK2mQ7xTz4LwB8nRc6VdH3sYpJ5gE1aUoXi"

  private func site(_ text: String, confidential: String = "") -> TestSite {
    var site = TestSite("-- outloud.yml --\nurl: https://a.example/\n" + text)
    site.options.confidential = ConfidentialWords(list: Array(confidential.utf8))
    return site
  }

  @Test func `each kind of leak has its words, and the line shows it blotted out`() async throws {
    let result = try await site(
      """
      author: {name: Ada, email: ada@lovelace.org}
      -- notes/2026-01-01-a.md --
      ---
      title: For Acme
      ---
      Write to ada@lovelace.org, not to bob@lovelace.org or +46 70 123 45 67.

          token = \(Self.token)
          id = AKIA\("Q3EGRZ7WLM2XJ4TB")
      """, confidential: "acme"
    ).build()
    #expect(result.files.isEmpty)
    #expect(
      ProblemReport(result.problems, showsLeaks: true).text == """
        notes/2026-01-01-a.md:2:12: error: a word of the confidential list stands here [leak-confidential]
            2 | title: For ****
              |            ^~~~ take it out, or accept it on its line: <!-- outloud: accept WHY -->
        notes/2026-01-01-a.md:4:35: warning: an e-mail address stands here that the site’s author does not show [leak-mail]
            4 | Write to ada@lovelace.org, not to **************** or ****************.
              |                                   ^~~~~~~~~~~~~~~~ take it out, or accept it on its line: <!-- outloud: accept WHY -->
        notes/2026-01-01-a.md:4:55: warning: this looks like a phone number [leak-phone]
            4 | Write to ada@lovelace.org, not to **************** or ****************.
              |                                                       ^~~~~~~~~~~~~~~~ take it out, or accept it on its line: <!-- outloud: accept WHY -->
        notes/2026-01-01-a.md:6:13: error: this looks like a GitHub token, and everyone could read it [leak-secret]
            6 |     token = ****************************************
              |             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ take it out and have a new one made; if it is none, accept it: <!-- outloud: accept WHY -->
        notes/2026-01-01-a.md:7:10: warning: this looks like an AWS access key id, which is half of a key [leak-key-name]
            7 |     id = ********************
              |          ^~~~~~~~~~~~~~~~~~~~ take it out, or accept it on its line: <!-- outloud: accept WHY -->

        """)
  }

  @Test func `where others may read the report, the line stays out of it`() async throws {
    let result = try await site("-- notes/2026-01-01-a.md --\nMy key: \(Self.token)").build()
    #expect(
      result.report == """
        notes/2026-01-01-a.md:1:9: error: this looks like a GitHub token, and everyone could read it [leak-secret]
          hint: take it out and have a new one made; if it is none, accept it: <!-- outloud: accept WHY -->

        """)
  }

  @Test func `a leak with a reason on its line is published`() async throws {
    let result = try await site(
      """
      -- notes/2026-01-01-a.md --
      Made up: \(Self.token) <!-- outloud: accept it was never valid -->
      """
    ).build()
    #expect(result.report == "")
    #expect(result["a/index.html"].contains(Self.token))
    #expect(!result["a/index.html"].contains("outloud: accept"))
    let unexplained = try await site(
      "-- notes/2026-01-01-a.md --\nMade up: \(Self.token) <!-- outloud: accept -->"
    ).build()
    #expect(unexplained.report.contains("hint: say why, behind “outloud: accept”"))
  }

  @Test func `what is held back leaks nothing`() async throws {
    let result = try await site(
      """
      -- notes/2026-01-01-a.md --
      Seen.
      -- notes/2026-01-01-acme.md --
      ---
      visibility: private
      ---
      Acme \(Self.token)
      """, confidential: "acme"
    ).build()
    #expect(result.report == "")
  }

  @Test func `files that are copied and the configuration are looked at too`() async throws {
    let result = try await site(
      """
      description: Work for Acme
      -- notes/2026-01-01-a.md --
      [One](one.txt), [two](two.txt)
      -- notes/one.txt --
      \(Self.token)
      -- notes/two.txt --
      Acme
      -- notes/not-linked.txt --
      Acme
      -- static/acme.txt --
      nothing
      -- pages/about.md --
      # Acme
      """, confidential: "acme"
    ).build()
    #expect(
      result.problems.map { "\($0.file ?? "") \($0.place?.line ?? 0) \($0.code.rawValue)" } == [
        "notes/one.txt 1 leak-secret", "notes/two.txt 1 leak-confidential",
        "outloud.yml 2 leak-confidential", "pages/about.md 1 leak-confidential",
        "static/****.txt 0 leak-confidential",
      ])
  }

  @Test func `a path with a confidential word is told without it`() async throws {
    let result = try await site(
      "-- notes/2026-01-01-the-Acme-roof.md --\nx", confidential: "acme"
    ).build()
    #expect(
      result.report == """
        notes/2026-01-01-the-****-roof.md: error: a word of the confidential list stands in the file’s path, which becomes an address [leak-confidential]
          hint: rename the file, or give its note a “slug”

        """)
  }
}
