import ArgumentParser
import Notes
import Problems
import Publishing
import Themes

struct ThemeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme",
    abstract: "List the themes, and make one your own.",
    discussion: """
      A file in your site's folder “theme/” takes the place of the theme's file of the same path; \
      its words do so one by one. All other files stay the theme's, also when it is improved.

      Examples:
        outloud theme list
        outloud build --theme plain
        outloud theme eject templates/note.mustache
        outloud theme copy plain
        outloud theme values note
      """,
    subcommands: [
      ThemeListCommand.self, ThemeCopyCommand.self, ThemeEjectCommand.self,
      ThemeValuesCommand.self,
    ])

  /// Refuses a theme that does not exist.
  static func validate(_ name: String) throws {
    guard BuiltInTheme(named: name) == nil else { return }
    throw ValidationError("There is no theme “\(name)”: \(BuiltInTheme.meant(by: name))")
  }

  static func theme(_ name: String) throws -> BuiltInTheme {
    guard let theme = BuiltInTheme(named: name) else {
      Console.say("error: there is no theme “\(name)”: \(BuiltInTheme.meant(by: name))")
      throw ExitCode.problems
    }
    return theme
  }

  /// Puts files of a theme into a site.
  static func write(_ copy: ThemeCopy, to root: SiteRoot) throws {
    do throws(ThemeFailure) {
      try copy.write(to: root)
    } catch {
      Console.say(ProblemReport(error.problems, display: { root.display($0) }).text)
      throw SiteRun.exitCode(for: error.problems)
    }
  }

  static func root(_ folder: String) throws -> SiteRoot {
    guard let root = SiteRoot(folder) else {
      Console.say("error: there is no folder “\(folder)”")
      throw ExitCode.inputOutput
    }
    return root
  }

  /// What the site says of itself.
  static func configuration(of root: SiteRoot) throws -> Configuration {
    var problems: [Problem] = []
    var configuration: Configuration?
    do throws(Problem) {
      if let read = try Configuration.read(in: root.folder) {
        configuration = read.configuration
        problems = read.problems.filter { $0.severity == .error }
      }
    } catch {
      problems = [error]
    }
    guard problems.isEmpty else {
      Console.say(ProblemReport(problems, display: { root.display($0) }).text)
      throw SiteRun.exitCode(for: problems)
    }
    return configuration ?? Configuration()
  }
}
