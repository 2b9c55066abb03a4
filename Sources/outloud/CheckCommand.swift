import ArgumentParser
import Problems

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read the site and report its problems, without writing anything.",
    discussion: """
      Examples:
        outloud check
        outloud check my-portfolio --strict
        outloud check --history
        outloud check --format json | jq '.problems[].file'
      """)

  @OptionGroup var site: SiteOptions

  @OptionGroup var audience: AudienceOption

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: "How to report: text on standard error, or json on standard output.")
  var format = Format.text

  @Flag(help: "Look through all earlier commits for what is held back now.")
  var history = false

  func run() async throws {
    let run = try await SiteRun(site, for: audience.name, output: nil, lookingBack: history)
    let report = run.report(run.verdict.problems)
    switch format {
    case .json: Console.print(report.json)
    case .text:
      Console.say(report.text)
      Console.say(report.problems.isEmpty ? "No problems." : "\(report.count).")
    }
    if run.verdict.hasErrors { throw SiteRun.exitCode(for: run.verdict.problems) }
  }
}
