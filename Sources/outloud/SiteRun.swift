import ArgumentParser
import Dates
import Files
import Foundation
import Leaks
import Notes
import Problems
import Publishing

/// One reading of a site, from its folder to what would be published.
struct SiteRun {
  let root: SiteRoot
  let site: Site?
  let publication: Publication?
  let verdict: Verdict
  private let problems: [Problem]
  private let isStrict: Bool

  /// With `lookingBack`, what earlier commits hold is looked at too.
  init(_ options: SiteOptions, output: String?, lookingBack: Bool = false) async throws {
    let root = try options.root()
    self.root = root
    var reading = SiteReader.Options()
    reading.address = options.url.flatMap { SiteAddress($0) }
    reading.theme = options.theme
    reading.allowsUndated = options.allowUndated
    reading.outputFolder = output.map { root.relative($0) } ?? Self.defaultOutput(options.audience)
    reading.includesPrivate = ["coach", "me"].contains(options.audience)
    let personal = UserConfiguration.read(environment: ProcessInfo.processInfo.environment)
    var problems = personal.problems
    if let list = options.confidential ?? personal.configuration.confidentialFile {
      switch ConfidentialWords.read(list) {
      case .success(let words): reading.confidential = words
      case .failure(let problem): problems.append(problem)
      }
    }
    let read = await SiteReader(root.folder, history: root.history, options: reading).read()
    let now = options.instant(in: read.site?.configuration.zone ?? .utc)
    let audience = Audience(options.audience, of: read.site?.configuration ?? Configuration())
    guard let audience else {
      Console.say("error: there is no audience “\(options.audience)”")
      throw ExitCode.wrongUsage
    }
    let made = Publication.make(of: read, in: root.folder, for: audience, now: now)
    publication = made.publication
    problems += made.problems
    if let site = read.site {
      problems += await RepositoryCheck(of: site, in: root.folder, now: now).problems(
        in: root.history, includingPast: lookingBack, naming: Self.isNaming)
    }
    site = read.site
    isStrict = options.strict
    self.problems = problems
    verdict = Verdict(
      problems, read.site?.configuration, isStrict: options.strict, in: root.folder)
  }

  /// The verdict with problems that were found since.
  func verdict(with more: [Problem]) -> Verdict {
    Verdict(problems + more, site?.configuration, isStrict: isStrict, in: root.folder)
  }

  /// The verdict on some problems alone.
  func verdict(only problems: [Problem]) -> Verdict {
    Verdict(problems, site?.configuration, isStrict: isStrict, in: root.folder)
  }

  /// Whether what is held back may be named: only on a terminal, as logs are often public.
  static var isNaming: Bool { StandardStream.standardError.isTerminal }

  /// Below the site's folder: one for each audience.
  static func defaultOutput(_ audience: String) -> String {
    audience == "public" ? audience : "public-\(audience)"
  }

  func report(_ problems: [Problem]) -> ProblemReport {
    let root = self.root
    return ProblemReport(
      problems, showsLeaks: StandardStream.standardError.isTerminal,
      display: { root.display($0) })
  }

  /// 3 where the reason is a file that could not be read or written, else 1.
  static func exitCode(for problems: [Problem]) -> ExitCode {
    problems.contains { $0.severity == .error && $0.code.isInputOutput } ? .inputOutput : .problems
  }
}
