import Dates
import Notes
import Testing
import Trials

@testable import Insurance

/// What is asked, and why: what the portfolio lacks and what is due.
struct AgendaTests {
  private static let rich = """
    -- notes/2026-11-20-full.md --
    ---
    project: Atlas
    status: doing
    people: [Ada]
    offers: [An hour on tables]
    asks: [Who has a second pair of eyes?]
    experience: learning
    ---
    ## Why

    x

    ## Learned

    y

    ## Next

    z
    -- notes/2026-11-21-decided.md --
    ---
    kind: decision
    visibility: public
    ---
    So be it.
    -- notes/2026-11-22-more.md --
    More.

    """

  @Test(arguments: [
    // Nothing yet.
    ("", [Occasion.first, .any]),
    // S3: work in progress, narrated with status, why, stuck, helped by, learned, next.
    (rich, [.any]),
    (
      "-- notes/2026-11-20-a.md --\n---\nproject: Atlas\nstatus: stuck\n---\nIt forgets.\n",
      [.stuck, .any]
    ),
    (
      "-- notes/2026-11-10-a.md --\n---\nproject: Atlas\nstatus: waiting\n---\nx\n",
      [.week, .waiting, .any]
    ),
    (
      "-- notes/2026-11-20-a.md --\n---\nproject: Atlas\nstatus: shipped\n---\nx\n",
      [.shipped, .any]
    ),
    ("-- notes/2026-11-20-a.md --\n---\nproject: Atlas\n---\nx\n", [.noStatus, .any]),
    // What is told is not lacking: a shipped project with what it taught.
    (
      "-- notes/2026-11-20-a.md --\n---\nproject: Atlas\nstatus: shipped\n---\n## Learned\n\nx\n",
      [.any]
    ),
    // Stuck, and moved since.
    (
      """
      -- notes/2026-11-20-a.md --
      ---
      project: Atlas
      status: stuck
      ---
      x
      -- notes/2026-11-21-b.md --
      ---
      project: atlas
      status: doing
      ---
      x

      """, [.any]
    ),
    // Stuck outside of a project, and closed by another note.
    (
      """
      -- notes/2026-11-20-a.md --
      ---
      id: n-1
      status: stuck
      ---
      x
      -- notes/2026-11-21-b.md --
      ---
      closes: [n-1]
      ---
      x

      """, [.any]
    ),
    // Asked for, a fortnight ago.
    (
      "-- notes/2026-11-11-a.md --\n---\nasks: [A hand]\n---\nx\n", [.week, .asked, .any]
    ),
    // A project that was not heard of for long.
    (
      """
      -- notes/2026-09-20-a.md --
      ---
      project: Atlas
      status: doing
      ---
      x
      -- notes/2026-11-24-b.md --
      x

      """, [.month, .week, .quiet, .any]
    ),
    // S2: questions at intervals. After a week, a quarter, a change of job.
    ("-- notes/2026-11-18-a.md --\nx\n", [.week, .any]),
    ("-- notes/2026-11-19-a.md --\nx\n", [.any]),
    (
      "-- notes/2026-08-26-a.md --\nx\n-- notes/2026-11-20-b.md --\nx\n",
      [.quarter, .month, .week, .any]
    ),
    (
      """
      -- notes/2026-11-19-a.md --
      ---
      experience: work
      role: Nurse
      ---
      x
      -- notes/2026-11-22-b.md --
      ---
      experience: work
      role: Data coordinator
      ---
      x

      """, [.newJob, .any]
    ),
    // S3: afraid. All is private, and that is where it begins.
    (
      """
      -- private/notes/2026-11-22-a.md --
      ---
      offers: [x]
      asks: [x]
      people: [Ada]
      next: x
      ---
      ## Why

      x

      ## Learned

      x
      -- private/notes/2026-11-23-b.md --
      x
      -- private/notes/2026-11-24-c.md --
      x

      """, [.unpublished, .any]
    ),
  ])
  func `a question follows from what there is and what there is not`(
    text: String, expected: [Occasion]
  ) async throws {
    let occasions = try await InsuranceSite(text).occasions()
    #expect(occasions == expected)
  }

