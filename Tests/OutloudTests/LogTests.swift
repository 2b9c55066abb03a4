import Foundation
import Testing

/// Lines for the log of a day, from outside.
struct LogTests {
  private let folder: TemporaryFolder
  private let outloud: Binary
  private let log = "private/notes/log/2026-11-25.md"

  init() throws {
    folder = try TemporaryFolder()
    outloud = Binary(workingFolder: folder.url)
    try folder.write(
      "url: https://a.example/\ntimezone: Europe/Paris\n", to: "outloud.yml")
    try folder.write(
      "---\nid: n-1\nproject: Atlas\ntags: [caching]\ndate: 2026-11-01\n---\n# First\n",
      to: "notes/first.md")
  }

  @discardableResult
  private func add(_ arguments: String..., input: String = "") throws -> Binary.Result {
    let process = try Binary.run(
      Binary.location, ["log"] + arguments + ["--now", "2026-11-25T13:05:00Z"], input: input, [:],
      folder.url)
    return process
  }

  /// A file with letters for its id.
  private func read(_ path: String) throws -> String {
    try folder.read(path).replacing(/id: n-[0-9a-z]{20}/, with: "id: ID")
  }

  @Test func `a line is added to the log of the day`() throws {
    let first = try add("Got the parser working #atlas @sam")
    #expect(first.status == 0)
    #expect(first.output.isEmpty)
    #expect(
      first.error == """
        Added a line to private/notes/log/2026-11-25.md (Atlas, sam as “a colleague” until people.yml has their consent). Only you see it until: outloud publish private/notes/log/2026-11-25.md

        """)
    #expect(try add("Its tests pass #caching", "--shipped").status == 0)
    #expect(
      try read(log) == """
        ---
        id: ID
        project: Atlas
        people: [sam]
        status: shipped
        tags: [caching]
        ---

        ## 2026-11-25

        - 14:05 Got the parser working
        - 14:05 Its tests pass

        """)
    // It is nobody else's yet, and it can be published as it is.
    #expect(try outloud.run("build", "--strict", "--now", "2026-11-26").status == 0)
    #expect(!(try folder.read("public/index.html").contains("parser")))
    try folder.write(try folder.read(log), to: "notes/log/2026-11-25.md")
    let built = try outloud.run("build", "--strict", "--now", "2026-11-26")
    #expect(built.status == 0, "\(built.error)")
    let page = try folder.read("public/log/2026-11-25/index.html")
    #expect(page.contains("Got the parser working") && !page.contains("sam"))
    #expect(page.contains("/projects/atlas/") && page.contains("a colleague"))
  }

  @Test func `a published log is finished, and a day of two projects has two logs`() throws {
    try folder.write("---\nproject: Borealis\n---\nx", to: "private/notes/b.md")
    try add("One #atlas")
    try add("Two #borealis")
    try add("Three")
    #expect(try read(log).hasSuffix("- 14:05 One\n- 14:05 Three\n"))
    #expect(try read("private/notes/log/2026-11-25-2.md").hasSuffix("- 14:05 Two\n"))
    #expect(try read("private/notes/log/2026-11-25-2.md").contains("slug: \"2026-11-25-2\"\n"))
    // One is published under its name, the other under a name of its own.
    try folder.write("mine", to: "notes/log/2026-11-25.md")
    try folder.write(
      try folder.read("private/notes/log/2026-11-25-2.md"), to: "notes/elsewhere.md")
    let result = try add("Four #borealis", "--json")
    #expect(result.output.contains("\"file\" : \"private/notes/log/2026-11-25-3.md\""))
    #expect(try read(log).hasSuffix("Three\n"))
    #expect(try read("private/notes/log/2026-11-25-2.md").hasSuffix("Two\n"))
  }

  @Test func `when it happened can be said`() throws {
    try add("Morning", "--at", "09:30")
    try add("Early", "--at", "2026-11-20T23:30:00Z")
    try add("Some time", "--at", "2026-11-20")
    #expect(try read(log).hasSuffix("- 09:30 Morning\n"))
    #expect(try read("private/notes/log/2026-11-21.md").hasSuffix("- 00:30 Early\n"))
    #expect(try read("private/notes/log/2026-11-20.md").hasSuffix("- Some time\n"))
    for wrong in ["2026", "2026-11", "never", "2026-02-30", "25:00"] {
      let result = try add("x", "--at", wrong)
      #expect(result.status == 2)
      #expect(
        result.error.contains(
          "--at wants a day such as 2026-11-20, 2026-11-20T14:05 or 14:05, not “\(wrong)”."))
    }
  }

  @Test func `what comes through a pipe is one line each`() throws {
    let result = try add("--project", "New one", input: "Fix #12\n\n  - Tidy *.go #tools\r\n")
    #expect(result.status == 0)
    #expect(
      result.error.hasPrefix("Added 2 lines to private/notes/log/2026-11-25.md (New one, #tools)."))
    #expect(try read(log).hasSuffix("- 14:05 Fix #12\n- 14:05 - Tidy \\*.go\n"))
    #expect(try read(log).contains("project: New one\n"))
    #expect(try add("-", input: "From a pipe").status == 0)
    #expect(try read(log).hasSuffix("- 14:05 From a pipe\n"))
  }

  @Test(arguments: ["- 20 % in a day", "---", "-v works now", "# No title", "--stuck is a flag"])
  func `words that look like an option or a heading are words`(text: String) throws {
    #expect(try add(text).status == 0)
    #expect(try read(log).hasSuffix("- 14:05 \(text)\n"))
  }

  @Test func `without a text the latest lines are listed`() throws {
    let none = try add()
    #expect(none.status == 0 && none.output.isEmpty)
    #expect(none.error == "No lines yet. Begin with: outloud log \"What I did just now\"\n")
    for number in 1...9 { try add("Line \(number)") }
    try add("Before", "--at", "2026-11-24")
    try add("Long before", "--at", "2026-11-23")
    try folder.write("## 2026-11-26\n\n- 08:00 Published\n", to: "notes/log/2026-11-26.md")
    let result = try add()
    #expect(
      result.output == """
        2026-11-25 14:05  Line 1
        2026-11-25 14:05  Line 2
        2026-11-25 14:05  Line 3
        2026-11-25 14:05  Line 4
        2026-11-25 14:05  Line 5
        2026-11-25 14:05  Line 6
        2026-11-25 14:05  Line 7
        2026-11-25 14:05  Line 8
        2026-11-25 14:05  Line 9
        2026-11-26 08:00  Published

        """)
    #expect(try add("--json").output.contains("\"text\" : \"Line 1\""))
    let wordless = try add("--stuck")
    #expect(wordless.status == 2)
    #expect(
      wordless.error == "error: there is nothing to add; say what happened: outloud log \"…\"\n")
  }

  @Test func `any folder will do, and the site is found from below`() throws {
    let bare = try TemporaryFolder()
    try bare.write("# A note\n", to: "a.md")
    #expect(try outloud.run("log", "Hello", bare.url.path, "--now", "2026-11-25").status == 0)
    #expect(try bare.read("private/.gitignore") == "*\n")
    #expect(try bare.read("private/notes/log/2026-11-25.md").hasSuffix("- 00:00 Hello\n"))
    let below = Binary(workingFolder: folder.url.appending(path: "notes"))
    #expect(try below.run("log", "Up", "--now", "2026-11-25").status == 0)
    #expect(try read(log).hasSuffix("- 00:00 Up\n"))
    let wrong = try outloud.run("log", "Got", "it")
    #expect(wrong.status == 3)
    #expect(
      wrong.error
        == "error: there is no folder “it”; put the words of a line between quotation marks\n")
  }

  @Test func `a log that cannot be added to is left alone, and said`() throws {
    try folder.write("---\ntitle: a: b\n---\n", to: log)
    let result = try add("Hello")
    #expect(result.status == 0)
    #expect(result.error.hasPrefix("\(log):2:9: warning: a colon followed by a space ends a key"))
    #expect(try folder.read(log) == "---\ntitle: a: b\n---\n")
    #expect(try read("private/notes/log/2026-11-25-2.md").hasSuffix("- 00:00 Hello\n") == false)
    #expect(try read("private/notes/log/2026-11-25-2.md").hasSuffix("- 14:05 Hello\n"))
  }

  @Test func `twenty at the same time lose nothing`() async throws {
    let (program, place) = (try Binary.location, folder.url)
    let done = try await withThrowingTaskGroup(of: Int32.self) { group in
      for number in 0..<20 {
        group.addTask {
          try Binary.run(
            program, ["log", "Line \(number) #topic\(number)", "--now", "2026-11-25"], [:], place
          ).status
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(done.allSatisfy { $0 == 0 })
    let text = try folder.read(log)
    for number in 0..<20 { #expect(text.contains("- 00:00 Line \(number)\n"), "\(text)") }
    #expect(text.ranges(of: "## 2026-11-25\n").count == 1)
    #expect(text.ranges(of: ", topic").count == 19)
    let left = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "private/notes/log").path)
    #expect(left == ["2026-11-25.md"])
  }
}
