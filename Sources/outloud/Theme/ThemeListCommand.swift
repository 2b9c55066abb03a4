import ArgumentParser
import Problems
import Themes

struct ThemeListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Print the themes there are.",
    discussion: """
      Examples:
        outloud theme list
        outloud theme list --json
      """)

  @Flag(help: "Print JSON.")
  var json = false

  func run() {
    if json {
      let themes = BuiltInTheme.all.map {
        Row(name: $0.name, description: $0.description, files: $0.files.keys.sorted())
      }
      return Console.print(JSONText.encode(["themes": themes]))
    }
    let width = BuiltInTheme.names.map(\.count).max() ?? 0
    for theme in BuiltInTheme.all {
      let gap = String(repeating: " ", count: width - theme.name.count + 2)
      Console.print(theme.name + gap + theme.description)
    }
  }

  private struct Row: Encodable {
    let name: String
    let description: String
    let files: [String]
  }
}
