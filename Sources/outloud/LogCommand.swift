import ArgumentParser
import Dates
import Files
import Notes
import Problems
import Text
import Writing

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Add a line to today's log, for yourself until you publish it.",
    discussion: """
      The line goes into private/notes/log/, into the file of its day, with the time before it. \
      A log that has been published is left alone, and so is one of another project: the day then \
      gets a second log. Without a text, the latest lines are listed.

        #atlas   a project of the site makes the log part of it; another word is a topic
        @sam     somebody who helped, or was helped

      Such marks at the end are no part of the text; in the middle they stay as words. Whoever has \
      not agreed to be named in people.yml stands in the text as “a colleague”, and by name only in \
      the front matter, which does not show it either. Once they agree, their name is shown there.
      Mail addresses, C#, #12 and what stands in `code` or in an address are no marks; \\# and \\@ \
      are never one. Links and code work as in every note; all other text stays as you wrote it.

      What comes through a pipe is one line each.

      Examples:
        outloud log "Got the parser working #atlas @sam"
        outloud log --stuck "The cache answers from yesterday #atlas"
        outloud log --at 2026-11-20 "Talked to three users"
        git log -1 --format=%s | outloud log --project Atlas
        outloud log
      """)

  @Argument(help: "What happened, in one line; “-” reads lines from standard input.")
  var text: String?

  @Argument(help: "The site's folder, or any folder of Markdown notes.")
  var folder = "."

  enum Outcome: String, EnumerableFlag { case stuck, shipped, learned }

  @Flag(help: "Where the work stands; the last word of a day counts.")
  var status: Outcome?

  @Option(
    help: ArgumentHelp(
      "When it happened: a date, a date with a time, or a time of today.", valueName: "date"))
  var at: String?

  @Option(help: "The project it belongs to, known or new.")
  var project: String?

  @OptionGroup var present: PresentOption

  @Flag(help: "Print what was added, or the latest lines, as JSON on standard output.")
  var json = false

  private static let listed = 10

  func validate() throws {
    let start = Moment(instant: 0, in: .utc)
    if let at, When(at, now: start, in: .utc) == nil {
      throw ValidationError(
        "--at wants a day such as 2026-11-20, 2026-11-20T14:05 or 14:05, not “\(at)”.")
    }
  }

  func run() throws {
    guard let root = SiteRoot(folder) else {
      Console.say(
        "error: there is no folder “\(folder)”; put the words of a line between quotation marks")
      throw ExitCode.inputOutput
    }
    let isSaid: Bool
    do throws(Problem) {
      isSaid = try run(root, try Survey.read(in: root.folder))
    } catch {
      Console.say(
        ProblemReport([error], display: { root.display($0) }).text)
      throw SiteRun.exitCode(for: [error])
    }
    guard isSaid else {
      Console.say("error: there is nothing to add; say what happened: outloud log \"…\"")
      throw ExitCode.wrongUsage
    }
  }

  /// False where nothing was said that could be added.
  private func run(_ root: SiteRoot, _ survey: Survey) throws(Problem) -> Bool {
    let zone = survey.configuration.zone
    let now = present.instant(in: zone)
    let book = LogBook(in: root.path, survey, now: now)
    let lines = try self.lines(book)
    guard !lines.isEmpty else {
      // Somebody who says when it was, and not what, has not asked for the list.
      guard status == nil, at == nil, project == nil else { return false }
      list(
        LogListing(of: root.folder, notesFolder: survey.notesFolder, last: Self.listed), root)
      return true
    }
    let present = Moment(instant: now, in: zone)
    let (day, time) = (When(at, now: present, in: zone) ?? When(present)).place
    let entry = LogBook.Entry(
      day: day, time: time, status: status.map { Status($0.rawValue) },
      project: project.map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 })
    var generator = SystemRandomNumberGenerator()
    let record = try book.add(lines, entry, using: &generator)
    report(record, entry, survey, root)
    return true
  }

  /// What is to be added; nothing where nobody has said anything.
  private func lines(_ book: LogBook) throws(Problem) -> [LogLine] {
    if let text, text != "-" { return [book.line(of: text)].compactMap(\.self) }
    // Nobody is waited for who would have to type an end of file.
    guard !StandardStream.standardInput.isTerminal else { return [] }
    return book.lines(
      of: String(decoding: try SourceFile.readStandardInput().get().bytes, as: UTF8.self))
  }

  private func report(
    _ record: LogBook.Record, _ entry: LogBook.Entry, _ survey: Survey, _ root: SiteRoot
  ) {
    let problems = ProblemReport(record.problems, display: { root.display($0) })
    Console.say(problems.text)
    if json {
      Console.print(
        JSONText.encode(
          AddedLines(
            day: "\(entry.day)", time: entry.time.map(\.clock), status: entry.status?.word,
            lines: record.lines.map { .init($0.line, root.display($0.path)) })))
    }
    let count = record.lines.count
    let files = record.paths.map { root.display($0) }
    var facts: [String] = []
    func note(_ words: [String]) {
      for word in words where !facts.contains(word) { facts.append(word) }
    }
    let lines = record.lines.map(\.line)
    note(lines.compactMap(\.project))
    note(lines.flatMap(\.topics).map { "#\($0)" })
    if let status = entry.status { note([status.word]) }
    let unnamed = lines.flatMap(\.unnamed).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    if !unnamed.isEmpty {
      note([
        "\(unnamed.spoken) as “\(survey.words["colleague"] ?? "a colleague")” until \(People.fileName) has their consent"
      ])
    }
    let what = facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))"
    Console.say(
      "Added \(count == 1 ? "a line" : "\(count) lines") to \(files.spoken)\(what). Only you see it until: outloud publish \(files.last ?? "")"
    )
  }

  private func list(_ listing: LogListing, _ root: SiteRoot) {
    if json {
      Console.print(
        JSONText.encode(
          ListedLines(
            lines: listing.lines.map {
              .init(day: "\($0.day)", time: $0.time, text: $0.text, file: root.display($0.path))
            })))
    } else {
      Console.print(
        listing.lines.map { "\($0.day) \($0.time ?? "     ")  \($0.text)" }.joined(separator: "\n"))
    }
    if listing.lines.isEmpty {
      Console.say("No lines yet. Begin with: outloud log \"What I did just now\"")
    }
  }
}

