import ArgumentParser
import Files
import Notes
import Problems
import Publishing

struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Publish a note after showing what will be seen; without a note, list what could be.",
    discussion: """
      Brings the note and its pictures from private/notes/ to notes/, without its private blocks and \
      with stand-ins in the place of the names in private/stand-ins.yml. Where nothing had to be left \
      out or replaced, the files move; where something had, the originals stay in private/, and \
      publishing again brings the public copy up to date, unless somebody has changed that. Pictures \
      lose what cameras write into them. What a build would stop at stops this too, and then nothing \
      is changed.

      On a terminal it asks first. It asks whether anyone in the note could be recognised when \
      somebody is named in it, and the first time of all. What you change meanwhile is not lost: then \
      nothing is published, and you can look again.

      Examples:
        outloud publish
        outloud publish private/notes/2026-11-20-the-cache.md
        outloud publish "The cache forgets" my-portfolio --yes
        outloud publish "A hard week" --to coach
      """)

  @Argument(help: "The note: its file, its title or its id.")
  var note: String?

  @OptionGroup var site: SiteOptions

  @Option(help: "Whom to publish it for: public, unlisted or coach.")
  var to = Reach.public

  @Flag(help: "Show it, and change nothing.")
  var preview = false

  @Flag(help: "Do not ask.")
  var yes = false

  @Flag(help: "Print the list, or what was published, as JSON on standard output.")
  var json = false

  func run() async throws {
    // A folder alone is the site's, and no note.
    let isFolder = site.folder == "." && Disk.kind(note ?? "") == .folder
    var site = self.site
    if isFolder { site.folder = note ?? "." }
    let run = try await PublishRun(site, for: to.audience)
    guard let note, !isFolder else { return try await list(run) }
    let release = try await run.release(note, for: to)
    try await show(release, run)
  }

  private func list(_ run: PublishRun) async throws {
    let root = run.root
    let candidates = await run.desk.candidates(mintingID: PublishRun.mintID)
    let report = CandidateReport(candidates) { root.display($0) }
    Console.print(json ? report.json : report.text)
  }

  private func show(_ release: Release, _ run: PublishRun) async throws {
    let root = run.root
    let problems = run.report(release.problems, in: release.folder)
    let words = ReleaseReport(release, naming: SiteRun.isNaming) { root.display($0) }
    Console.say(problems.text)
    guard !problems.problems.hasErrors else {
      if json { Console.print(words.json(isDone: false, problems)) }
      Console.say("Nothing was changed: \(problems.count).")
      throw SiteRun.exitCode(for: problems.problems)
    }
    Console.say(words.preview)
    guard !release.isUpToDate else {
      if json { Console.print(words.json(isDone: true, problems)) }
      return Console.say("It is published like this already.")
    }
    guard !preview, yes || isConfirmed(release) else {
      if json { Console.print(words.json(isDone: false, problems)) }
      return Console.say("Nothing was changed.")
    }
    do throws(ReleaseRefusal) {
      try release.apply(in: root.path)
    } catch {
      throw run.refusal(error.problems)
    }
    if json { Console.print(words.json(isDone: true, problems)) }
    Console.say(words.done)
  }

  /// Without a terminal nobody is asked: whoever wrote the command has meant it.
  private func isConfirmed(_ release: Release) -> Bool {
    let questions = Questions()
    guard questions.isTerminal else { return true }
    if release.isFirst || release.hasPeople {
      let isSomebodyThere = ask(
        questions, "Could anyone in it be recognised who has not agreed to it?", default: nil)
      guard let isSomebodyThere else { return false }
      guard !isSomebodyThere else {
        Console.say(
          """
          Then leave out what they are known by: write “a colleague”, add to \(StandInFile.path) what may
          be said instead, or ask them, and add the date of their consent to people.yml.
          """)
        return false
      }
    }
    let question = release.reach == .coach ? "Show it to your coach?" : "Publish it?"
    return ask(questions, question, default: "no") ?? false
  }

  /// Nil where nobody answers.
  private func ask(_ questions: Questions, _ question: String, default fallback: String?) -> Bool? {
    questions.ask(
      "\(question) (yes or no)", default: fallback,
      accepting: { ["yes", "y", "no", "n"].contains($0.lowercased()) }
    )?.lowercased().hasPrefix("y")
  }
}

extension Reach: ExpressibleByArgument {}
