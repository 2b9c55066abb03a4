import ArgumentParser
import Files
import Notes
import Problems
import Publishing

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the whole site.",
    discussion: """
      Reads the notes, and writes pages, a feed and a sitemap into the output folder. Files that \
      did not change are not touched; files of an earlier build that no longer belong are removed, \
      and only those. With any error the last good site stays as it was. A page that stood there \
      before and has no successor is reported.

      Examples:
        outloud build
        outloud build my-portfolio --output /var/www/me
        outloud build ~/notes --url https://me.example/ --strict
        outloud build --plan --against https://me.example/
      """)

  @OptionGroup var site: SiteOptions

  @OptionGroup var audience: AudienceOption

  @Option(help: "The folder to write to; by default “public” in the site's folder.")
  var output: String?

  @Flag(help: "Say what would become public, change and disappear, and write nothing.")
  var plan = false

  @Option(
    help: ArgumentHelp(
      "With --plan: the published site to compare with, by its address or in a folder.",
      discussion: "Without it, the output folder. Of an address, the sitemap is fetched.",
      valueName: "url|folder"))
  var against: String?

  @Flag(help: "Do not report addresses that vanish.")
  var allowRemoved = false

  @Flag(help: "Print what was done as JSON on standard output.")
  var json = false

  func validate() throws {
    if against != nil, !plan { throw ValidationError("--against goes with --plan.") }
  }

  func run() async throws {
    let run = try await SiteRun(site, for: audience.name, output: output, makingAll: !plan)
    let problems = run.verdict.problems
    guard let publication = run.publication, plan || !run.verdict.hasErrors else {
      try fail(run, problems)
    }
    let target = output ?? run.root.display(Edition.Order.outputFolder(for: audience.name))
    let folder = OutputFolder(target)
    if plan { return try await showPlan(run, publication, folder) }
    let standing = try await orFail(run, problems) { () throws(OutputFailure) in
      try folder.standing()
    }
    let plan = PublishPlan(publication, over: standing)
    let verdict = run.verdict(with: vanished(plan))
    guard !verdict.hasErrors else { try fail(run, verdict.problems) }
    let summary = try await orFail(run, verdict.problems) { () throws(OutputFailure) in
      try folder.write(publication.files)
    }
    report(run, verdict.problems, BuildSummary(publication, plan, summary, target: target))
    // To free every note one by one would take longer than the system takes for all at once.
    withExtendedLifetime((run, publication)) { Self.exit() }
  }

  private func orFail<Value>(
    _ run: SiteRun, _ problems: [Problem], _ work: () async throws(OutputFailure) -> Value
  ) async throws -> Value {
    do throws(OutputFailure) {
      return try await work()
    } catch {
      try fail(run, problems + error.problems)
    }
  }

  private func vanished(_ plan: PublishPlan) -> [Problem] {
    allowRemoved ? [] : plan.vanishedProblems(naming: SiteRun.isNaming)
  }

  private func showPlan(
    _ run: SiteRun, _ publication: Publication, _ folder: OutputFolder
  ) async throws {
    let against = self.against
    let plan = try await orFail(run, run.verdict.problems) { () async throws(OutputFailure) in
      guard let against else {
        return try PublishPlan.whole(publication, over: try folder.standing())
      }
      let standing = try await Standing(against: against, of: publication.portfolio)
      return try PublishPlan.whole(publication, over: standing)
    }
    let verdict = run.verdict(with: vanished(plan))
    let report = run.report(verdict.problems)
    let root = run.root
    let words = PlanReport(plan, naming: SiteRun.isNaming) { root.display($0) }
    Console.say(report.text)
    Console.print(json ? words.json(report) : words.text)
    Console.say("Nothing was written.")
    if verdict.hasErrors { throw SiteRun.exitCode(for: verdict.problems) }
  }

  private func fail(_ run: SiteRun, _ problems: [Problem]) throws -> Never {
    let report = run.report(problems)
    if json { Console.print(BuildReport(nil, report).json) }
    Console.say(report.text)
    Console.say("Nothing was published: \(report.count).")
    throw SiteRun.exitCode(for: problems)
  }

  private func report(_ run: SiteRun, _ problems: [Problem], _ summary: BuildSummary) {
    let report = run.report(problems)
    if json { Console.print(BuildReport(summary, report).json) }
    Console.say(report.text)
    let root = run.root
    Console.say(summary.text(naming: SiteRun.isNaming) { root.display($0) })
  }
}
