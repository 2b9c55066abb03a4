import Problems
import Testing

@testable import Publishing

/// A publication that was looked at, and a site that has changed since.
struct ReleaseOutdatedTests {
  @Test(arguments: [
    ("private/notes/2026-11-20-a.md", "One more thought. ![Dot](dot.svg)"),
    ("private/notes/dot.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" height=\"2\"/>"),
    ("notes/dot.svg", "<svg/>"), ("notes/2026-11-20-a.md", "Another’s."),
    ("private/published.yml", "# Mine\n"),
  ])
  func `what has changed since it was shown stays as it is`(path: String, text: String)
    async throws
  {
    let site = try ReleaseSandbox(
      """
      -- outloud.yml --
      url: https://a.example/
      -- private/notes/2026-11-20-a.md --
      A thought. ![Dot](dot.svg)
      -- private/notes/dot.svg --
      <svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>
      """)
    let release = try await site.release("private/notes/2026-11-20-a.md")
    #expect(release.problems.isEmpty)
    try site.write(text, to: path)
    let before = try site.files()
    let refusal = #expect(throws: ReleaseRefusal.self) { try release.apply(in: site.root) }
    #expect(
      ProblemReport(refusal?.problems ?? []).text == """
        \(path): error: it has changed since it was looked at, and nothing was published [publish-changed]
          hint: publish the note again, to see what will be seen now

        """)
    #expect(try site.files() == before)
  }

  @Test func `of two who publish a note at once one does`() async throws {
    let site = try ReleaseSandbox(
      """
      -- outloud.yml --
      url: https://a.example/
      -- private/notes/2026-11-20-a.md --
      A thought.
      """)
    let note = "private/notes/2026-11-20-a.md"
    let first = try await site.release(note, id: "n-7kq2vx9r4mzt8wbc3hd1")
    let second = try await site.release(note, id: "n-7kq2vx9r4mzt8wbc3hd2")
    try first.apply(in: site.root)
    let after = try site.files()
    let refusal = #expect(throws: ReleaseRefusal.self) { try second.apply(in: site.root) }
    #expect(
      refusal?.problems.map(\.file) == [
        "notes/2026-11-20-a.md", note, "private/published.yml",
      ])
    #expect(try site.files() == after)
  }
}
