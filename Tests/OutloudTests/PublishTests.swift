import Foundation
import Testing

/// Publishing a note, from outside.
struct PublishTests {
  private let folder: TemporaryFolder
  private let outloud: Binary

  init() throws {
    folder = try TemporaryFolder()
    outloud = Binary(workingFolder: folder.url)
    try folder.write("url: https://a.example/\n", to: "outloud.yml")
    try folder.write("Acme: a retailer\n", to: "private/stand-ins.yml")
    try folder.write(
      "---\nid: n-1\n---\n# The cache\n\nIt forgets.\n", to: "private/notes/2026-11-20-cache.md")
    try folder.write(
      "---\nid: n-2\n---\n# The Acme till\n\nAcme has one. ![Till](acme-till.svg)\n",
      to: "private/notes/2026-11-21-acme-till.md")
    try folder.write(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>",
      to: "private/notes/acme-till.svg")
  }

  private func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.url.appending(path: path).path)
  }

  @Test func `from the list to the page`() throws {
    let list = try outloud.run("publish", "--now", "2026-11-25")
    #expect(list.status == 0, "\(list.error)")
    #expect(
      list.output == """
        private/notes/2026-11-21-acme-till.md: “The Acme till”, 2026-11-21, 9 words
        private/notes/2026-11-20-cache.md: “The cache”, 2026-11-20, 5 words

        """)
    let shown = try outloud.run("publish", "the cache", "--preview", "--now", "2026-11-25")
    #expect(shown.status == 0)
    #expect(
      shown.error == """
        “The cache”, 5 words:

          ---
          id: n-1
          published: 2026-11-25
          ---
          # The cache

          It forgets.

        Seen by everyone, once the site is built and published.
        Address: https://a.example/cache/
        Nothing was changed.

        """)
    #expect(!exists("notes"))
    let done = try outloud.run("publish", "the cache", "--now", "2026-11-25")
    #expect(done.status == 0)
    #expect(
      done.error.hasSuffix(
        """
        Published: “The cache”.
          private/notes/2026-11-20-cache.md is notes/2026-11-20-cache.md now
        Next: outloud build, and publish the result as you always do.

        """))
    let built = try outloud.run("build", "--strict", "--now", "2026-11-25")
    #expect(built.status == 0, "\(built.error)")
    #expect(try folder.read("public/cache/index.html").contains("It forgets."))
  }

  @Test func `a note that has been moved is known by where it was`() throws {
    let command = ["publish", "private/notes/2026-11-20-cache.md", "--now", "2026-11-25"]
    #expect(try outloud.run(command).status == 0)
    let again = try outloud.run(command)
    #expect(again.status == 0)
    #expect(again.error.hasSuffix("It is published like this already.\n"), "\(again.error)")
  }

  @Test func `names stay private, off a terminal those in the report too`() throws {
    let before = try folder.read("private/notes/2026-11-21-acme-till.md")
    let done = try outloud.run(
      "publish", "private/notes/2026-11-21-acme-till.md", "--now", "2026-11-25")
    #expect(done.status == 0, "\(done.error)")
    #expect(
      done.error == """
        “The retailer till”, 9 words:

          ---
          id: n-2
          published: 2026-11-25
          ---
          # The retailer till

          A retailer has one. ![Till](a-retailer-till.svg)

        Replaced: 3 names.
        Changed in addresses and names of files: 1. Look whether these still lead somewhere.
        With it: 1 file.
          notes/a-retailer-till.svg
        Seen by everyone, once the site is built and published.
        Address: https://a.example/a-retailer-till/
        Published: “The retailer till”.
          notes/2026-11-21-a-retailer-till.md is its public copy
          private/notes/2026-11-21-acme-till.md stays as it was
          notes/a-retailer-till.svg is a copy; private/notes/acme-till.svg stays
        Next: outloud build, and publish the result as you always do.

        """)
    #expect(try folder.read("private/notes/2026-11-21-acme-till.md") == before)
    let built = try outloud.run("build", "--strict", "--now", "2026-11-25")
    #expect(built.status == 0, "\(built.error)")
    for (path, data) in try folder.contents(of: "public") {
      #expect(!(path + String(decoding: data, as: UTF8.self)).lowercased().contains("acme"))
    }
    let again = try outloud.run("publish", "n-2", "--now", "2026-11-26")
    #expect(again.status == 0)
    #expect(again.error.hasSuffix("It is published like this already.\n"))
    // And back.
    let back = try outloud.run("retract", "The retailer till", "--now", "2026-11-26")
    #expect(back.status == 0, "\(back.error)")
    #expect(
      back.error.hasPrefix(
        """
        Took down “The retailer till”.
          notes/2026-11-21-a-retailer-till.md is removed; private/notes/2026-11-21-acme-till.md is still there
          notes/a-retailer-till.svg is removed; private/notes/acme-till.svg is still there

        """))
    #expect(!exists("notes/2026-11-21-a-retailer-till.md") && !exists("notes/a-retailer-till.svg"))
    #expect(try folder.read("private/notes/2026-11-21-acme-till.md") == before)
    #expect(try !folder.read("private/published.yml").contains("original"))
  }

  @Test func `a copy that somebody has changed is taken down by nobody but them`() throws {
    _ = try outloud.run("publish", "n-2", "--now", "2026-11-25")
    let copy = "notes/2026-11-21-a-retailer-till.md"
    try folder.write(try folder.read(copy) + "More.\n", to: copy)
    let before = try folder.contents(of: ".")
    let result = try outloud.run("retract", copy)
    #expect(result.status == 1)
    #expect(
      result.error == """
        notes/2026-11-21-a-retailer-till.md: error: it is no longer the copy of “private/notes/2026-11-21-acme-till.md” that was published, and would be lost [publish-changed]
          hint: bring what it says into the original, or move it out of the way yourself

        """)
    #expect(try folder.contents(of: ".") == before)
    // The note itself has not changed, and yet it would overwrite the copy.
    #expect(try outloud.run("publish", "n-2").error.contains("[publish-changed]"))
  }

  @Test func `what cannot be published is said, and nothing is changed`() throws {
    try folder.write("# Broken\n\nAc**me**\n", to: "private/notes/2026-11-22-broken.md")
    try folder.write("---\ntitle: a: b\n---\nx\n", to: "private/notes/2026-11-23-yaml.md")
    let before = try folder.contents(of: ".")
    let unknown = try outloud.run("publish", "nothing")
    #expect(unknown.status == 1)
    #expect(
      unknown.error == """
        error: no note is called “nothing” [note-unknown]
          hint: name it by its file, its title or its id; “outloud publish” alone lists what could be published

        """)
    let broken = try outloud.run("publish", "Broken", "--yes", "--json")
    #expect(broken.status == 1)
    #expect(
      broken.error == """
        private/notes/2026-11-22-broken.md:3:1: error: a name is divided here by other signs, so nothing can stand for it [redaction-obstacle]
          hint: write it in one piece
        Nothing was changed: 1 error.

        """)
    #expect(broken.output.contains("\"published\" : false"))
    let yaml = try outloud.run("publish", "private/notes/2026-11-23-yaml.md")
    #expect(yaml.status == 1 && yaml.error.contains("[yaml-colon]"))
    #expect(try outloud.run("publish", "Broken", "--to", "nobody").status == 2)
    #expect(try folder.contents(of: ".") == before)
    try folder.write("x: [", to: "private/published.yml")
    #expect(try outloud.run("publish", "n-1").error.hasPrefix("private/published.yml:1:"))
  }
}
