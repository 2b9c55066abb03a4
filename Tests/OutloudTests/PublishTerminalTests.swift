import Foundation
import Testing

/// What `publish` asks whoever sits at a terminal, and what comes of each answer.
struct PublishTerminalTests {
  private static let recognised =
    "Could anyone in it be recognised who has not agreed to it? (yes or no) "
  private static let publish = "Publish it? (yes or no) [no] "

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("url: https://a.example/\n", to: "outloud.yml")
    try folder.write(
      "---\nid: n-1\n---\n# The cache\n\nIt forgets.\n", to: "private/notes/2026-11-20-cache.md")
    try folder.write(
      "---\nid: n-2\n---\n# The queue\n\nIt waits.\n", to: "private/notes/2026-11-21-queue.md")
  }

  private func terminal(_ note: String, _ arguments: String...) throws -> Terminal {
    try Terminal(["publish", note, "--now", "2026-11-25"] + arguments, in: folder.url)
  }

  private func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.url.appending(path: path).path)
  }

  @Test func `the first time it shows the note, asks for people, and asks again`() throws {
    let terminal = try terminal("The cache")
    try terminal.wait(for: "“The cache”, 5 words:\n\n  ---\n  id: n-1\n")
    try terminal.wait(for: "Seen by everyone, once the site is built and published.\n")
    try terminal.wait(for: Self.recognised)
    terminal.type("no\n")
    try terminal.wait(for: Self.publish)
    terminal.type("yes\n")
    let (shown, status) = terminal.end()
    #expect(status == 0)
    #expect(
      shown == """
        yes
        Published: “The cache”.
          private/notes/2026-11-20-cache.md is notes/2026-11-20-cache.md now
        Next: outloud build, and publish the result as you always do.

        """)
    #expect(exists("notes/2026-11-20-cache.md") && !exists("private/notes/2026-11-20-cache.md"))
  }

  @Test func `what is written while it asks is not lost`() throws {
    let terminal = try terminal("The cache")
    try terminal.wait(for: Self.recognised)
    let edited = "---\nid: n-1\n---\n# The cache\n\nIt forgets names.\n"
    try folder.write(edited, to: "private/notes/2026-11-20-cache.md")
    terminal.type("no\n")
    try terminal.wait(for: Self.publish)
    terminal.type("yes\n")
    let (shown, status) = terminal.end()
    #expect(status == 1)
    #expect(
      shown == """
        yes
        private/notes/2026-11-20-cache.md: error: it has changed since it was looked at, and nothing was published [publish-changed]
          hint: publish the note again, to see what will be seen now

        """)
    #expect(try folder.read("private/notes/2026-11-20-cache.md") == edited)
    #expect(!exists("notes/2026-11-20-cache.md"))
  }

  @Test func `after the first it asks once, and takes one letter`() throws {
    try folder.write("---\nid: n-0\n---\nx\n", to: "notes/2026-01-01-first.md")
    let first = try terminal("The cache", "--yes")
    #expect(first.end().status == 0)
    let second = try terminal("The queue")
    try second.wait(for: "Address: https://a.example/queue/\n")
    try second.wait(for: Self.publish)
    second.type("Y\n")
    let (shown, status) = second.end()
    #expect(status == 0)
    #expect(shown.contains("Published: “The queue”."))
    #expect(exists("notes/2026-11-21-queue.md"))
  }

  /// What is typed at each question, in turn.
  @Test(arguments: [
    ["no\n", "no\n"], ["no\n", "n\n"], ["no\n", "\n"], ["no\n", "\u{4}"], ["\n"], ["\u{4}"],
  ])
  func `whatever is no yes changes nothing`(answers: [String]) throws {
    let before = try folder.contents(of: ".")
    let terminal = try terminal("The cache")
    for (question, answer) in zip([Self.recognised, Self.publish], answers) {
      try terminal.wait(for: question)
      terminal.type(answer)
    }
    let (shown, status) = terminal.end()
    #expect(status == 0)
    #expect(shown.hasSuffix("Nothing was changed.\n"), "\(shown)")
    #expect(try folder.contents(of: ".") == before)
  }

  @Test func `somebody who could be recognised keeps it private, with what helps`() throws {
    let before = try folder.contents(of: ".")
    let terminal = try terminal("The cache")
    try terminal.wait(for: Self.recognised)
    terminal.type("yes\n")
    let (shown, status) = terminal.end()
    #expect(status == 0)
    #expect(
      shown == """
        yes
        Then leave out what they are known by: write “a colleague”, add to private/stand-ins.yml what may
        be said instead, or ask them, and add the date of their consent to people.yml.
        Nothing was changed.

        """)
    #expect(try folder.contents(of: ".") == before)
  }

  @Test func `what is neither yes nor no is asked again`() throws {
    let terminal = try terminal("The cache")
    try terminal.wait(for: Self.recognised)
    terminal.type("perhaps\n")
    try terminal.wait(for: "That cannot be it: “perhaps”.\n\(Self.recognised)")
    terminal.type("no\n")
    try terminal.wait(for: Self.publish)
    terminal.type("yes please\n")
    try terminal.wait(for: "That cannot be it: “yes please”.\n\(Self.publish)")
    terminal.type("no\n")
    #expect(terminal.end().shown.hasSuffix("Nothing was changed.\n"))
  }

  @Test func `an interruption changes nothing, at either question`() throws {
    for answers in [[], ["no\n"]] {
      let before = try folder.contents(of: ".")
      let terminal = try terminal("The cache")
      try terminal.wait(for: Self.recognised)
      for answer in answers {
        terminal.type(answer)
        try terminal.wait(for: Self.publish)
      }
      terminal.interrupt()
      let (shown, status) = terminal.end()
      #expect(status != 0)
      #expect(!shown.contains("Published"))
      #expect(try folder.contents(of: ".") == before)
    }
  }

  @Test
  func `a coach is asked for in other words, and somebody who is named is asked for each time`()
    throws
  {
    try folder.write("---\nid: n-0\n---\nx\n", to: "notes/2026-01-01-first.md")
    #expect(try terminal("The cache", "--yes").end().status == 0)
    let coach = try terminal("The queue", "--to", "coach")
    try coach.wait(for: "Seen by your coach, in what “outloud build --for coach” makes.\n")
    try coach.wait(for: "Show it to your coach? (yes or no) [no] ")
    coach.type("no\n")
    #expect(coach.end().shown.hasSuffix("Nothing was changed.\n"))
    try folder.write(
      "---\nid: n-3\npeople: [{name: Ada Example, consent: 2026-01-01}]\n---\n# With Ada\n\nx\n",
      to: "private/notes/2026-11-22-ada.md")
    let named = try terminal("With Ada")
    try named.wait(for: Self.recognised)
    named.type("no\n")
    try named.wait(for: Self.publish)
    named.type("no\n")
    #expect(named.end().shown.hasSuffix("Nothing was changed.\n"))
  }

  @Test func `over a copy that somebody has changed nothing is asked, and both are shown`() throws {
    try folder.write("Acme: a retailer\n", to: "private/stand-ins.yml")
    try folder.write(
      "---\nid: n-4\n---\n# The till\n\nAcme has one.\n", to: "private/notes/2026-11-23-till.md")
    #expect(try terminal("The till", "--yes").end().status == 0)
    let copy = "notes/2026-11-23-till.md"
    try folder.write(try folder.read(copy) + "More.\n", to: copy)
    try folder.write(
      "---\nid: n-4\n---\n# The till\n\nAcme has two.\n", to: "private/notes/2026-11-23-till.md")
    let before = try folder.contents(of: ".")
    let (shown, status) = try terminal("The till").end()
    #expect(status == 1)
    #expect(
      shown == """
        private/notes/2026-11-23-till.md: error: “notes/2026-11-23-till.md” has been changed since it was published, and would be overwritten [publish-changed]
          hint: bring the change into the original, then delete the copy and publish again
          notes/2026-11-23-till.md:7: note: - A retailer has one.
          notes/2026-11-23-till.md:7: note: - More.
          private/notes/2026-11-23-till.md: note: + A retailer has two.

        """)
    #expect(try folder.contents(of: ".") == before)
  }

  @Test func `a preview asks nothing, and off a terminal nobody is asked`() throws {
    let before = try folder.contents(of: ".")
    let (shown, status) = try terminal("The cache", "--preview").end()
    #expect(status == 0)
    #expect(shown.hasSuffix("Nothing was changed.\n") && !shown.contains("(yes or no)"))
    #expect(try folder.contents(of: ".") == before)
    let done = try Binary(workingFolder: folder.url).run(
      "publish", "The cache", "--now", "2026-11-25", input: "no\n")
    #expect(done.status == 0 && !done.error.contains("(yes or no)"))
    #expect(exists("notes/2026-11-20-cache.md"))
  }
}
