import ArgumentParser
import Files
import Notes
import Problems
import Publishing

struct RetractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retract",
    abstract: "Take a page down, and its note back into private/notes/.",
    discussion: """
      The pictures that no other note shows go with it. Where the original is in private/ still, as \
      something in it was not to be published, its public copy is removed instead. The address is recorded in gone.yml, with \
      the date and nothing else: the next build puts a page there that says that something was \
      taken down, and nothing of what it was.

      What others have fetched already, nobody can take back from them.

      Examples:
        outloud retract notes/2026-11-20-the-cache.md
        outloud retract "The cache forgets" my-portfolio --yes
        outloud retract n-7kq2vx9r4mzt8wbc3hdy --forget
      """)

  @Argument(help: "The note: its file, its title or its id.")
  var note: String

  @OptionGroup var site: SiteOptions

  @OptionGroup var audience: AudienceOption

  @Flag(help: "Do not record the address in gone.yml.")
  var forget = false

  @Flag(help: "Do not ask.")
  var yes = false

  func run() async throws {
    let run = try await SiteRun(site, for: audience.name, output: nil)
    // A note with a problem is one to take down, so problems keep nobody from it.
    guard let publication = run.publication, let read = run.site else {
      throw refusal(run, run.verdict.problems)
    }
    let retraction: Retraction
    let (copies, problems) = PublishedCopies.read(in: run.root.folder)
    guard !problems.hasErrors else { throw refusal(run, problems) }
    do throws(Problem) {
      let found = try publication.note(note, path: run.root.relative(note))
      retraction = Retraction(
        of: found, in: publication, read, now: site.instant(in: read.configuration.zone),
        forgetting: forget, copies: copies.existing(in: run.root.folder))
    } catch {
      throw refusal(run, [error])
    }
    guard yes || isConfirmed(retraction, run.root) else {
      Console.say("Nothing was changed.")
      return
    }
    do throws(RetractionFailure) {
      try retraction.apply(in: run.root.path)
    } catch {
      throw refusal(run, error.problems)
    }
    report(retraction, run.root)
  }

  private func refusal(_ run: SiteRun, _ problems: [Problem]) -> ExitCode {
    Console.say(run.report(run.verdict(only: problems).problems).text)
    return SiteRun.exitCode(for: problems)
  }

  private func isConfirmed(_ retraction: Retraction, _ root: SiteRoot) -> Bool {
    let place = retraction.address.map { " at \($0)" } ?? ""
    let questions = Questions()
    // Without a terminal nobody is asked: whoever wrote the command has meant it.
    guard questions.isTerminal else { return true }
    let answer = questions.ask(
      "Take down “\(retraction.title)”\(place)? (yes or no)", default: "no",
      accepting: { ["yes", "y", "no", "n"].contains($0.lowercased()) })
    return answer.map { $0.lowercased().hasPrefix("y") } ?? false
  }

  private func report(_ retraction: Retraction, _ root: SiteRoot) {
    var lines = ["Took down “\(retraction.title)”."]
    lines += retraction.moves.reversed().map {
      "  \(root.display($0.from)) is \(root.display($0.to)) now"
    }
    lines += retraction.removals.reversed().map {
      "  \(root.display($0.copy)) is removed; \(root.display($0.original)) is still there"
    }
    lines += retraction.shared.map { "  \(root.display($0)) stays, as another note names it" }
    if let address = retraction.address, !forget {
      lines.append("  \(root.display(GoneList.fileName)) says that \(address) is gone")
    }
    lines.append(
      """
      Next: outloud build, and publish the result as you always do. Until then the page stands.
      This cannot be undone for others: feed readers keep what they have fetched, search engines and
      archives keep copies until they look again or are asked, and git keeps earlier commits
      (outloud check --history says whether).
      """)
    Console.say(lines.joined(separator: "\n"))
  }
}
