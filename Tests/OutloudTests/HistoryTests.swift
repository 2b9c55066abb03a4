import Foundation
import Testing

/// Dates and ignored files from real git repositories.
struct HistoryTests {
  private let folder: TemporaryFolder
  private let outloud: Binary

  init() throws {
    folder = try TemporaryFolder()
    outloud = Binary(workingFolder: folder.url)
    try folder.git("init", "-q", "-b", "main")
  }

  private func commit(_ date: String) throws {
    try folder.git("add", "-A")
    let result = try folder.git("commit", "-q", "-m", "x", at: date)
    #expect(result.status == 0, "\(result.error)")
  }

  private func date(of page: String) throws -> String {
    let html = try folder.read("public/\(page)/index.html")
    return html.firstMatch(of: /datetime="([^"]*)"/).map { String($0.output.1) } ?? "none"
  }

  @Test func `a note has the date of the commit that added it, whatever it was called`() throws {
    let text = "# Moved\n\nLong enough to be known again after it was moved to another place.\n"
    try folder.write(text, to: "elsewhere/first name.txt")
    try commit("2024-01-02T03:04:05+02:00")
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "notes/ä"), withIntermediateDirectories: true)
    try folder.git("mv", "elsewhere/first name.txt", "notes/ä/second.md")
    try commit("2025-01-01T00:00:00Z")
    try folder.git("mv", "notes/ä/second.md", "notes/ä/third.md")
    try folder.write("x", to: "notes/new.md")
    try commit("2025-02-02T00:00:00Z")
    try folder.write("changed", to: "notes/new.md")
    try commit("2025-03-03T00:00:00Z")
    try folder.git("rm", "-q", "notes/new.md")
    try commit("2025-04-04T00:00:00Z")
    try folder.write("again", to: "notes/new.md")
    try commit("2025-05-05T05:05:05-05:00")
    try folder.write("never committed", to: "notes/untracked.md")
    let built = try outloud.run("build")
    #expect(built.status == 0, "\(built.error)")
    #expect(try date(of: "ä/third") == "2024-01-02T03:04:05+02:00")
    #expect(try date(of: "new") == "2025-05-05T05:05:05-05:00")
    #expect(try date(of: "untracked") == "none")
    #expect(built.error.contains("notes/untracked.md: warning: the note has no date"))
  }

  @Test func `a site inside a larger repository uses that repository's history`() throws {
    try folder.write("x", to: "deep/er/site/a.md")
    try commit("2024-01-02T00:00:00Z")
    let site = folder.url.appending(path: "deep/er/site")
    let result = try Binary.run(
      Binary.location, ["build", "--output", folder.url.appending(path: "public").path], [:], site)
    #expect(result.status == 0, "\(result.error)")
    #expect(try date(of: "a") == "2024-01-02T00:00:00Z")
  }

  @Test func `what git ignores is no note of a folder that nobody made a site of`() throws {
    try folder.write("/secret/\n*.local.md\n", to: ".gitignore")
    try folder.write("x", to: "a.md")
    try folder.write("x", to: "secret/b.md")
    try folder.write("x", to: "c.local.md")
    try commit("2024-01-02T00:00:00Z")
    #expect(try outloud.run("build").status == 0)
    let files = try folder.contents(of: "public").keys
    #expect(files.contains("a/index.html"))
    #expect(!files.contains { $0.contains("secret") || $0.contains("local") })
  }

  @Test func `a note merged from a branch has the date of its own commit`() throws {
    try folder.write("x", to: "notes/a.md")
    try commit("2024-01-01T00:00:00Z")
    try folder.git("checkout", "-q", "-b", "side")
    try folder.write("y", to: "notes/b.md")
    try commit("2024-02-02T00:00:00Z")
    try folder.git("checkout", "-q", "main")
    try folder.write("z", to: "notes/c.md")
    try commit("2024-03-03T00:00:00Z")
    try folder.git("merge", "-q", "--no-edit", "side", at: "2024-04-04T00:00:00Z")
    #expect(try outloud.run("build").status == 0)
    #expect(try date(of: "b") == "2024-02-02T00:00:00Z")
  }

  @Test func `a repository without a commit has no dates, which is no failure`() throws {
    try folder.write("x", to: "a.md")
    let built = try outloud.run("build")
    #expect(built.status == 0, "\(built.error)")
    #expect(built.error.contains("1 note without a date: see /undated/."))
  }

  @Test func `nothing in a repository's configuration is run`() throws {
    try folder.write("x", to: "a.md")
    try commit("2024-01-01T00:00:00Z")
    let trap = "touch '\(folder.url.path)/sprung'; false"
    for key in ["core.fsmonitor", "core.pager", "diff.external", "core.sshCommand"] {
      try folder.git("config", key, trap)
    }
    try folder.git("config", "log.showSignature", "true")
    try folder.git("config", "gpg.program", trap)
    #expect(try outloud.run("build").status == 0)
    #expect(try date(of: "a") == "2024-01-01T00:00:00Z")
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "sprung").path))
  }

  @Test func `without git, or where git fails, the build stops and says so`() throws {
    try folder.write("x", to: "a.md")
    try commit("2024-01-01T00:00:00Z")
    var alone = outloud
    alone.environment["PATH"] = "/nowhere"
    let bare = try alone.run("build")
    #expect(bare.status == 1)
    #expect(
      bare.error == """
        error: the folder is in a git repository, but git cannot be run [git-missing]
          hint: install git, or make a site of the folder: outloud init
        Nothing was published: 1 error.

        """)
    try folder.write("url: https://a.example/\n", to: "outloud.yml")
    let site = try alone.run("build")
    #expect(site.status == 1)
    #expect(site.error.contains("hint: install git, or leave dates out with --allow-undated\n"))
    #expect(try alone.run("build", "--allow-undated").status == 0)

    try FileManager.default.removeItem(at: folder.url.appending(path: ".git/HEAD"))
    let failed = try outloud.run("build")
    #expect(failed.status == 1)
    #expect(
      failed.error.hasPrefix(
        "error: git could not tell what was asked: fatal: not a git repository"), "\(failed.error)")
    #expect(failed.error.contains(" [git-failed]\n  hint: to go on, leave dates out with"))
  }

  @Test func `a symbolic link is not followed`() throws {
    try folder.write("x", to: "notes/2026-01-01-a.md")
    try folder.write("secret", to: "outside/2026-01-01-b.md")
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "notes/c.md"),
      withDestinationURL: folder.url.appending(path: "outside/2026-01-01-b.md"))
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "notes/d"),
      withDestinationURL: folder.url.appending(path: "outside"))
    let built = try outloud.run("build", "--url", "https://a.example/")
    #expect(built.status == 0)
    #expect(
      built.error.hasPrefix(
        """
        notes/c.md: warning: a symbolic link is not followed [file-link]
          hint: put the file itself here
        notes/d: warning: a symbolic link is not followed [file-link]
          hint: put the file itself here

        """))
    let files = try folder.contents(of: "public")
    #expect(!files.values.contains { String(decoding: $0, as: UTF8.self).contains("secret") })
  }

  @Test func `what is held back and tracked is counted off a terminal, earlier commits when asked`()
    throws
  {
    try folder.write("x", to: "site/notes/2026-01-01-open.md")
    try folder.write("x", to: "site/notes/2026-01-02-regretted.md")
    try folder.write("---\nvisibility: private\n---\nx", to: "site/notes/2026-01-03-held.md")
    try folder.write("x", to: "site/private/notes/diary.md")
    try commit("2024-01-01T00:00:00Z")
    let warning = """
      warning: git tracks 1 held-back note and 1 private file [private-tracked]
        hint: run this on a terminal to see which
      """
    let built = try outloud.run("build", "site")
    #expect(built.status == 0 && built.error.contains(warning), "\(built.error)")
    try folder.git(
      "rm", "-q", "--cached", "site/private/notes/diary.md", "site/notes/2026-01-03-held.md")
    try folder.write("/private/\n/public/\n", to: "site/.gitignore")
    #expect(try outloud.run("retract", "notes/2026-01-02-regretted.md", "site").status == 0)
    try folder.git("add", "site/.gitignore", "site/notes/2026-01-02-regretted.md", "site/gone.yml")
    try folder.git("commit", "-q", "-m", "x", at: "2024-02-02T00:00:00Z")
    let now = try outloud.run("check", "site")
    #expect(!now.error.contains("private-tracked"), "\(now.error)")
    let past = try outloud.run("check", "site", "--history")
    #expect(
      past.error.contains(
        "warning: earlier commits hold 2 held-back notes and 1 private file [private-in-history]"),
      "\(past.error)")
    try folder.write("repository: public\n", to: "site/outloud.yml")
    #expect(try outloud.run("check", "site").status == 0)
    #expect(try outloud.run("check", "site", "--history").status == 1)
  }
}
