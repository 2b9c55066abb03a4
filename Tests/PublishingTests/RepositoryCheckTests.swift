import Dates
import Notes
import Problems
import Testing

@testable import Publishing

/// What a repository shows of what the site holds back.
struct RepositoryCheckTests {
  private static let text = """
    -- notes/open.md --
    x
    -- notes/held.md --
    ---
    visibility: private
    ---
    x
    -- private/notes/was-open.md --
    x
    """

  private func report(
    _ history: TestHistory, of text: String = text, past: Bool = false, naming: Bool = true
  ) async throws -> String {
    let site = TestSite(text)
    let reading = await SiteReader(site.folder, history: NoHistory(), options: site.options).read()
    let read = try #require(reading.site)
    let check = RepositoryCheck(of: read, in: site.folder, now: 1_800_000_000)
    let problems = await check.problems(in: history, includingPast: past, naming: naming)
    return ProblemReport(problems).text
  }

  private let history = TestHistory(
    trackedPaths: ["notes/open.md", "notes/held.md", "private/notes/was-open.md", "private/a.yml"],
    pastPaths: ["notes/held.md", "notes/open.md", "notes/was-open.md", "private/old.md"])

  @Test func `what is held back and tracked is named to its author`() async throws {
    #expect(
      try await report(history) == """
        notes/held.md: warning: the note is held back, and git tracks this file all the same [private-tracked]
          hint: git rm --cached keeps the file and takes it out of the next commit; outloud check --history looks at earlier ones
        private/a.yml: warning: the private folder is held back, and git tracks this file all the same [private-tracked]
          hint: git rm --cached keeps the file and takes it out of the next commit; outloud check --history looks at earlier ones
        private/notes/was-open.md: warning: the private folder is held back, and git tracks this file all the same [private-tracked]
          hint: git rm --cached keeps the file and takes it out of the next commit; outloud check --history looks at earlier ones

        """)
  }

  @Test func `where others may read it, it is counted, and an error in a public repository`()
    async throws
  {
    let site = "-- outloud.yml --\nrepository: public\n" + Self.text
    #expect(
      try await report(history, of: site, naming: false) == """
        error: git tracks 1 held-back note and 2 private files [private-tracked]
          hint: run this on a terminal to see which

        """)
  }

  @Test func `earlier commits are looked at when asked`() async throws {
    var history = self.history
    history.trackedPaths = ["notes/open.md"]
    #expect(
      try await report(history, past: true) == """
        notes/held.md: warning: the note is held back, and an earlier commit holds this file all the same [private-in-history]
          hint: whoever has the repository can read it there; git filter-repo can take it out
        notes/was-open.md: warning: the note is held back, and an earlier commit holds this file all the same [private-in-history]
          hint: whoever has the repository can read it there; git filter-repo can take it out
        private/old.md: warning: the private folder is held back, and an earlier commit holds this file all the same [private-in-history]
          hint: whoever has the repository can read it there; git filter-repo can take it out

        """)
    #expect(
      try await report(history, past: true, naming: false) == """
        warning: earlier commits hold 2 held-back notes and 1 private file [private-in-history]
          hint: run this on a terminal to see which

        """)
    #expect(try await report(history) == "")
    history.isShallow = true
    #expect(
      try await report(history, past: true) == """
        warning: this clone is shallow: what its earlier commits hold cannot be told [history-shallow]
          hint: fetch the history: git fetch --unshallow (in a CI checkout: fetch-depth: 0)

        """)
  }

  @Test func `where nothing is held back, git is not asked`() async throws {
    struct Trap: History {
      func ignored() -> [String] { [] }
      func additions(of paths: [String]) -> Additions { .known([:]) }
      func tracked() -> [String] {
        Issue.record("asked")
        return []
      }
      func everTracked() -> [String]? { [] }
    }
    let site = TestSite("-- notes/open.md --\nx")
    let reading = await SiteReader(site.folder, history: NoHistory(), options: site.options).read()
    let check = RepositoryCheck(
      of: try #require(reading.site), in: site.folder, now: 1_800_000_000)
    #expect(await check.problems(in: Trap(), naming: true).isEmpty)
  }
}