  @Test func `few notes lack nothing, some lack what nobody has told`() async throws {
    let two = (20...21).map { "-- notes/2026-11-\($0)-a.md --\nx\n" }.joined()
    let some = (20...24).map { "-- notes/2026-11-\($0)-a.md --\nx\n" }.joined()
    #expect(try await InsuranceSite(two).occasions() == [.any])
    #expect(
      Set(try await InsuranceSite(some).occasions()) == [
        .noWhy, .noLearned, .noHelp, .noNext, .noOffer, .noAsk, .noDecision, .noLife, .any,
      ])
  }

  @Test func `a year without a note, between others, is asked about`() async throws {
    let notes = ["2022-01-01", "2024-01-01", "2025-01-01", "2025-02-01", "2026-11-20"]
      .map { "-- notes/\($0)-a.md --\nx\n" }.joined()
    let past = try #require(try await InsuranceSite(notes).first(.past))
    #expect(past.ask == "2023: what were you working on?")
    #expect(past.because == "because there is no note of 2023 yet")
    let told = notes + "-- private/notes/a.md --\n---\ndate: 2023\nfeed: false\n---\nx\n"
    #expect(try await InsuranceSite(told).first(.past) == nil)
  }

  @Test func `the reason says what it is about, and since when`() async throws {
    let text = """
      -- notes/2025-05-02-a.md --
      ---
      project: Atlas
      status: stuck
      ---
      x
      -- notes/2026-05-20-b.md --
      ---
      project: Atlas
      status: stuck
      ---
      x
      -- notes/2026-11-24-c.md --
      x

      """
    let stuck = try #require(try await InsuranceSite(text).first(.stuck))
    #expect(stuck.because == "because Atlas has been stuck since May 2025")
    #expect(stuck.ask.contains("Atlas"))
    #expect(stuck.finding.project == "Atlas")
    let german = try #require(
      try await InsuranceSite("-- outloud.yml --\nlanguage: de\n" + text).first(.stuck))
    #expect(german.because == "weil Atlas seit Mai 2025 feststeckt")
  }

  // MARK: - Coming back

  @Test(arguments: ["2026-11-25", "2026-12-08"])
  func `a quarter without notes, then one: the next prompt welcomes`(now: String) async throws {
    let text = """
      -- notes/2026-07-01-before.md --
      ---
      project: Atlas
      status: doing
      ---
      x
      -- notes/2026-11-25-a-cup-of-tea.md --
      x

      """
    let choices = try await InsuranceSite(text, now: now).agenda().choices
    let first = try #require(choices.first)
    #expect(first.finding.occasion == .back)
    #expect(
      first.because == "because it is good to have you back, and anything will do to begin with")
    for word in ["July", "months", "weeks", "days", "gap", "since"] {
      #expect(!first.ask.contains(word) && !first.because.contains(word))
    }
    // Once it is answered, and after a fortnight anyway, it is over.
    let answered =
      text + "-- private/notes/2026-11-25-x.md --\n---\nanswers: \(first.question.id)\n---\nx\n"
    #expect(try await InsuranceSite(answered, now: now).first(.back) == nil)
    #expect(try await InsuranceSite(text, now: "2026-12-10").first(.back) == nil)
  }

  @Test func `who has not come back yet is welcome too`() async throws {
    let text = "-- notes/2026-07-01-before.md --\nx\n"
    #expect(try await InsuranceSite(text).occasions().first == .back)
    #expect(try await InsuranceSite(text, now: "2026-09-28").occasions().first != .back)
    // Whoever writes four times a year has not been away.
    let quarterly = "-- outloud.yml --\nrhythm: quarterly\n" + text
    #expect(try await InsuranceSite(quarterly).occasions().first != .back)
  }

  // MARK: - Rhythm

  @Test func `who finds four notes a year enough is asked for no more`() async throws {
    let four = ["02-10", "05-12", "08-11", "11-10"]
      .map { "-- notes/2026-\($0)-a.md --\n---\nproject: Atlas\nstatus: doing\n---\nx\n" }.joined()
    let quarterly = InsuranceSite("-- outloud.yml --\nrhythm: quarterly\n" + four)
    let agenda = try await quarterly.agenda()
    #expect(agenda.due.isEmpty && agenda.rest == .enough)
    #expect(
      agenda.preface
        == "You have written this quarter, so nothing is due. If you feel like it all the same")
    let occasions = try await quarterly.occasions()
    #expect(!occasions.contains(.week) && !occasions.contains(.month))
    #expect(!occasions.contains(.quiet))
    var later = quarterly
    later.now = "2027-02-12"
    #expect(try await later.agenda().due.map(\.finding.occasion).contains(.quarter))
    // The same notes of somebody who writes weekly.
    var weekly = InsuranceSite(four)
    weekly.now = "2026-11-17"
    #expect(try await weekly.agenda().due.map(\.finding.occasion).contains(.week))
  }

  @Test func `until the day that someone is away, nothing falls due`() async throws {
    let text = """
      -- outloud.yml --
      away: 2027-03-01
      -- notes/2026-05-20-a.md --
      ---
      project: Atlas
      status: stuck
      ---
      x

      """
    let agenda = try await InsuranceSite(text).agenda()
    #expect(agenda.due.isEmpty)
    #expect(Set(agenda.choices.map(\.finding.occasion)) == [.any])
    #expect(
      agenda.preface
        == "You are away until 1 March 2027, so nothing is due. If you feel like it all the same")
    #expect(try await InsuranceSite(text, now: "2027-03-01").agenda().preface == nil)
    #expect(try await InsuranceSite(text, now: "2027-03-01").first(.stuck) != nil)
  }

  // MARK: - Answers

  @Test func `what is answered is known from the notes, and not asked again soon`() async throws {
    let stuck = "-- notes/2026-05-20-a.md --\n---\nproject: Atlas\nstatus: stuck\n---\nx\n"
    let first = try #require(try await InsuranceSite(stuck).first(.stuck))
    func answered(_ day: String, project: String) -> String {
      stuck
        + "-- private/notes/\(day)-x.md --\n---\nanswers: \(first.question.id)\nproject: \(project)\n---\nx\n"
    }
    #expect(try await InsuranceSite(answered("2026-11-24", project: "Atlas")).first(.stuck) == nil)
    #expect(try await InsuranceSite(answered("2026-11-24", project: "Other")).first(.stuck) != nil)
    // After a while the subject comes back, with another question.
    let later = try #require(
      try await InsuranceSite(answered("2026-11-01", project: "Atlas")).first(.stuck))
    #expect(later.question.id != first.question.id)
  }

  @Test func `every question that always is good comes before one comes again`() async throws {
    var text = ""
    var asked: [String] = []
    let count = QuestionBook.read(in: InsuranceSite("").folder, language: "en").book
      .questions(for: .any).count
    for day in 1...count {
      let now = "2026-06-\(day < 10 ? "0" : "")\(day)"
      let choice = try #require(try await InsuranceSite(text, now: now).first(.any))
      asked.append(choice.question.id)
      text +=
        "-- private/notes/\(now)-x.md --\n---\nanswers: \(choice.question.id)\n---\nx\n"
    }
    #expect(Set(asked).count == count)
  }

  @Test func `the same day asks the same, another day another question`() async throws {
    let text = "-- notes/2026-11-24-a.md --\nx\n"
    let days = (25...29).map { "2026-11-\($0)" }
    var asked: Set<String> = []
    for now in days {
      let first = try await InsuranceSite(text, now: now).first(.any)
      #expect(try await InsuranceSite(text, now: now + "T23:30:00Z").first(.any) == first)
      asked.insert(first?.question.id ?? "")
    }
    #expect(asked.count == days.count)
  }

  @Test func `what comes next is about something else`() async throws {
    let text =
      ["Atlas", "Borealis", "Cirrus"].map {
        "-- notes/2026-05-20-\($0).md --\n---\nproject: \($0)\nstatus: stuck\n---\nx\n"
      }.joined() + "-- notes/2026-11-24-a.md --\nx\n"
    let choices = try await InsuranceSite(text).agenda().choices
    let stuck = choices.prefix { $0.finding.occasion != .any }.filter {
      $0.finding.occasion == .stuck
    }
    #expect(Set(stuck.map(\.finding.project)).count == 3)
    #expect(Set(choices.map(\.question.id)).count == choices.count)
  }

  // MARK: - Nothing else counts

  @Test func `the notes and the day alone decide, whatever order the notes come in`() async throws {
    let seed = Trials.seed
    var random = SplitMix64(state: seed)
    var occasions: Set<Occasion> = []
    for turn in 0..<1_000 {
      let site = try await RandomSite.text(using: &random).read()
      let (book, _) = QuestionBook.shared
      let today = try #require(CivilDate(year: 2026, month: 11, day: 25))
      let agenda = Agenda(Chronicle(site, today: today), site, book)
      let shuffled = Agenda(
        Chronicle(site.notes.shuffled(using: &random), site, today: today), site, book)
      #expect(agenda.choices == shuffled.choices, "SEED=\(seed), turn \(turn)")
      #expect(agenda.rest == shuffled.rest && !agenda.choices.isEmpty, "SEED=\(seed)")
      for choice in agenda.choices {
        occasions.insert(choice.finding.occasion)
        #expect(!"\(choice.ask)\(choice.because)".contains("{"), "SEED=\(seed), turn \(turn)")
      }
    }
    // The sites are no empty exercise.
    #expect(occasions.count >= 20, "\(occasions)")
  }
}

