import Foundation
import Testing

/// A question a day, from outside.
struct PromptTests {
  private let folder: TemporaryFolder
  private let outloud: Binary

  init() throws {
    folder = try TemporaryFolder()
    outloud = Binary(workingFolder: folder.url)
    try folder.write(
      """
      ---
      project: Atlas
      status: stuck
      ---
      It forgets.

      """, to: "notes/2026-05-20-the-cache.md")
    for name in ["2026-08-10-one", "2026-11-01-two", "2026-11-24-three"] {
      try folder.write("More.\n", to: "notes/\(name).md")
    }
  }

  private func answers() throws -> [String] {
    let notes = folder.url.appending(path: "private/notes")
    guard FileManager.default.fileExists(atPath: notes.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: notes.path).sorted()
  }

  private func ask(_ arguments: String...) throws -> String {
    let result = try Binary.run(
      Binary.location, ["prompt", "--now", "2026-11-25"] + arguments, [:], folder.url)
    #expect(result.status == 0, "\(result.error)")
    return result.output
  }

  @Test func `off a terminal a question is printed, and nothing is written`() throws {
    let text = try ask()
    #expect(text.split(separator: "\n").count == 3)
    #expect(text.contains("\n  because Atlas has been stuck since May\n"), "\(text)")
    #expect(try ask() == text)
    #expect(try ask("--another") != text)
    #expect(try answers() == [])
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "private").path))
  }

  @Test func `the machine's zone, language and order of files change nothing`() throws {
    let text = try ask("--list", "--json")
    for (zone, language) in [
      ("Pacific/Kiritimati", "tr_TR.UTF-8"), ("America/Adak", "de_DE.UTF-8"),
    ] {
      let result = try Binary(
        environment: ["TZ": zone, "LC_ALL": language, "LANG": language], workingFolder: folder.url
      ).run("prompt", "--now", "2026-11-25", "--list", "--json")
      #expect(result.output == text)
    }
  }

  @Test func `an answer becomes a private note, and the question is not asked again`() throws {
    let asked = try ask()
    let result = try outloud.run(
      "prompt", "--now", "2026-11-25", "--answer", "Ada saw it at once: the clock was wrong.")
    #expect(result.status == 0 && result.output == "")
    let path = "private/notes/2026-11-25-ada-saw-it-at-once-the-clock-was.md"
    #expect(result.error == "Kept in \(path), where only you see it.\n")
    let note = try folder.read(path)
    #expect(note.contains("\nproject: Atlas\n") && note.contains("\nanswers: stuck-"))
    #expect(note.contains("Ada saw it at once: the clock was wrong.\n"))
    #expect(try ask() != asked)
    #expect(!(try ask("--list")).contains("Atlas has been stuck"))
    // It is nobody else's: not the answer, and not the question.
    #expect(try outloud.run("build", "--allow-undated").status == 0)
    for (name, data) in try folder.contents(of: "public") {
      let text = String(decoding: data, as: UTF8.self)
      #expect(!text.contains("Ada saw it"), "\(name)")
    }
  }

  @Test func `an answer comes through a pipe, and says where it went in JSON`() throws {
    let result = try outloud.run(
      "prompt", "--now", "2026-11-25", "--question", "any-tool", "--answer", "-", "--json",
      input: "A pencil.\nIt needs no update.\n")
    #expect(result.status == 0, "\(result.error)")
    #expect(
      result.output.contains(
        "\"note\" : \"private/notes/2026-11-25-a-pencil-it-needs-no-update.md\""))
    #expect(result.output.contains("\"id\" : \"any-tool\""))
  }

  @Test func `what cannot be is said, and nothing is written`() throws {
    for (arguments, status, text) in [
      (
        ["--answer", " "], Int32(1),
        """
        error: the answer is empty, and nothing was written [answer-empty]
          hint: two sentences are an answer; one is, too

        """
      ),
      (
        ["--worksheet", "strat"], 1,
        """
        error: there is no worksheet “strat” [question-unknown]
          hint: did you mean “start”?

        """
      ),
      (
        ["--worksheet", "xyzzy"], 1,
        """
        error: there is no worksheet “xyzzy” [question-unknown]
          hint: I know start, needs and change

        """
      ),
      (
        ["--question", "xyzzy"], 1,
        """
        error: there is no question “xyzzy” [question-unknown]
          hint: outloud prompt --list says which there are

        """
      ),
      (
        ["--question", "waiting-whom"], 1,
        """
        error: “waiting-whom” asks about something, and there is nothing of the kind today [question-unknown]
          hint: outloud prompt --list says what could be asked

        """
      ),
    ] {
      let result = try Binary.run(
        Binary.location, ["prompt", "--now", "2026-11-25"] + arguments, [:], folder.url)
      #expect(result.status == status)
      #expect(result.error == text)
    }
    for arguments in [["--minutes", "0"], ["--worksheet", "start", "--another"], ["--now", "x"]] {
      let result = try Binary.run(Binary.location, ["prompt"] + arguments, [:], folder.url)
      #expect(result.status == 2, "\(arguments)")
    }
    #expect(try answers() == [])
  }

  @Test func `a site's own questions are asked, and a mistake in them stops at its place`() throws {
    try folder.write(
      "replace: true\nquestions: [{id: tide, ask: How was the tide?}]\n", to: "prompts/mine.yml")
    #expect(try ask().hasPrefix("How was the tide?\n"))
    try folder.write("questions: [{id: ebb, ask: And the ebb?}]\n", to: "coach.yml")
    #expect(try ask("--pack", "coach.yml", "--list").contains("And the ebb? [ebb]"))
    try folder.write("questions: [{id: ebb, when: aby}]\n", to: "coach.yml")
    let result = try outloud.run("prompt", "--pack", "coach.yml")
    #expect(result.status == 1)
    #expect(
      result.error == """
        coach.yml:1:18: error: the question “ebb” asks nothing [question-incomplete]
            1 | questions: [{id: ebb, when: aby}]
              |                  ^~~ add a line “ask: What …?”; only a question of an earlier pack can go without
        coach.yml:1:29: error: “when” cannot be “aby” [value-unknown]
            1 | questions: [{id: ebb, when: aby}]
              |                             ^~~ did you mean “any”?

        """)
    try folder.write("replace: true\n", to: "prompts/mine.yml")
    let nothing = try outloud.run("prompt", "--now", "2026-11-25")
    #expect(nothing.status == 1)
    #expect(
      nothing.error == """
        error: there is nothing to ask: no pack has a question for today [question-unknown]
          hint: add one with “when: any” to prompts/

        """)
  }

  @Test func `any folder of notes is enough, and what was answered there is known`() throws {
    let other = try TemporaryFolder()
    try other.git("init", "-q")
    try other.write("# One\n", to: "2026-11-24-one.md")
    let place = Binary(workingFolder: other.url)
    let first = try place.run("prompt", "--now", "2026-11-25")
    #expect(try place.run("prompt", "--now", "2026-11-25", "--answer", "Yes.").status == 0)
    #expect(try place.run("prompt", "--now", "2026-11-25").output != first.output)
    #expect(!(try other.git("status", "--short").output.contains("private")))
  }

  // MARK: - At a terminal

  @Test func `two sentences at the keyboard, an empty line, and done`() throws {
    let terminal = try Terminal("prompt", "--now", "2026-11-25", in: folder.url)
    try terminal.wait(for: "An empty line ends the answer.\n")
    terminal.type("I slept.\n")
    terminal.type("It was the clock.\n\n")
    let (shown, status) = terminal.end()
    #expect(status == 0)
    #expect(
      shown.contains("Kept in private/notes/2026-11-25-i-slept.md"), "\(shown)")
    #expect(try answers().count == 1)
  }

  @Test func `without a word nothing is written`() throws {
    let terminal = try Terminal("prompt", "--now", "2026-11-25", in: folder.url)
    try terminal.wait(for: "An empty line ends the answer.\n")
    terminal.type("\n")
    #expect(terminal.end().shown.contains("Nothing was written."))
    #expect(try answers() == [])
  }

  @Test func `a journal says until when, and Ctrl-C keeps what was written`() throws {
    let terminal = try Terminal(
      "prompt", "--minutes", "15", "--now", "2026-11-25T14:05:00Z", in: folder.url)
    try terminal.wait(for: "It is 14:05. Write until 14:20; it rings then.")
    try terminal.wait(for: "\n")
    terminal.type("One.\n\nTwo, and half a sen\u{3}")
    let (shown, status) = terminal.end()
    #expect(status == 0, "\(shown)")
    let name = try #require(try answers().first)
    #expect(try folder.read("private/notes/\(name)").hasSuffix("One.\n\nTwo, and half a sen\n"))
  }

  @Test func `every line of a journal is on disk at once`() throws {
    let terminal = try Terminal(
      "prompt", "--minutes", "15", "--now", "2026-11-25T14:05:00Z", in: folder.url)
    try terminal.wait(for: "keeps what you have written.")
    terminal.type("One.\n")
    try terminal.wait(for: "One.")
    // The draft of the file stands there a moment earlier.
    func kept() throws -> String? { try answers().first { $0.hasSuffix(".md") } }
    while try kept() == nil { usleep(10_000) }
    let name = try #require(try kept())
    #expect(try folder.read("private/notes/\(name)").hasSuffix("One.\n"))
    terminal.type("\u{4}")
    #expect(terminal.end().status == 0)
  }

  @Test func `a worksheet goes on, question by question`() throws {
    let terminal = try Terminal(
      "prompt", "--worksheet", "start", "--now", "2026-11-25", in: folder.url)
    try terminal.wait(for: "Where you are, 1: ")
    try terminal.wait(for: "ends the answer.\n")
    terminal.type("I read.\n\n")
    try terminal.wait(for: "Where you are, 2: ")
    try terminal.wait(for: "ends the answer.\n")
    terminal.type("\n")
    #expect(terminal.end().status == 0)
    #expect(try ask("--worksheet", "start").hasPrefix("Where you are, 2: "))
    #expect(try ask("--list").contains("  start   Where you are."))
    #expect(try ask("--list").contains("One is answered."))
  }

  @Test func `an editor opens on a note that is prepared, and an empty one is taken away`() throws {
    try folder.write("#!/bin/sh\ncp \"$1\" seen.md\necho 'It was Ada.' >> \"$1\"\n", to: "ed it.sh")
    let file = folder.url.appending(path: "ed it.sh").path
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
    let terminal = try Terminal(
      "prompt", "--question", "help-last", "--now", "2026-11-25",
      environment: ["EDITOR": "'\(file)'"], in: folder.url)
    let (shown, status) = terminal.end()
    #expect(
      status == 0 && shown.contains("Kept in private/notes/2026-11-25-help-last.md"), "\(shown)")
    #expect(
      try folder.read("private/notes/2026-11-25-help-last.md").hasSuffix(
        "\n## Helped by\n\nIt was Ada.\n"))
    #expect(try folder.read("seen.md").hasPrefix("---\n# Who helped you last, and with what?"))

    for (editor, words, status) in [
      ("true", "Nothing was written.", Int32(0)),
      (
        "no-such-editor-here",
        "error: the editor “no-such-editor-here” could not be run, and nothing was written [editor-failed]\n  hint: change $VISUAL or $EDITOR, or answer here: outloud prompt --keyboard",
        1
      ),
    ] {
      let terminal = try Terminal(
        "prompt", "--question", "any-tool", "--now", "2026-11-25",
        environment: ["VISUAL": editor], in: folder.url)
      let end = terminal.end()
      #expect(end.status == status && end.shown.contains(words), "\(end.shown)")
    }
    #expect(try answers() == ["2026-11-25-help-last.md"])
  }
}
