import ArgumentParser
import Files
import Notes
import Problems
import Publishing

/// A whole site, private notes included, and the desk at which one of them is published.
struct PublishRun {
  let root: SiteRoot
  let desk: ReleaseDesk
  private let site: Site
  private let problems: [Problem]
  private let isStrict: Bool

  init(_ options: SiteOptions, for audience: Audience) async throws {
    let order = try SiteRun.order(options, for: "me")
    let root = order.root
    self.root = root
    isStrict = options.strict
    let (reading, optionProblems) = order.options()
    let reader: @Sendable (any Folder, Bool) async -> SiteReader.Reading = { folder, isWhole in
      var part = reading
      part.includesPrivate = isWhole
      return await SiteReader(folder, history: root.history, options: part).read()
    }
    // What is shown is what is published, or nothing is.
    let folder = SteadyFolder(root.folder)
    let whole = await reader(folder, true)
    guard let site = whole.site, !optionProblems.hasErrors else {
      throw Self.refusal(optionProblems + whole.problems, nil, root, root.folder, isStrict)
    }
    self.site = site
    problems = whole.problems
    do throws(ReleaseRefusal) {
      desk = try await ReleaseDesk(
        site, in: folder, now: options.instant(in: site.configuration.zone), for: [audience]
      ) { folder, audience in await reader(folder, audience != .public) }
    } catch {
      throw Self.refusal(error.problems, site.configuration, root, root.folder, isStrict)
    }
  }

  func release(_ name: String, for reach: Reach) async throws -> Release {
    let path = root.relative(name)
    let note: Note
    do throws(Problem) {
      note = try site.note(name, path: path)
    } catch {
      // A file that could not be read is no note, and it is said why.
      let own = problems.filter { $0.severity == .error && $0.file != nil && $0.file == path }
      throw refusal(own.isEmpty ? [error] : own)
    }
    do throws(ReleaseRefusal) {
      return try await desk.release(note, for: reach, id: Self.mintID())
    } catch {
      throw refusal(error.problems)
    }
  }

  static func mintID() -> String {
    var generator = SystemRandomNumberGenerator()
    return NoteID.mint(using: &generator)
  }

  func report(_ problems: [Problem], in folder: any Folder) -> ProblemReport {
    Self.report(problems, site.configuration, root, folder, isStrict)
  }

  func refusal(_ problems: [Problem]) -> ExitCode {
    Self.refusal(problems, site.configuration, root, root.folder, isStrict)
  }

  private static func report(
    _ problems: [Problem], _ configuration: Configuration?, _ root: SiteRoot,
    _ folder: any Folder, _ isStrict: Bool
  ) -> ProblemReport {
    let verdict = Verdict(problems, configuration, isStrict: isStrict, in: folder)
    return ProblemReport(
      verdict.problems, showsLeaks: SiteRun.isNaming, display: { root.display($0) })
  }

  /// Says why nothing was changed.
  private static func refusal(
    _ problems: [Problem], _ configuration: Configuration?, _ root: SiteRoot,
    _ folder: any Folder, _ isStrict: Bool
  ) -> ExitCode {
    let report = report(problems, configuration, root, folder, isStrict)
    Console.say(report.text)
    return SiteRun.exitCode(for: report.problems)
  }
}
