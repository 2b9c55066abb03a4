import ArgumentParser
import Dates
import Files
import Foundation
import Insurance
import Notes
import Problems

/// What the commands take that ask an author something.
struct AuthorOptions: ParsableArguments {
  @Argument(help: "The site's folder, or any folder of Markdown notes.")
  var folder = "."

  @Option(
    help: ArgumentHelp(
      "A file of questions, which go before the others.",
      discussion: "Those in the site's folder “prompts” are always taken.", valueName: "file"))
  var pack: String?

  // An answer may be a list, and begin with a hyphen.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The answer itself, or “-” to read it from standard input.", valueName: "text"))
  var answer: String?

  @OptionGroup var present: PresentOption

  @Flag(help: "Print as JSON on standard output.")
  var json = false
}

/// A site as its author sees it, and all that can be asked about it.
struct AuthorRun {
  let root: SiteRoot
  let site: Site
  let book: QuestionBook
  let chronicle: Chronicle
  let wording: Wording
  let now: Moment

  /// Ends the program where there is no such folder, or a file of questions has a mistake. Notes that
  /// cannot be read are named, and left to `check`.
  init(_ options: AuthorOptions) async throws {
    guard let root = SiteRoot(options.folder) else {
      Console.say("error: there is no folder “\(options.folder)”")
      throw ExitCode.inputOutput
    }
    self.root = root
    var reading = SiteReader.Options()
    reading.includesPrivate = true
    reading.allowsUndated = true
    let read = await SiteReader(root.folder, history: root.history, options: reading).read()
    var problems = read.problems.filter { $0.severity == .error }
    guard let site = read.site else {
      Console.say(Self.report(problems, root, nil))
      throw SiteRun.exitCode(for: problems)
    }
    var extra: SourceFile?
    if let pack = options.pack {
      switch SourceFile.read(pack, in: WorkingFolder()) {
      case .success(let file): extra = file
      case .failure(let problem):
        Console.say(ProblemReport([problem]).text)
        throw SiteRun.exitCode(for: [problem])
      }
    }
    let (book, found) = QuestionBook.read(
      in: root.folder, adding: extra, language: site.configuration.language)
    problems += found
    if !problems.isEmpty { Console.say(Self.report(problems, root, options.pack)) }
    if found.hasErrors { throw SiteRun.exitCode(for: found) }
    let zone = site.configuration.zone
    now = Moment(instant: options.present.instant(in: zone), in: zone)
    self.site = site
    self.book = book
    chronicle = Chronicle(site, today: now.date)
    wording = Wording(site, book, today: now.date)
  }

  private static func report(_ problems: [Problem], _ root: SiteRoot, _ pack: String?) -> String {
    ProblemReport(problems.sorted(), display: { $0 == pack ? $0 : root.display($0) }).text
  }

  var language: String { site.configuration.language }
  var zone: Zone { site.configuration.zone }

  /// What is said before a question while nothing is due.
  func say(preface: String?) {
    if let preface { Console.say("\(preface):\n") }
  }

  /// What is said before anything is asked while the author is away.
  var awayPreface: String? {
    guard let away = site.configuration.away, away.date > now.date else { return nil }
    return wording.preface(away: away)
  }

  /// An answer as one note.
  func keep(_ text: String, to choice: Agenda.Choice) throws -> String {
    guard let answer = Answer(text, to: choice, on: now.date, in: zone) else {
      throw refusal(.answerEmpty())
    }
    var notebook = Notebook(self, choice)
    return try notebook.keep(answer)
  }

  /// Says what is wrong.
  func refusal(_ problem: Problem) -> ExitCode {
    Console.say(Self.report([problem], root, nil))
    return SiteRun.exitCode(for: [problem])
  }
}

extension AuthorOptions {
  /// The answer that the command line gives, or that comes through a pipe; nil without one.
  func givenAnswer() throws -> String? {
    guard answer == "-" else { return answer }
    switch SourceFile.readStandardInput() {
    case .success(let file): return String(decoding: file.bytes, as: UTF8.self)
    case .failure(let problem):
      Console.say(ProblemReport([problem]).text)
      throw SiteRun.exitCode(for: [problem])
    }
  }
}
