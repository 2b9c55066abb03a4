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
      InitCommand.self, ServeCommand.self, BuildCommand.self, CheckCommand.self,
      RetractCommand.self, RenderCommand.self, ThemeCommand.self,
    ])
}
