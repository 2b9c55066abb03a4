import Foundation
import Testing

/// Starting a note, from outside.
struct NewTests {
  private let folder: TemporaryFolder
  private let outloud: Binary

  init() throws {
    folder = try TemporaryFolder()
    outloud = Binary(workingFolder: folder.url)
    try folder.write("url: https://a.example/\n", to: "outloud.yml")
    try folder.write("---\ndate: 2026-11-01\n---\n# First\n", to: "notes/first.md")
  }

  @Test func `a note has an id and questions, and none of them is ever published`() throws {
    let result = try outloud.run(
      "new", "The cache: \"again\"", "--project", "Atlas", "--status", "stuck", "--tags", "a, b c,",
      "--now", "2026-11-25")
    #expect(result.status == 0)
    let path = "private/notes/2026-11-25-the-cache-again.md"
    #expect(result.output == path + "\n")
    #expect(result.error == "Write in it, and only you see it until: outloud publish \(path)\n")
    let text = try folder.read(path)
    #expect(
      text.replacing(/id: n-[0-9a-z]{20}/, with: "id: ID").hasPrefix(
        """
        ---
        id: ID
        title: "The cache: \\"again\\""
        date: 2026-11-25
        project: Atlas
        status: stuck
        tags: [a, b c]
        ---

        ## What I did

        <!-- What did you do, and what came of it?
        """))
    try FileManager.default.removeItem(at: folder.url.appending(path: path))
    for html in ["sanitize", "keep", "drop"] {
      try folder.write("url: https://a.example/\nhtml: \(html)\n", to: "outloud.yml")
      let answered = text.replacing("## Stuck\n", with: "## Stuck\n\nIt forgets.\n")
      try folder.write(answered, to: "notes/2026-11-25-the-cache-again.md")
      let built = try outloud.run("build", "--strict", "--now", "2026-11-26")
      #expect(built.status == 0, "\(built.error)")
      let page = try folder.read("public/the-cache-again/index.html")
      #expect(page.contains("Stuck</h2>") && page.contains("It forgets."))
      #expect(!page.contains("Learned</h2>") && !page.contains("What did you do"))
      #expect(!(try folder.read("public/feed.xml")).contains("Learned"))
      let mine = try outloud.run("build", "--for", "me", "--now", "2026-11-26")
      #expect(mine.status == 0, "\(mine.error)")
    }
  }

  @Test func `the questions are in the site's language`() throws {
    try folder.write("language: de\n", to: "outloud.yml")
    let path = try outloud.run("new", "Größe", "--now", "2026-11-25", "--print").output
    #expect(path == "private/notes/2026-11-25-größe.md\n")
    let text = try folder.read(String(path.dropLast()))
    #expect(text.contains("## Was ich getan habe\n\n<!-- Was hast du getan"))
  }

  @Test func `the editor that was chosen opens the note, and no other`() throws {
    try folder.write("#!/bin/sh\necho \"$1\" >> \"$2\"\n", to: "edit")
    let script = folder.url.appending(path: "edit").path
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    var outloud = outloud
    outloud.environment = ["VISUAL": "\(script) edited", "EDITOR": "false"]
    let result = try outloud.run("new", "A b", "--now", "2026-11-25")
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.isEmpty)
    #expect(
      result.error
        == "Made private/notes/2026-11-25-a-b.md. Only you see it until: outloud publish private/notes/2026-11-25-a-b.md\n"
    )
    #expect(try folder.read("private/notes/2026-11-25-a-b.md").hasSuffix("-->\nedited\n"))
    outloud.environment = ["EDITOR": "no-such-editor"]
    let failed = try outloud.run("new", "A b", "--now", "2026-11-25")
    #expect(failed.status == 3)
    #expect(
      failed.error.hasSuffix(
        "error: “no-such-editor” could not show it; the note is there all the same\n"))
    #expect(try folder.read("private/notes/2026-11-25-a-b-2.md").contains("title: A b\n"))
    let silent = try outloud.run("new", "C", "--now", "2026-11-25", "--json")
    #expect(silent.status == 0)
    #expect(silent.output.contains("\"file\" : \"private/notes/2026-11-25-c.md\""))
  }

  @Test(arguments: [
    "…?!", "🎉", "مرحبا بالعالم", "- dash: #1 'x'", "a\nb", "---",
    String(repeating: "long ", count: 40),
  ])
  func `any title will do`(title: String) throws {
    let result = try outloud.run("new", title, "--now", "2026-11-25")
    #expect(result.status == 0, "\(result.error)")
    let note = try folder.read(String(result.output.dropLast()))
    try folder.write(note, to: "notes/\(result.output.dropFirst(14).dropLast())")
    let built = try outloud.run("build", "--strict", "--now", "2026-11-26")
    #expect(built.status == 0, "\(built.error)")
    let words = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacing("'", with: "&#39;")
    #expect(try folder.read("public/index.html").contains(words))
  }

  @Test func `what cannot be is said`() throws {
    let status = try outloud.run("new", "A", "--status", "shiped")
    #expect(status.status == 2)
    #expect(status.error.contains("not “shiped”. Did you mean “shipped”?"))
    let place = try outloud.run("new", "A", "b")
    #expect(place.status == 3)
    #expect(place.error == "error: there is no folder “b”; put the title between quotation marks\n")
    try folder.write("title: [\n", to: "outloud.yml")
    #expect(try outloud.run("new", "A").status == 1)
  }
}
