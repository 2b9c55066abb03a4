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
      and only those. With any error the last good site stays as it was.

      Examples:
        outloud build
        outloud build my-portfolio --output /var/www/me
        outloud build ~/notes --url https://me.example/ --strict
      """)

  @OptionGroup var site: SiteOptions

  @Option(help: "The folder to write to; by default “public” in the site's folder.")
  var output: String?

  @Flag(help: "Print what was done as JSON on standard output.")
  var json = false

  func run() async throws {
    let run = try await SiteRun(site, output: output)
    let problems = run.verdict.problems
    guard let publication = run.publication, !run.verdict.hasErrors else {
      try fail(run, problems)
    }
    let target = output ?? run.root.display(SiteRun.defaultOutput(site.audience))
    do throws(OutputFailure) {
      let summary = try OutputFolder(target).write(publication.files)
      report(run, problems, BuildSummary(publication, summary, target: target))
      // To free every note one by one would take longer than the system takes for all at once.
      withExtendedLifetime((run, publication)) { Self.exit() }
    } catch {
      try fail(run, problems + error.problems)
    }
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
    Console.say(
      summary.text(naming: StandardStream.standardError.isTerminal) { run.root.display($0) })
  }
}