extension QuestionBook {
  /// Read once: a thousand times would test nothing more.
  static let shared = QuestionBook.read(in: InsuranceSite("").folder, language: "en")
}

private enum RandomSite {
  static func text(using random: inout SplitMix64) -> InsuranceSite {
    var text = "-- outloud.yml --\n"
    text +=
      ["", "rhythm: monthly\n", "rhythm: quarterly\n", "away: 2027-01-01\n"]
      .randomElement(using: &random) ?? ""
    for number in 0..<Int.random(in: 0...12, using: &random) {
      let folder = ["notes", "private/notes"].randomElement(using: &random) ?? "notes"
      var lines: [String] = []
      func maybe(_ odds: Int, _ line: @autoclosure () -> String) {
        if Int.random(in: 0..<odds, using: &random) == 0 { lines.append(line()) }
      }
      let day = CivilDate(
        daysSinceEpoch: 20_782 - Int.random(in: -5...(number % 3 == 0 ? 1_500 : 60), using: &random)
      )
      lines.append("date: \(number % 11 == 7 ? String(day.year) : day.description)")
      maybe(4, "id: n-\(number)")
      maybe(2, "project: \(["Atlas", "atlas", "Borealis"].randomElement(using: &random) ?? "")")
      maybe(2, "status: \(Status.known.randomElement(using: &random) ?? "")")
      maybe(4, "experience: \(["work", "life"].randomElement(using: &random) ?? "")")
      maybe(4, "role: \(["Nurse", "Coordinator"].randomElement(using: &random) ?? "")")
      maybe(6, "asks: [A hand]")
      maybe(6, "offers: [A hand]")
      maybe(6, "people: [Ada]")
      maybe(8, "next: More")
      maybe(8, "closes: [n-\(Int.random(in: 0..<12, using: &random))]")
      maybe(8, "kind: decision")
      let ids = QuestionBook.shared.book.questions.map(\.id)
      maybe(5, "answers: \(ids.randomElement(using: &random) ?? "")")
      let part = ["", "## Why\n\nx\n", "## Learned\n\nx\n"].randomElement(using: &random) ?? ""
      text += "-- \(folder)/\(number).md --\n---\n\(lines.joined(separator: "\n"))\n---\n\(part)x\n"
    }
    return InsuranceSite(text)
  }
}
