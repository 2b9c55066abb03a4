import ArgumentParser
import Dates
import Files
import Foundation
import Insurance
import Notes
import Problems
import Text

struct PromptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prompt",
    abstract: "One question worth answering today, and a note to answer it in.",
    discussion: """
      It follows from your notes and the day alone: what is stuck, what was not heard of for long, \
      what your notes do not say yet, what the time has come for. Asked again the same day it is the \
      same question, until you have answered it. Two sentences are an answer. It becomes a private \
      note, and stays one until you publish it.

      On a terminal your editor opens ($VISUAL or $EDITOR), or the answer is taken from the keyboard. \
      Elsewhere the question is printed, and nothing is written.

      Examples:
        outloud prompt
        outloud prompt --another
        outloud prompt --minutes 15
        outloud prompt --worksheet start
        outloud prompt --answer "Ada saw it at once: the clock was wrong."
        outloud prompt --list --json
      """)

  @OptionGroup var author: AuthorOptions

  @Option(help: "Write for so many minutes, as in a journal.")
  var minutes: Int?

  @Option(help: "Go on with a worksheet; --list says which there are.")
  var worksheet: String?

  @Option(help: "A question by its id, instead of the one that is chosen.")
  var question: String?

  @Flag(help: "Another question; twice for yet another.")
  var another: Int

  @Flag(help: "List what could be asked today, and the worksheets.")
  var list = false

  @Flag(help: "Take the answer from the keyboard, and open no editor.")
  var keyboard = false

  func validate() throws {
    if let minutes, !(1...600).contains(minutes) {
      throw ValidationError("--minutes wants a number from 1 to 600, not “\(minutes)”.")
    }
    if worksheet != nil, question != nil || another > 0 {
      throw ValidationError("--worksheet has an order of its own.")
    }
    if list, author.answer != nil { throw ValidationError("--list answers nothing.") }
  }

  func run() async throws {
    let run = try await AuthorRun(author)
    let agenda = Agenda(run.chronicle, run.site, run.book)
    if list { return show(PromptList(agenda, run.chronicle, run.book)) }
    guard let asked = try choose(run, agenda) else { return }
    if let text = try author.givenAnswer() {
      let path = try run.keep(text, to: asked.choice)
      if author.json { Console.print(PromptReport(asked, note: path).json) }
      return Console.say(kept(path, run))
    }
    guard Questions().isTerminal, !author.json else {
      Console.print(author.json ? PromptReport(asked, note: nil).json : asked.text)
      return
    }
    run.say(preface: worksheet == nil ? agenda.preface : nil)
    if !keyboard, let editor = Editor(environment: ProcessInfo.processInfo.environment) {
      try await write(asked, in: editor, run)
    } else {
      try write(asked, run)
    }
  }

  private func show(_ list: PromptList) {
    Console.print(author.json ? list.json : list.text)
  }

  /// Nil where a worksheet has come to its end.
  private func choose(_ run: AuthorRun, _ agenda: Agenda) throws -> Asked? {
    if let worksheet {
      guard let sheet = run.book.worksheet(worksheet) else {
        let known = run.book.worksheets.map(\.id)
        throw run.refusal(
          .questionUnknown(
            "worksheet", worksheet, known: known,
            meant: Spelling.nearest(to: worksheet, among: known)))
      }
      let progress = WorksheetProgress(sheet, run.chronicle)
      guard let asked = progress.next(run.book, run.wording) else {
        Console.say(
          "You have answered all of “\(sheet.title)”. The answers are in \(run.root.display(SiteLayout.privateNotesFolder))/, unless you have published them."
        )
        return nil
      }
      return asked
    }
    if let question {
      guard let wanted = run.book.question(question) else {
        let known = run.book.questions.map(\.id)
        throw run.refusal(
          .questionUnknown(
            "question", question, known: known, meant: Spelling.nearest(to: question, among: known))
        )
      }
      guard let choice = agenda.choice(of: wanted, run.wording) else {
        throw run.refusal(.questionIdle(question))
      }
      return Asked(choice)
    }
    guard !agenda.choices.isEmpty else {
      throw run.refusal(.questionsMissing())
    }
    return Asked(agenda.choices[another % agenda.choices.count])
  }

  // MARK: - On a terminal

  private func write(_ first: Asked, _ run: AuthorRun) throws {
    var keyboard = Keyboard()
    var asked: Asked? = first
    var answered = run.chronicle.answered
    while let now = asked {
      Console.say(now.text)
      Console.say(minutes.map { opening($0, run) } ?? "An empty line ends the answer.")
      var notebook = Notebook(run, now.choice)
      let ending = try notebook.write(from: &keyboard, minutes: minutes)
      guard let path = notebook.path else { return Console.say("Nothing was written.") }
      Console.say(kept(path, run))
      answered.insert(now.choice.question.id)
      guard ending == .answered, let worksheet, let sheet = run.book.worksheet(worksheet) else {
        return
      }
      asked = WorksheetProgress(sheet, answered: answered).next(run.book, run.wording)
      Console.say(asked == nil ? "That was the last question of “\(sheet.title)”." : "")
    }
  }

  private func write(_ asked: Asked, in editor: Editor, _ run: AuthorRun) async throws {
    Console.say(asked.text)
    if let minutes { Console.say(opening(minutes, run)) }
    var notebook = Notebook(run, asked.choice)
    let path = try notebook.open()
    let file = "\(run.root.path)/\(path)"
    let isWritten: Bool
    let isOpened: Bool
    do throws(FileError) {
      let blank = try Disk.read(file)
      let bell = minutes.map { minutes in
        Task {
          try await Task.sleep(for: .seconds(minutes * 60))
          StandardStream.standardError.write([7])
        }
      }
      isOpened = editor.opens(file)
      bell?.cancel()
      // Some editors put another file in its place, and its author may have taken it away.
      isWritten = Disk.kind(file) != .file ? false : try Disk.read(file) != blank
      if !isWritten { try Disk.removeFile(file) }
    } catch {
      throw run.refusal(.notKept(error))
    }
    if isWritten { return Console.say(kept(path, run)) }
    guard isOpened else { throw run.refusal(.editorFailed(editor.command)) }
    Console.say("Nothing was written.")
  }

  private func opening(_ minutes: Int, _ run: AuthorRun) -> String {
    let start = run.now
    let end = Moment(instant: start.instant + minutes * 60, in: run.zone)
    return
      "It is \(start.isoTime). Write until \(end.isoTime); it rings then. Ctrl-C ends sooner, and keeps what you have written."
  }

  private func kept(_ path: String, _ run: AuthorRun) -> String {
    "Kept in \(run.root.display(path)), where only you see it."
  }
}
