import Foundation
import Testing

/// `outloud theme` from outside.
struct ThemeCommandTests {
  private let folder: TemporaryFolder
  private let outloud: Binary

  init() throws {
    folder = try TemporaryFolder()
    outloud = Binary(workingFolder: folder.url)
    try folder.write("url: https://a.example/\n", to: "me/outloud.yml")
    try folder.write("x", to: "me/notes/2026-01-01-a.md")
  }

  @Test func `the themes are listed, for people and for programs`() throws {
    let list = try outloud.run("theme", "list")
    #expect(
      list.output == """
        ledger  dates in the margin, a spine, the work beside it.
        plain   elements as they are, a column of text, and room around it.

        """)
    #expect(list.error.isEmpty)
    let json = try outloud.run("theme", "list", "--json")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let themes = try #require(report["themes"] as? [[String: Any]])
    #expect(themes.map { $0["name"] as? String } == ["ledger", "plain"])
  }

  @Test func `another theme can be tried without a word in the configuration`() throws {
    #expect(try outloud.run("build", "me", "--theme", "plain").status == 0)
    #expect(try folder.read("me/public/a/index.html").contains("<div class=\"e-content\">"))
    let wrong = try outloud.run("build", "me", "--theme", "plian")
    #expect(wrong.error.hasPrefix("Error: There is no theme “plian”: did you mean “plain”?\n"))
  }

  @Test func `one file is taken out, and never written over`() throws {
    let out = try outloud.run("theme", "eject", "templates/note.mustache", "me")
    #expect(out.status == 0)
    #expect(out.output.isEmpty)
    #expect(
      out.error
        == "Copied templates/note.mustache of “ledger” to me/theme/templates/note.mustache.\n"
    )
    try folder.write("mine", to: "me/theme/templates/note.mustache")
    let again = try outloud.run("theme", "eject", "templates/note.mustache", "me")
    #expect(again.status == 1)
    #expect(
      again.error == """
        me/theme/templates/note.mustache: error: this file is there already, and nothing was changed [theme-file-exists]
          hint: move it away first, or copy what you need from it

        """)
    #expect(try folder.read("me/theme/templates/note.mustache") == "mine")
    #expect(try outloud.run("build", "me").status == 0)
    #expect(try folder.read("me/public/a/index.html") == "mine")
  }

  @Test func `a file that the theme does not have, and all that it has`() throws {
    let wrong = try outloud.run("theme", "eject", "templates/nite.mustache", "me")
    #expect(wrong.status == 2)
    #expect(
      wrong.error.hasPrefix(
        "Error: The theme “ledger” has no file “templates/nite.mustache”: "
          + "did you mean “templates/note.mustache”?\n"))
    let all = try outloud.run("theme", "eject")
    #expect(all.status == 0)
    #expect(all.output.hasPrefix("search.js\nstrings/"))
    #expect(all.output.contains("\nstyle.css\ntemplates/gone.mustache\n"))
  }

  @Test func `a whole theme is copied, or nothing of it`() throws {
    try folder.write("mine", to: "me/theme/templates/page.mustache")
    let refused = try outloud.run("theme", "copy", "plain", "me")
    #expect(refused.status == 1)
    #expect(refused.error.hasPrefix("me/theme/templates/page.mustache: error: "))
    #expect(try folder.contents(of: "me/theme").count == 1)

    try FileManager.default.removeItem(at: folder.url.appending(path: "me/theme"))
    let copied = try outloud.run("theme", "copy", "plain", "me")
    #expect(copied.status == 0)
    #expect(copied.error.contains("say “theme: plain” in me/outloud.yml."))
    #expect(try outloud.run("build", "me", "--strict").status == 0)
    #expect(try folder.read("me/public/a/index.html").contains("<div class=\"e-content\">"))
    #expect(try outloud.run("theme", "copy", "plain", "nowhere").status == 3)
  }

  @Test func `the values of templates are printed in three ways`() throws {
    let text = try outloud.run("theme", "values", "redirect")
    #expect(
      text.output.hasPrefix(
        "redirect: What stands at an old address, and leads to the new one.\n  target  text. The address it leads to.\n"
      ))
    #expect(
      try outloud.run("theme", "values", "--format", "markdown").output.contains("### `note`\n"))
    let json = try outloud.run("theme", "values", "--format", "json")
    let reference = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(Set(try #require(reference).keys) == ["everywhere", "pages", "parts", "strings"])
  }
}
