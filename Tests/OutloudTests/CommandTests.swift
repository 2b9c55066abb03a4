import Foundation
import Testing

/// The commands from outside: what they print where, and how they end.
struct CommandTests {
  private let folder: TemporaryFolder
  private let outloud: Binary

  init() throws {
    folder = try TemporaryFolder()
    outloud = Binary(workingFolder: folder.url)
  }

  @Test func `from an empty folder to a site in two commands`() throws {
    let made = try outloud.run(
      "init", "mine", "--title", "My \"work\"", "--author", "Ada", "--url",
      "https://ada.example/me",
      "--language", "en", "--now", "2026-11-23")
    #expect(made.status == 0)
    #expect(made.output.isEmpty)
    #expect(
      made.error == """
        Made a portfolio in mine, with three notes that show how.
        Next: outloud build mine

        """)
    let built = try outloud.run("build", "mine", "--strict", "--now", "2026-11-24")
    #expect(built.status == 0)
    #expect(
      built.error.hasPrefix("Built 3 notes into mine/public: "), "\(built.error)")
    #expect(
      try folder.read("mine/public/feed.xml").contains("<link>https://ada.example/me/</link>"))
    #expect(try folder.read("mine/.gitignore").contains("/private/\n"))
  }

  @Test func `init changes no file that is there, but for what git is to ignore`() throws {
    try folder.write("*.tmp", to: ".gitignore")
    #expect(try outloud.run("init").status == 0)
    #expect(
      try folder.read(".gitignore")
        == "*.tmp\n# What is private stays on this machine.\n/private/\n/public/\n/public-*/\n")
    let again = try outloud.run("init")
    #expect(again.status == 1)
    #expect(again.error.contains("already, and nothing was changed [site-exists]"))
  }

  @Test func `problems go to standard error, with paths from where one stands`() throws {
    try folder.write("---\nvisibility: pubilc\n---\n", to: "sites/me/notes/a.md")
    try folder.write("url: https://a.example/\n", to: "sites/me/outloud.yml")
    let expected = """
      sites/me/notes/a.md:2:13: error: the visibility “pubilc” is none I know [visibility-unknown]
          2 | visibility: pubilc
            |             ^~~~~~ did you mean “public”?
      """
    let check = try outloud.run("check", "sites/me")
    #expect(check.status == 1)
    #expect(check.output.isEmpty)
    #expect(check.error.contains(expected))

    let build = try outloud.run("build", "sites/me/notes")
    #expect(build.status == 1)
    #expect(build.error.contains(expected))
    #expect(build.error.contains("Nothing was published: "))
    #expect(
      !FileManager.default.fileExists(atPath: folder.url.appending(path: "sites/me/public").path))

    let json = try outloud.run("check", "sites/me", "--format", "json")
    #expect(json.status == 1)
    #expect(json.error.isEmpty)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let problems = try #require(report["problems"] as? [[String: Any]])
    let problem = try #require(problems.first { $0["code"] as? String == "visibility-unknown" })
    #expect(problem["file"] as? String == "sites/me/notes/a.md")
    #expect(problem["line"] as? Int == 2)
    #expect(problem["column"] as? Int == 13)
    #expect(problem["length"] as? Int == 6)
    #expect(problem["severity"] as? String == "error")
    #expect(report["errors"] as? Int == 1)
  }

  @Test func `warnings end well, unless they are to be taken for errors`() throws {
    try folder.write("[dead](gone.md)", to: "notes/2026-01-01-a.md")
    try folder.write("url: https://a.example/\n", to: "outloud.yml")
    #expect(try outloud.run("build").status == 0)
    #expect(try outloud.run("build", "--strict").status == 1)
    #expect(try outloud.run("check").status == 0)
    try folder.write(
      "url: https://a.example/\nseverity: {link-broken: ignore}\n", to: "outloud.yml")
    #expect(try outloud.run("check", "--strict").error == "No problems.\n")
  }

  @Test func `held-back notes are counted, and named on a terminal only`() throws {
    try folder.write("---\ndraft: true\n---\n", to: "notes/secret-name.md")
    try folder.write("x", to: "notes/2026-01-01-a.md")
    try folder.write("url: https://a.example/\n", to: "outloud.yml")
    let built = try outloud.run("build", "--json")
    #expect(built.error.contains("Held back: 1 note (1 draft).\n"))
    #expect(!(built.error + built.output).contains("secret-name"))
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(built.output.utf8)) as? [String: Any])
    #expect(report["heldBack"] as? Int == 1)
    #expect(report["notes"] as? Int == 1)
  }

  @Test(arguments: [
    ["bogus"], ["build", "--bogus"], ["build", "--now", "soon"], ["build", "--url", "a.example"],
    ["build", "--theme", "plian"], ["theme", "copy", "plian"], ["theme", "copy"],
    ["theme", "eject", "templates/nite.mustache"], ["theme", "values", "nite"],
    ["check", "--format", "xml"], ["init", "--language", "English"],
  ])
  func `a wrong command line ends with 2, and says why`(arguments: [String]) throws {
    let result = try Binary.run(Binary.location, arguments, [:], folder.url)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.error.hasPrefix("Error: "))
  }

  @Test func `what cannot be read or written ends with 3`() throws {
    #expect(try outloud.run("build", "nowhere").status == 3)
    let render = try outloud.run("render", "nowhere.md")
    #expect(render.status == 3)
    #expect(
      render.error == """
        nowhere.md: error: the file could not be read: No such file or directory [file-unreadable]

        """)
    try folder.write("x", to: "notes/2026-01-01-a.md")
    #expect(try outloud.run("build", "--output", "/proc/nothing").status == 3)
  }

  @Test(arguments: [
    ["theme", "--help"], ["theme", "list", "--help"], ["theme", "copy", "--help"],
    ["theme", "eject", "--help"], ["theme", "values", "--help"],
    ["--help"], ["build", "--help"], ["check", "--help"], ["init", "--help"], ["render", "--help"],
  ])
  func `every command has help with an example`(arguments: [String]) throws {
    let result = try Binary.run(Binary.location, arguments, [:], folder.url)
    #expect(result.status == 0)
    #expect(result.error.isEmpty)
    #expect(result.output.contains("  outloud "))
  }

  @Test func `render prints one note, from a pipe or a file`() throws {
    let note = "# A *b*\n\n<b onclick=c>x</b> [l](m.md) ![i](j.png)\n"
    let piped = try outloud.run("render", input: note)
    #expect(piped.status == 0)
    #expect(
      piped.output == """
        <h1 id="a-b">A <em>b</em></h1>
        <p><b>x</b> <a href="m.md">l</a> <img src="j.png" alt="i" /></p>

        """)
    try folder.write(note, to: "a.md")
    let kept = try outloud.run("render", "a.md", "--flavor", "commonmark", "--html", "keep")
    #expect(kept.output.hasPrefix("<h1>A <em>b</em></h1>\n<p><b onclick=c>x</b> "))
    let dropped = try outloud.run("render", "a.md", "--html", "drop")
    #expect(dropped.output.contains("<p>x <a"))
    #expect(try outloud.run("render", input: "a\u{0}b").status == 1)
  }

  @Test func `the present is an argument`() throws {
    try folder.write("x", to: "notes/2026-05-05-a.md")
    try folder.write("url: https://a.example/\n", to: "outloud.yml")
    var early = outloud
    early.environment["SOURCE_DATE_EPOCH"] = "1777900000"
    #expect(try early.run("build", "--json").error.contains("1 dated in the future"))
    #expect(try early.run("build", "--now", "2026-05-05").error.contains("Built 1 note "))
  }
}
