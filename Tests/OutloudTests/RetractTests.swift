import Foundation
import Testing

/// Taking a page down, from outside.
struct RetractTests {
  private let folder: TemporaryFolder
  private let outloud: Binary

  init() throws {
    folder = try TemporaryFolder()
    outloud = Binary(workingFolder: folder.url)
    try folder.write("url: https://a.example/\n", to: "outloud.yml")
    try folder.write(
      "---\nid: n-1\naliases: [/first/]\n---\n# The cache\n\n![It](one.svg) ![Both](both.svg)\r\n",
      to: "notes/work/2026-01-01-cache.md")
    try folder.write(
      "# Other\n\n![Both](work/both.svg)\n", to: "notes/2026-01-02-other.md")
    for name in ["one", "both"] {
      try folder.write(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>",
        to: "notes/work/\(name).svg")
    }
  }

  private func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.url.appending(path: path).path)
  }

  @Test func `a page goes with its pictures, and its address stays known`() throws {
    #expect(try outloud.run("build").status == 0)
    let note = try folder.read("notes/work/2026-01-01-cache.md")
    let result = try outloud.run("retract", "the cache", "--now", "2026-11-25")
    #expect(result.status == 0)
    #expect(
      result.error == """
        Took down “The cache”.
          notes/work/2026-01-01-cache.md is private/notes/work/2026-01-01-cache.md now
          notes/work/one.svg is private/notes/work/one.svg now
          notes/work/both.svg stays, as another note names it
          gone.yml says that /work/cache/ is gone
        Next: outloud build, and publish the result as you always do. Until then the page stands.
        This cannot be undone for others: feed readers keep what they have fetched, search engines and
        archives keep copies until they look again or are asked, and git keeps earlier commits
        (outloud check --history says whether).

        """)
    #expect(try folder.read("private/notes/work/2026-01-01-cache.md") == note)
    #expect(!exists("notes/work/2026-01-01-cache.md") && !exists("notes/work/one.svg"))
    #expect(
      try folder.read("gone.yml") == """
        - address: /work/cache/
          date: 2026-11-25
        - address: /first/
          date: 2026-11-25

        """)
    let built = try outloud.run("build", "--strict", "--allow-undated")
    #expect(built.status == 0, "\(built.error)")
    let page = try folder.read("public/work/cache/index.html")
    #expect(page.contains("Taken down") && !page.contains("The cache"))
    #expect(!exists("public/work/one.svg") && exists("public/work/both.svg"))
  }

  @Test func `an address that is forgotten is reported when it vanishes`() throws {
    #expect(try outloud.run("build").status == 0)
    #expect(try outloud.run("retract", "n-1", "--forget").status == 0)
    #expect(!exists("gone.yml"))
    let plan = try outloud.run("build", "--plan")
    #expect(plan.status == 0, "\(plan.error)")
    #expect(plan.output.contains("Disappears: 2 pages.\n  /first/\n  /work/cache/\n"))
    #expect(exists("public/work/cache/index.html"))
    #expect(try outloud.run("build", "--strict").status == 1)
    let built = try outloud.run("build")
    #expect(built.status == 0)
    #expect(
      built.error.contains(
        "warning: the address “/work/cache/” was published, and nothing stands there any more [address-vanished]"
      ))
    #expect(!exists("public/work/cache/index.html"))
  }

  @Test func `a removed page is let go when it is said`() throws {
    #expect(try outloud.run("build").status == 0)
    #expect(try outloud.run("retract", "n-1", "--forget").status == 0)
    let built = try outloud.run("build", "--strict", "--allow-removed")
    #expect(built.status == 0, "\(built.error)")
  }

  @Test func `a list of one's own keeps its bytes, its mode and its line endings`() throws {
    let old = "# Mine\r\n- date: 2026-01-01\r\n  address: /x/\r\n"
    try folder.write(old, to: "gone.yml")
    let path = folder.url.appending(path: "gone.yml").path
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    #expect(
      try outloud.run("retract", "notes/2026-01-02-other.md", "--now", "2026-11-25").status == 0)
    #expect(
      try folder.read("gone.yml") == old + "- address: /other/\r\n  date: 2026-11-25\r\n")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 4)
  }

  @Test func `what cannot be taken down is said, and nothing changed`() throws {
    try folder.write("# Other\n", to: "notes/2026-01-03-other.md")
    try folder.write("---\ndraft: true\n---\nx", to: "notes/draft.md")
    try folder.write("mine", to: "private/notes/work/2026-01-01-cache.md")
    let before = try folder.contents(of: ".")
    for (name, text) in [
      (
        "nothing",
        """
        error: no published note is called “nothing” [note-unknown]
          hint: name it by its file, its title or its id

        """
      ),
      (
        "notes/draft.md",
        """
        error: “notes/draft.md” is held back already [note-unknown]
          hint: move it into private/notes/ yourself if it should not lie here

        """
      ),
      (
        "Other",
        """
        error: 2 notes are called “Other” [note-ambiguous]
          hint: name the file
          notes/2026-01-02-other.md: note: this one
          notes/2026-01-03-other.md: note: this one

        """
      ),
      (
        "n-1",
        """
        notes/work/2026-01-01-cache.md: error: there is a “private/notes/work/2026-01-01-cache.md” already, and nothing was changed [retract-taken]
          hint: move one of the two elsewhere

        """
      ),
    ] {
      let result = try outloud.run("retract", name, "--yes")
      #expect(result.status == 1)
      #expect(result.error == text)
    }
    #expect(try folder.contents(of: ".") == before)
  }

  @Test func `git looks away from a private folder that an ended run has left empty`() throws {
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "private"), withIntermediateDirectories: false)
    #expect(try outloud.run("retract", "The cache").status == 0)
    #expect(try folder.read("private/.gitignore") == "*\n")
    #expect(!exists("private/.lock"))
  }

  @Test func `what is published while it asks is known afterwards`() throws {
    try folder.write("Acme: a retailer\n", to: "private/stand-ins.yml")
    for name in ["till", "queue"] {
      try folder.write("# The \(name)\n\nAcme has it.\n", to: "private/notes/2026-11-20-\(name).md")
    }
    let first = try outloud.run("publish", "The till", "--now", "2026-11-25")
    #expect(first.status == 0, "\(first.error)")
    let terminal = try Terminal(["retract", "The till", "--now", "2026-11-25"], in: folder.url)
    try terminal.wait(for: "Take down “The till” at /till/? (yes or no) [no] ")
    let second = try outloud.run("publish", "The queue", "--now", "2026-11-25")
    #expect(second.status == 0, "\(second.error)")
    terminal.type("yes\n")
    #expect(terminal.end().status == 0)
    let record = try folder.read("private/published.yml")
    #expect(record.contains("20-queue.md") && !record.contains("20-till.md"))
  }

  @Test func `an unlisted note's address is recorded nowhere`() throws {
    let id = "n-7kq2vx9r4mzt8wbc3hdy"
    try folder.write(
      "---\nid: \(id)\nvisibility: unlisted\ndate: 2026-01-01\n---\nx", to: "notes/hidden.md")
    let built = try outloud.run("build")
    #expect(built.error.contains("\n1 unlisted note: whoever has the address can read it.\n"))
    #expect(!built.error.contains(id))
    let result = try outloud.run("retract", "notes/hidden.md")
    #expect(result.status == 0 && !result.error.contains(id))
    #expect(!exists("gone.yml") && exists("private/notes/hidden.md"))
  }
}
