import ArgumentParser

/// The command line: each command has a file of its own, and none has logic.
struct Outloud: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outloud",
    abstract: "Turn a folder of work-in-progress notes into a public timeline portfolio.",
    discussion: """
      Begin with:
        outloud init my-portfolio
        outloud build my-portfolio

      Any folder of Markdown is a site already:
        outloud build ~/notes --output /tmp/site
      """,
    version: "outloud 0.1.0",
    subcommands: [
      InitCommand.self, LogCommand.self, NewCommand.self, PromptCommand.self, BackfillCommand.self,
      AdoptCommand.self, PublishCommand.self, RetractCommand.self, ServeCommand.self,
      BuildCommand.self, CheckCommand.self, RenderCommand.self, ThemeCommand.self,
    ])
}

extension Outloud {
  /// The same arguments where what begins with a hyphen and is no option can be told from one: words
  /// that go into a note, such as `- 20 % in a day`. A space before them does not count.
  static func withPlainWords(_ arguments: some Collection<String>) -> [String] {
    guard let command = arguments.first, ["log", "new"].contains(command) else {
      return Array(arguments)
    }
    return arguments.map { isOption($0) ? $0 : " " + $0 }
  }

  /// Whether an argument is none that begins with a hyphen, or has the form of an option.
  private static func isOption(_ argument: String) -> Bool {
    guard argument.hasPrefix("-"), argument != "-", argument != "--" else { return true }
    let name = argument.drop { $0 == "-" }.prefix { $0 != "=" }
    return argument.prefix(3) != "---" && name.first?.isLetter ?? false
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }
}
