import Files
import Notes
import Problems
import Testing

@testable import Insurance

struct QuestionBookTests {
  private func book(
    _ packs: String..., language: String = "en"
  ) -> (book: QuestionBook, report: String) {
    let files = packs.enumerated().map { index, text in
      ("prompts/\(index + 1).yml", Array(text.utf8))
    }
    let folder = MemoryFolder(Dictionary(uniqueKeysWithValues: files))
    let (book, problems) = QuestionBook.read(in: folder, language: language)
    return (book, ProblemReport(problems.sorted()).text)
  }

  @Test func `the questions that come with the program are whole`() {
    let (book, report) = book()
    #expect(report == "")
    let questions = book.questions
    #expect(questions.filter { $0.occasion != .worksheet }.count >= 60)
    #expect(Set(questions.map(\.id)).count == questions.count)
    #expect(questions.allSatisfy { $0.hint != nil })
    #expect(book.worksheets.count >= 3)
    #expect(book.worksheets.allSatisfy { $0.questions.count >= 5 && $0.hint != nil })
  }

  @Test(arguments: Occasion.allCases.filter { $0 != .worksheet })
  func `there is a question for every occasion, and a reason`(occasion: Occasion) throws {
    let (book, _) = book()
    #expect(!book.questions(for: occasion).isEmpty)
    let because = try #require(book.because(occasion))
    #expect(because.hasPrefix("because "))
  }

  @Test func `no question scolds, counts or compares`() {
    for question in book().book.questions {
      let words = "\(question.ask) \(question.hint ?? "")".lowercased()
      for bad in [
        "streak", "score", "days in a row", "should have", "missed", "finally", "fell behind",
      ] {
        #expect(!words.contains(bad), "\(question.id): \(bad)")
      }
      #expect(question.ask.utf8.count <= 140, "\(question.id)")
    }
  }

  @Test(arguments: ["en", "de", "de-AT"])
  func `translations hold nothing but texts of questions that there are`(language: String) {
    let english = book().book
    let (translated, report) = book(language: language)
    #expect(report == "")
    #expect(translated.questions.map(\.id) == english.questions.map(\.id))
    #expect(translated.questions.map(\.occasion) == english.questions.map(\.occasion))
    #expect(translated.questions.map(\.fill) == english.questions.map(\.fill))
    #expect(translated.worksheets.map(\.questions) == english.worksheets.map(\.questions))
  }

  @Test func `a pack of a site's own changes, adds, and keeps the rest`() throws {
    let (mine, report) = book(
      """
      questions:
        - id: any-today
          ask: What did you build?
        - id: mine
          ask: How was the tide?
          when: week
          fills: learned
      """)
    #expect(report == "")
    let today = try #require(mine.question("any-today"))
    #expect(today.ask == "What did you build?")
    #expect(today.occasion == .any && today.fill == .part(.what))
    #expect(mine.question("mine")?.occasion == .week)
    #expect(mine.questions.count == book().book.questions.count + 1)
  }

  @Test func `a pack can take the place of all others`() {
    let (mine, report) = book(
      "replace: true\nquestions: [{id: mine, ask: How was the tide?}]\n")
    #expect(report == "")
    #expect(mine.questions.map(\.id) == ["mine"] && mine.worksheets.isEmpty)
    #expect(mine.because(.any) == "because it is always a good question")
  }

  @Test func `a pack in another language is for sites in that language`() throws {
    let pack = "language: nl\nquestions: [{id: any-today, ask: Wat deed je vandaag?}]\n"
    #expect(book(pack).book.question("any-today")?.ask == "What did you do today that nobody saw?")
    let dutch = book(pack, language: "nl-BE").book
    #expect(dutch.question("any-today")?.ask == "Wat deed je vandaag?")
    // What nobody has translated is asked in English.
    #expect(dutch.question("any-tool")?.ask.hasPrefix("Which tool") == true)
  }

  @Test func `a worksheet takes questions of its own, and those that there are`() {
    let (mine, report) = book(
      """
      worksheets:
        - id: tide
          title: The tide
          questions:
            - any-today
            - {id: tide-high, ask: How high was it?, fills: what}
      """)
    #expect(report == "")
    #expect(mine.worksheet("tide")?.questions == ["any-today", "tide-high"])
    #expect(mine.question("tide-high")?.occasion == .worksheet)
  }

  @Test(arguments: [
    (
      "questions:\n  - ask: What?\n",
      """
      prompts/1.yml:2:5: error: the question has no id [question-incomplete]
          2 |   - ask: What?
            |     ^~~~~~~~~~ add one that will never change, such as “id: my-first-question”

      """
    ),
    (
      "questions:\n  - id: mine\n    when: any\n",
      """
      prompts/1.yml:2:9: error: the question “mine” asks nothing [question-incomplete]
          2 |   - id: mine
            |         ^~~~ add a line “ask: What …?”; only a question of an earlier pack can go without

      """
    ),
    (
      "questions:\n  - {id: a, ask: One}\n  - {id: a, ask: Two}\n",
      """
      prompts/1.yml:3:10: error: the id “a” stands in this file a second time [question-twice]
          3 |   - {id: a, ask: Two}
            |          ^ give each its own

      """
    ),
    (
      "questions:\n  - id: a\n    ask: What of {name}?\n    when: stuk\n",
      """
      prompts/1.yml:3:10: error: “{name}” stands for nothing here [placeholder-unknown]
          3 |     ask: What of {name}?
            |          ^~~~~~~~~~~~~~~ the words in braces depend on “when:”, and here there are none
      prompts/1.yml:4:11: error: “when” cannot be “stuk” [value-unknown]
          4 |     when: stuk
            |           ^~~~ did you mean “stuck”?

      """
    ),
    (
      "because:\n  stuck: because {nome} is\n",
      """
      prompts/1.yml:2:10: error: “{nome}” stands for nothing here [placeholder-unknown]
          2 |   stuck: because {nome} is
            |          ^~~~~~~~~~~~~~~~~ I know {name} and {since}

      """
    ),
    (
      "worksheets: [{id: w, questions: [any-todey]}]\n",
      """
      prompts/1.yml:1:34: error: there is no question “any-todey” [question-unknown]
          1 | worksheets: [{id: w, questions: [any-todey]}]
            |                                  ^~~~~~~~~ did you mean “any-today”?

      """
    ),
    (
      "questions:\n  - id: A b\n    ask: x\n    fils: why\n",
      """
      prompts/1.yml:2:9: error: “id” wants small letters, digits and hyphens, at most 60 [value-invalid]
          2 |   - id: A b
            |         ^~~
      prompts/1.yml:4:5: warning: the key “fils” is none I know [key-unknown]
          4 |     fils: why
            |     ^~~~ did you mean “fills”?

      """
    ),
    (
      "question: x\n",
      """
      prompts/1.yml:1:1: warning: the key “question” is none I know [key-unknown]
          1 | question: x
            | ^~~~~~~~ did you mean “questions”?

      """
    ),
    (
      "a: b: c\n",
      """
      prompts/1.yml:1:5: error: a colon followed by a space ends a key, and this line has two [yaml-colon]
          1 | a: b: c
            |     ^ put quotes around the text behind the first

      """
    ),
  ])
  func `what is wrong in a pack is said at its place`(pack: String, expected: String) {
    #expect(book(pack).report == expected)
  }

  @Test func `what a pack says cannot write to a terminal`() {
    let (mine, _) = book("questions: [{id: a, ask: \"One\\e[2J\\ntwo\\tthree\"}]\n")
    #expect(mine.question("a")?.ask == "One [2J two three")
  }
}
