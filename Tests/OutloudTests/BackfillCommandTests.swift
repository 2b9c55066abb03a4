import Foundation
import Testing

/// Going back year by year, from outside.
struct BackfillCommandTests {
  private let folder: TemporaryFolder
  private let outloud: Binary

  init() throws {
    folder = try TemporaryFolder()
    outloud = Binary(workingFolder: folder.url)
    try folder.write("# A desk\n", to: "notes/2026-11-20-a-desk.md")
    try folder.write("# The wheel\n", to: "notes/2022-05-01-the-wheel.md")
  }

  private func run(_ arguments: String...) throws -> Binary.Result {
    try Binary.run(
      Binary.location, ["backfill", "--now", "2026-11-25"] + arguments, [:], folder.url)
  }

  @Test func `off a terminal the next question is printed, and nothing is written`() throws {
    let result = try run()
    #expect(
      result.output == """
        2025: what were you working on?
          Before it: “The wheel” (May 2022)
          After it: “A desk” (November 2026)
          What comes to mind first. A sentence is enough, and a month if you know it.

        """)
    #expect(result.status == 0)
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "private").path))
    #expect(try run("--json").output.contains("\"year\" : 2025"))
  }

  @Test func `an answer is a note of that year, and the next year comes`() throws {
    let first = try run("--answer", "2025-03: We counted falls.")
    #expect(
      first.error == """
        Kept in private/notes/we-counted-falls.md, where only you see it.
        You have come back as far as 2025, with one note of years gone by.

        """)
    let note = try folder.read("private/notes/we-counted-falls.md")
    #expect(note.contains("\ndate: 2025-03\n") && note.contains("\nfeed: false\n"))
    #expect(try run().output.hasPrefix("2024: "))
    #expect(try run("--year", "2025").output.hasPrefix("2025: who were the people"))
    #expect(try run("--from", "2025").error.hasPrefix("There is a note of every year."))
    #expect(try run("--answer", "We began.", "--began").status == 0)
    let end = try run()
    #expect(end.output == "" && end.error.hasPrefix("There is a note of every year."))
  }

  @Test func `what is no year is wrong usage`() throws {
    for arguments in [["--year", "20"], ["--year", "0"], ["--year", "2027"], ["--began"]] {
      let result = try Binary.run(
        Binary.location, ["backfill", "--now", "2026-11-25"] + arguments, [:], folder.url)
      #expect(result.status == (arguments == ["--year", "20"] ? 0 : 2), "\(arguments)")
    }
  }

  @Test func `at the keyboard it walks back until nothing is answered`() throws {
    let terminal = try Terminal("backfill", "--now", "2026-11-25", in: folder.url)
    try terminal.wait(for: "2025: what were you working on?")
    try terminal.wait(for: "if you know it.\n")
    terminal.type("Falls.\n\n")
    try terminal.wait(for: "2024: what were you working on?")
    try terminal.wait(for: "if you know it.\n")
    terminal.type("began\n")
    try terminal.wait(for: "2024: how did it begin?")
    terminal.type("With a paper sheet.\n\n")
    let (shown, status) = terminal.end()
    #expect(status == 0)
    #expect(
      shown.contains("You have come back as far as 2024, with 2 notes of years gone by."),
      "\(shown)")
    #expect(try folder.read("private/notes/with-a-paper-sheet.md").contains("answers: past-began"))
    #expect(try run().output == "")
  }
}
