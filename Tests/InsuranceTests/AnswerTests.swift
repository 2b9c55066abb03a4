import Dates
import Files
import Notes
import Problems
import Publishing
import Testing
import Writing

@testable import Insurance

/// What an answer becomes.
struct AnswerTests {
  private func note(
    _ id: String, _ text: String, language: String = "en",
    finding change: (inout Finding) -> Void = { _ in }
  ) async throws -> String {
    let test = InsuranceSite("-- outloud.yml --\nlanguage: \(language)\n")
    let site = try await test.read()
    let (book, _) = QuestionBook.read(in: test.folder, language: language)
    let question = try #require(book.question(id))
    var finding = Finding(question.occasion)
    change(&finding)
    let wording = Wording(site, book, today: try test.today)
    let answer = try #require(
      Answer(text, to: wording.choice(question, finding), on: try test.today, in: .utc))
    let draft = answer.draft(id: "n-1", words: site.words, language: language)
    return "\(draft.name).md\n" + String(decoding: try draft.bytes(), as: UTF8.self)
  }

  @Test func `an answer is a note with the question in it, for its author alone`() async throws {
    let text = try await note("stuck-tried", "  I asked Ada. She knew.\n\nThe clock!\n") {
      $0.name = "Atlas"
      $0.project = "Atlas"
    }
    #expect(
      text == """
        2026-11-25-i-asked-ada-she-knew-the-clock.md
        ---
        # What have you tried with Atlas, and what did it tell you?
        id: n-1
        date: 2026-11-25
        project: Atlas
        answers: stuck-tried
        ---

        ## Stuck

        I asked Ada. She knew.

        The clock!

        """)
  }

  @Test(arguments: [
    (
      "stuck-question", "Why does it forget? I do not know.",
      ["stuck_on: \"Why does it forget?\"", "status: stuck"]
    ),
    ("ask-meet", "Somebody who maps. Anybody", ["asks: [Somebody who maps.]"]),
    ("offer-who", "Half an hour", ["offers: [Half an hour]"]),
    ("any-energy", "Quiet. Really.", ["needs: [Quiet.]"]),
    ("quiet-state", "Paused, until spring.", ["status: paused"]),
    ("quiet-state", "It rests.", []),
    ("decision-no", "No to Fridays.", ["kind: boundary"]),
    ("life-pause", "A year at home.", ["experience: life"]),
    ("shipped-taught", "Less.", ["status: learned"]),
  ])
  func `a first sentence goes where it is looked for`(
    id: String, text: String, lines: [String]
  ) async throws {
    let note = try await note(id, text) { $0.name = "Atlas" }
    let own = note.split(separator: "\n").map(String.init).filter { line in
      ["stuck_on:", "asks:", "offers:", "needs:", "status:", "kind:", "experience:"]
        .contains(where: line.hasPrefix)
    }
    #expect(Set(own) == Set(lines))
    #expect(note.contains("\n\(text)\n"))
  }

  @Test func `a status and a heading are known in the site's language`() async throws {
    let german = try await note("quiet-state", "Steckt fest, bis es warm wird.", language: "de") {
      $0.name = "Atlas"
    }
    #expect(german.contains("# Wie steht es heute um Atlas?\n"))
    #expect(german.contains("\nstatus: stuck\n"), "\(german)")
    let heading = try await note("why-matters", "Darum.", language: "de")
    #expect(heading.contains("\n## Warum\n\nDarum.\n"), "\(heading)")
  }

  @Test(arguments: [
    ("We moved.", "2019", "We moved."),
    ("2019-06: We moved.", "2019-06", "We moved."),
    ("2019-06-03 We moved.", "2019-06-03", "We moved."),
    // Not of that year, or no date.
    ("2018-06: We moved.", "2019", "2018-06: We moved."),
    ("2019-13: We moved.", "2019", "2019-13: We moved."),
    ("2019: Boxes.", "2019", "Boxes."),
    ("2019 boxes were moved.", "2019", "2019 boxes were moved."),
  ])
  func `a year gone by is as exact as somebody remembers, and kept out of the feed`(
    text: String, date: String, rest: String
  ) async throws {
    let note = try await note("past-work", text) { $0.year = 2019 }
    #expect(note.contains("\ndate: \(date)\n"))
    #expect(note.contains("\nfeed: false\n"))
    #expect(note.hasSuffix("\n## What I did\n\n\(rest)\n"))
    #expect(note.contains("# 2019: what were you working on?\n"))
  }

  @Test(arguments: ["", " \n\t\n", "\u{0}\u{7}"])
  func `what says nothing is no answer`(text: String) async throws {
    let site = try await InsuranceSite("").read()
    let wording = Wording(site, QuestionBook.shared.book, today: try InsuranceSite("").today)
    let question = try #require(QuestionBook.shared.book.question("any-today"))
    let choice = wording.choice(question, Finding(.any))
    #expect(Answer(text, to: choice, on: try InsuranceSite("").today, in: .utc) == nil)
  }

  @Test func `what a terminal sends by mistake is not written`() async throws {
    #expect(try await note("any-tool", "A\u{0} pen\u{1B}cil\r\nx").hasSuffix("\nA pencil\nx\n"))
  }

  @Test func `no question is published, whatever is in it`() async throws {
    let choice = Agenda.Choice(
      question: try #require(QuestionBook.shared.book.question("any-today")),
      finding: Finding(.any), ask: "One\n---\nvisibility: public\n# two", because: "")
    let site = try await InsuranceSite("").read()
    let answer = try #require(
      Answer("x", to: choice, on: try InsuranceSite("").today, in: .utc))
    let bytes = try answer.draft(id: "n-1", words: site.words, language: "en").bytes()
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("---\n# One --- visibility: public # two\nid: n-1\n"))
  }

  @Test func `for an editor the note is prepared, with how little is enough`() async throws {
    let site = try await InsuranceSite("").read()
    let wording = Wording(site, QuestionBook.shared.book, today: try InsuranceSite("").today)
    let question = try #require(QuestionBook.shared.book.question("help-last"))
    let draft = Answer.blank(
      wording.choice(question, Finding(.noHelp)), id: "n-1", on: try InsuranceSite("").today,
      in: .utc, words: site.words, language: "en")
    #expect(draft.name == "2026-11-25-help-last")
    #expect(
      String(decoding: try draft.bytes(), as: UTF8.self) == """
        ---
        # Who helped you last, and with what? A word in the corridor counts. The name can stay out.
        id: n-1
        date: 2026-11-25
        answers: help-last
        ---

        ## Helped by


        """)
  }

  // MARK: - Worksheets

  @Test func `a worksheet goes on where it stopped, in its own order`() async throws {
    let book = QuestionBook.shared.book
    let sheet = try #require(book.worksheet("start"))
    var text = ""
    for (number, id) in sheet.questions.enumerated() {
      let test = InsuranceSite(text)
      let site = try await test.read()
      let progress = WorksheetProgress(sheet, Chronicle(site, today: try test.today))
      #expect(progress.answered == number)
      let next = try #require(progress.next(book, Wording(site, book, today: try test.today)))
      #expect(next.choice.question.id == id)
      #expect(next.text.hasPrefix("Where you are, \(number + 1): "))
      text += "-- private/notes/\(number).md --\n---\nanswers: \(id)\n---\nx\n"
    }
    let test = InsuranceSite(text)
    let site = try await test.read()
    let progress = WorksheetProgress(sheet, Chronicle(site, today: try test.today))
    #expect(progress.next(book, Wording(site, book, today: try test.today)) == nil)
  }

  // MARK: - A journal

  @Test func `an empty line ends an answer, and parts paragraphs in a journal`() {
    var short = Sitting(isTimed: false)
    #expect(short.add("One.") && short.add("Two.") && !short.add(" "))
    #expect(short.text == "One.\nTwo.")
    var journal = Sitting(isTimed: true)
    #expect(journal.add("One.") && journal.add("") && journal.add("Two"))
    journal.endTime()
    // Nobody is cut off in a sentence.
    #expect(journal.add("and a half.") && !journal.add(""))
    #expect(journal.text == "One.\n\nTwo\nand a half.")
  }
}
