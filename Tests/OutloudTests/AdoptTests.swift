import Foundation
import Testing

/// Writing ids and dates into notes that have none, from outside.
struct AdoptTests {
  private let folder: TemporaryFolder
  private let outloud: Binary

  init() throws {
    folder = try TemporaryFolder()
    outloud = Binary(workingFolder: folder.url)
  }

  /// A site of notes of all kinds, in git.
  private func makeSite() throws {
    try folder.write("url: https://a.example/\n", to: "outloud.yml")
    try folder.write("# Plain\n\nWords.", to: "notes/2026-01-02-plain.md")
    try folder.write("\u{FEFF}# Marked\r\n\r\nWords.\r\n", to: "notes/work/marked.md")
    try folder.write(
      "---\r\ntitle: YAML # kept\r\ntags:\r\n  - a\r\n---\r\nWords.\r\n",
      to: "notes/2026-01-03-yaml.md")
    try folder.write(
      "+++\ntitle = \"TOML\"\ndate = 2026-01-04\n\n[taxonomies]\ntags = [\"a\"]\n+++\nWords.\n",
      to: "notes/toml.md")
    try folder.write(
      "# Log\n\n## 2026-01-05\n\n- 09:00 One\n\n## 2026-01-06\n\nTwo.\n", to: "notes/log.md")
    try folder.write("---\nid: n-1\ndate: 2014-06\n---\nWhole.\n", to: "notes/whole.md")
    try folder.write("---\npubDate: 2026-01-07\n---\nFrom Astro.\n", to: "notes/astro.md")
    try folder.write("---\nvisibility: private\n---\nMine.\n", to: "notes/mine.md")
    try folder.write("private", to: "private/notes/x.md")
    try folder.git("init", "-q")
    try folder.git("add", "notes", "outloud.yml")
    try folder.git("commit", "-qm", "First", at: "2026-02-01T12:00:00+02:00")
    try folder.write("Nobody knows when.\n", to: "notes/new.md")
  }

  /// What the site's feeds say, and its pages.
  private func built(_ arguments: String...) throws -> [String: Data] {
    let result = try Binary.run(
      Binary.location, ["build", "--now", "2026-11-25"] + arguments, [:], folder.url)
    #expect(result.status == 0, "\(result.error)")
    return try folder.contents(of: "public")
  }

  private func guids(_ files: [String: Data]) -> [String] {
    let feed = String(decoding: files["feed.xml"] ?? Data(), as: UTF8.self)
    return feed.matches(of: /<guid[^>]*>([^<]*)</).map { String($0.output.1) }
  }