/// The day of something that is written down, and the minute where it is known.
private struct When {
  let place: (day: CivilDate, time: Int?)

  init(_ moment: Moment) {
    place = (
      moment.date, moment.precision >= .minute ? moment.secondOfDay / 60 * 60 : nil
    )
  }

  /// Nil for what is no day of the calendar and no time of today. Without a text it is now.
  init?(_ text: String?, now: Moment, in zone: Zone) {
    guard let text = text?.trimmed else {
      self.init(now)
      return
    }
    let moment =
      (try? Moment(parsing: text, in: zone))
      ?? (try? Moment(parsing: "\(now.date) \(text)", in: zone))
    guard let moment, moment.precision >= .day else { return nil }
    // Times of other zones are told as the site's clocks show them.
    self.init(moment.precision == .day ? moment : Moment(instant: moment.instant, in: zone))
  }
}

private struct AddedLines: Encodable {
  let day: String
  let time: String?
  let status: String?
  let lines: [Line]

  struct Line: Encodable {
    let file: String
    let text: String
    let project: String?
    let topics: [String]
    let people: [String]

    init(_ line: LogLine, _ file: String) {
      self.file = file
      text = line.text
      project = line.project
      topics = line.topics
      people = line.people
    }
  }
}

private struct ListedLines: Encodable {
  let lines: [Line]

  struct Line: Encodable {
    let day: String
    let time: String?
    let text: String
    let file: String
  }
}

extension Int {
  /// Seconds since midnight as a clock shows them.
  fileprivate var clock: String {
    Moment(date: CivilDate(daysSinceEpoch: 0), secondOfDay: self, offset: 0, precision: .minute)
      .isoTime
  }
}
