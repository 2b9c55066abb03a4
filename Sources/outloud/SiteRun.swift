import ArgumentParser
import Files
import Foundation
import Notes
import Problems
import Publishing

/// A reading of the site that a command line names.
struct SiteRun {
  let root: SiteRoot
  private let edition: Edition

  /// With `lookingBack`, what earlier commits hold is looked at too; `makingAll` is for who will make
  /// every file.
  init(
    _ options: SiteOptions, for audience: String = "public", output: String?,
    lookingBack: Bool = false, makingAll: Bool = false
  ) async throws {
    var order = try Self.order(options, for: audience)
    root = order.root
    if let output { order.reading.outputFolder = root.relative(output) }
    order.looksBack = lookingBack
    order.isSteady = true
    order.makesAll = makingAll
    edition = await Edition.read(order)
    if edition.lacksAudience { throw Self.lacking(audience) }
  }

  /// What the command line says of the reading.
  static func order(_ options: SiteOptions, for audience: String) throws -> Edition.Order {
    var order = Edition.Order(try options.root(), for: audience) { options.instant(in: $0) }
    order.reading.address = options.url.flatMap { SiteAddress($0) }
    order.reading.theme = options.theme
    order.reading.allowsUndated = options.allowUndated
    order.confidentialFile = options.confidential
    order.isStrict = options.strict
    order.isNaming = isNaming
    order.environment = ProcessInfo.processInfo.environment
    return order
  }

  /// Says that the site has no such audience, which is wrong usage.
  static func lacking(_ audience: String) -> ExitCode {
    Console.say("error: there is no audience “\(audience)”")
    return .wrongUsage
  }

  var site: Site? { edition.site }
  var publication: Publication? { edition.publication }
  var verdict: Verdict { edition.verdict }

  /// The verdict with problems that were found since.
  func verdict(with more: [Problem]) -> Verdict { edition.verdict(with: more) }

  /// The verdict on some problems alone.
  func verdict(only problems: [Problem]) -> Verdict { edition.verdict(only: problems) }

  /// Whether what is held back may be named: only on a terminal, as logs are often public.
  static var isNaming: Bool { StandardStream.standardError.isTerminal }

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
