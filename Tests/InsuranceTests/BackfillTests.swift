import Dates
import Files
import Notes
import Problems
import Publishing
import Testing
import Writing

@testable import Insurance

/// S1: current first, then backwards year by year.
struct BackfillTests {
  private func backfill(
    _ text: String, year: Int? = nil, from: Int? = nil
  ) async throws -> Backfill {
    let test = InsuranceSite(text)
    let site = try await test.read()
    let book = QuestionBook.shared.book
    let chronicle = Chronicle(site, today: try test.today)
    return Backfill(
      chronicle, book, Wording(site, book, today: try test.today), year: year, from: from)
  }

  private func notes(_ dates: String...) -> String {
    dates.map { "-- notes/\($0).md --\n---\ntitle: Of \($0)\ndate: \($0)\n---\nx\n" }.joined()
  }

  @Test(arguments: [
    ("", 2025), ("2026-11-20", 2025), ("2025-01-05", 2024), ("2024-03-01", 2025),
    ("1999", 2025),
  ])
  func `last year comes first`(date: String, year: Int) async throws {
    #expect(try await backfill(date.isEmpty ? "" : notes(date)).step?.year == year)
  }

  @Test func `it goes back from the latest gap, and says what is known around it`() async throws {
    let found = try await backfill(notes("2026-11-20", "2025", "2024-02-03", "2019-06", "2018"))
    let step = try #require(found.step)
    #expect(
      step.text == """
        2023: what were you working on?
          Before it: “Of 2019-06” (June 2019)
          After it: “Of 2024-02-03” (February 2024)
          What comes to mind first. A sentence is enough, and a month if you know it.
        """)
    #expect(found.reach == 2024)
    #expect(found.progress == "You have come back as far as 2024.")
  }

  @Test func `a year that is told is not asked about again, but more of it can be told`()
    async throws
  {
    let told = """
      -- private/notes/a.md --
      ---
      date: 2025
      answers: past-work
      feed: false
      ---
      x

      """
    let found = try await backfill(told)
    #expect(found.step?.year == 2024)
    #expect(found.told == 1)
    #expect(
      found.progress == "You have come back as far as 2025, with one note of years gone by.")
    let more = try await backfill(told, year: 2025)
    #expect(more.step?.choice.question.id == "past-people")
  }

  @Test func `the way back ends where somebody began, or says so`() async throws {
    let years = notes("2025", "2024")
    #expect(try await backfill(years, from: 2024).step == nil)
    #expect(try await backfill(years, from: 2023).step?.year == 2023)
    let began =
      years + "-- private/notes/b.md --\n---\ndate: 2022\nanswers: past-began\n---\nx\n"
    #expect(try await backfill(began).step?.year == 2023)
    #expect(try await backfill(began + notes("2023")).step == nil)
    // Nobody is asked about years before they lived.
    let all = (1_966...2_025).map { notes(String($0)) }.joined()
    #expect(try await backfill(all).step == nil)
  }

  @Test func `thirty old notes leave the feed as it is, and all stand in the archive`() async throws
  {
    var folder = InsuranceSite(
      """
      -- outloud.yml --
      url: https://a.example/
      -- notes/2026-11-20-now.md --
      ---
      project: Atlas
      ---
      Now.
      -- notes/2026-11-21-later.md --
      Later.

      """
    ).folder
    let before = try await build(folder)
    let test = InsuranceSite("")
    let site = try await test.read()
    let book = QuestionBook.shared.book
    let wording = Wording(site, book, today: try test.today)
    for index in 0..<30 {
      var finding = Finding(.past)
      finding.year = 2025 - index
      let questions = book.questions(for: .past)
      let choice = wording.choice(questions[index % questions.count], finding)
      let answer = try #require(
        Answer("Told \(index).", to: choice, on: try test.today, in: .utc))
      let draft = answer.draft(id: "n-\(index)", words: site.words, language: "en")
      // As `publish` does it.
      var edit = try FrontMatterEdit(try draft.bytes(), path: "a.md")
      try edit.set("published", to: .date(Moment(date: try test.today, in: .utc)))
      folder.files["notes/\(draft.name)-\(index).md"] = edit.bytes
    }
    let after = try await build(folder)
    for feed in ["feed.xml", "atom.xml", "feed.json"] {
      #expect(before[feed] != nil && after[feed] == before[feed], "\(feed)")
    }
    let archive = try #require(after["archive.xml"])
    for index in 0..<30 { #expect(archive.contains("Told \(index).")) }
    #expect(archive.ranges(of: "<entry>").count == 32)
  }

  private func build(_ folder: MemoryFolder) async throws -> [String: String] {
    let options = SiteReader.Options()
    let reading = await SiteReader(folder, history: NoHistory(), options: options).read()
    let now = try Moment(parsing: "2026-11-25", in: .utc).instant
    let made = Publication.make(of: reading, in: folder, for: .public, now: now)
    #expect(!made.problems.hasErrors, "\(ProblemReport(made.problems).text)")
    let publication = try #require(made.publication)
    var files: [String: String] = [:]
    for file in publication.files {
      files[file.path] = String(decoding: try file.contents(), as: UTF8.self)
    }
    return files
  }
}