  @Test func `what is found is written into the files, and nothing becomes new`() throws {
    try makeSite()
    let before = try built()
    let files = try folder.contents(of: "notes")
    let preview = try outloud.run("adopt")
    #expect(preview.status == 0)
    #expect(
      preview.output.contains(
        """
        notes/2026-01-02-plain.md
          + ---
          + id:
        """))
    #expect(preview.output.contains("  + date: 2026-01-02\n  + ---\n"))
    #expect(!preview.output.contains("whole.md") && !preview.output.contains("private/"))
    #expect(
      preview.error == """
        No date is known of:
          notes/new.md
        Nothing was changed. To change 8 files: outloud adopt --yes

        """)
    #expect(try folder.contents(of: "notes") == files)

    let result = try outloud.run("adopt", "--yes")
    #expect(result.status == 0)
    #expect(result.output == preview.output.replacing(/x^/, with: ""))
    #expect(
      result.error == "No date is known of:\n  notes/new.md\nChanged 8 files.\n")
    let marked = try folder.read("notes/work/marked.md")
    #expect(
      marked.hasPrefix("\u{FEFF}---\r\nid: ")
        && marked.hasSuffix(
          "\r\ndate: 2026-02-01T12:00:00+02:00\r\n---\r\n# Marked\r\n\r\nWords.\r\n")
    )
    let yaml = try folder.read("notes/2026-01-03-yaml.md")
    #expect(yaml.hasPrefix("---\r\ntitle: YAML # kept\r\ntags:\r\n  - a\r\nid: "))
    #expect(yaml.hasSuffix("\r\ndate: 2026-01-03\r\n---\r\nWords.\r\n"))
    let toml = try folder.read("notes/toml.md")
    #expect(toml.hasPrefix("+++\ntitle = \"TOML\"\ndate = 2026-01-04\nid = \""))
    #expect(toml.hasSuffix("\"\n\n[taxonomies]\ntags = [\"a\"]\n+++\nWords.\n"))
    #expect(!(try folder.read("notes/log.md").contains("date:")))
    #expect(!(try folder.read("notes/astro.md").contains("\ndate:")))
    #expect(try folder.read("private/notes/x.md") == "private")

    #expect(try built() == before)
    // Once is enough.
    let again = try outloud.run("adopt", "--yes")
    #expect(again.output.isEmpty)
    #expect(
      again.error
        == "No date is known of:\n  notes/new.md\nNothing to change: every note has what is known of it.\n"
    )
    // Names and the domain may change now.
    for name in ["2026-01-02-plain", "2026-01-03-yaml", "toml", "log"] {
      try FileManager.default.moveItem(
        at: folder.url.appending(path: "notes/\(name).md"),
        to: folder.url.appending(path: "notes/renamed-\(name).md"))
    }
    let renamed = try built("--url", "https://b.example/x/", "--allow-removed")
    #expect(guids(renamed) == guids(before))
    #expect(guids(renamed).count == 8)
  }

  @Test func `an unlisted note gets an id that nobody can guess`() throws {
    try folder.write("---\nvisibility: unlisted\ndate: 2026-01-01\n---\nx\n", to: "notes/a.md")
    try folder.write("---\ndate: 2026-01-01\n---\nx\n", to: "notes/b.md")
    #expect(try outloud.run("adopt", "--yes").status == 0)
    #expect(try folder.read("notes/a.md").contains(/\nid: n-[0-9a-z]{20}\n/))
    #expect(try outloud.run("build").status == 0)
  }

  @Test func `an id that another note took with it is not given twice`() throws {
    try folder.write("---\ndate: 2026-01-01\n---\nx\n", to: "notes/a.md")
    #expect(try outloud.run("adopt", "--yes").status == 0)
    try FileManager.default.moveItem(
      at: folder.url.appending(path: "notes/a.md"), to: folder.url.appending(path: "notes/b.md"))
    try folder.write("---\ndate: 2026-01-01\n---\ny\n", to: "notes/a.md")
    #expect(try outloud.run("adopt", "--yes").status == 0)
    #expect(try folder.read("notes/a.md").contains(/\nid: n-/))
  }

  @Test func `one file that cannot be changed keeps all from being changed`() throws {
    try folder.write("---\ndate: 2026-01-01\n---\nx\n", to: "notes/a.md")
    try folder.write("---\n{date: 2026-01-01}\n---\nx\n", to: "notes/b.md")
    let before = try folder.contents(of: "notes")
    let flow = try outloud.run("adopt", "--yes")
    #expect(flow.status == 1)
    #expect(
      flow.error.hasPrefix(
        "notes/b.md:2:1: error: “id” cannot be changed here without harm to what stands around it [front-matter-fixed]"
      ))
    #expect(try folder.contents(of: "notes") == before)

    try folder.write("---\ndate: 2026-01-01\n---\nx\n", to: "notes/b.md")
    let path = folder.url.appending(path: "notes/b.md").path
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    let second = try folder.contents(of: "notes")
    let protected = try outloud.run("adopt", "--yes")
    #expect(protected.status == 3)
    #expect(
      protected.error.hasSuffix(
        """
        notes/b.md: error: this file may not be written, and nothing was changed [file-read-only]
          hint: let it be written (chmod u+w), or give the note its id and date yourself

        """))
    #expect(try folder.contents(of: "notes") == second)
  }

  @Test func `what is wrong with a note comes first`() throws {
    try folder.write("---\ntitle: a: b\n---\nx\n", to: "notes/a.md")
    try folder.write("---\ndate: 2026-01-01\n---\nx\n", to: "notes/b.md")
    let result = try outloud.run("adopt", "--yes")
    #expect(result.status == 1)
    #expect(result.error.contains("[yaml-colon]"))
    #expect(!(try folder.read("notes/b.md").contains("id:")))
  }

  @Test func `the example site without its ids stays as it is, byte by byte`() throws {
    let example = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "example-site")
    for path in try FileManager.default.subpathsOfDirectory(atPath: example.path) {
      let file = example.appending(path: path)
      guard !path.hasPrefix("public"), let data = try? Data(contentsOf: file) else { continue }
      let target = folder.url.appending(path: path)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      let text = String(decoding: data, as: UTF8.self)
      let isNote = path.hasSuffix(".md") && path.hasPrefix("notes/")
      // What others close is known by its id, and unlisted notes stand at it.
      let stripped = text.replacing(/\nid: [^\n]*/, with: "")
      try (isNote && !text.contains("unlisted") ? Data(stripped.utf8) : data).write(to: target)
    }
    let before = try built("--allow-undated")
    let result = try outloud.run("adopt", "--yes")
    #expect(result.status == 0, "\(result.error)")
    #expect(try built("--allow-undated") == before)
  }
}
