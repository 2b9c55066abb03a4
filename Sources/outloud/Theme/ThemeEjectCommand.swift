import ArgumentParser
import Notes
import Problems
import Publishing
import Text

struct ThemeEjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eject",
    abstract: "Put one file of the theme into the site's folder “theme/”, to change it there.",
    discussion: """
      Without a file, prints the paths of all. A file that exists is never changed.

      Examples:
        outloud theme eject
        outloud theme eject templates/note.mustache
        outloud theme eject style.css my-portfolio --theme plain
      """)

  @Argument(help: "The file's path in the theme, such as templates/note.mustache.")
  var file: String?

  @Argument(help: "The site's folder.")
  var folder = "."

  @Option(help: "Whose file; by default that of the site's own theme.")
  var theme: String?

  func validate() throws {
    if let theme { try ThemeCommand.validate(theme) }
  }

  func run() throws {
    let root = try ThemeCommand.root(folder)
    let name = try theme ?? ThemeCommand.configuration(of: root).theme
    let theme = try ThemeCommand.theme(name)
    let paths = ThemeCopy.paths(of: theme)
    guard let file else { return Console.print(paths.joined(separator: "\n")) }
    guard let copy = ThemeCopy.file(file, of: theme) else {
      let nearest = Spelling.nearest(to: file, among: paths).map { "did you mean “\($0)”?" }
      throw ValidationError(
        "The theme “\(name)” has no file “\(file)”: "
          + (nearest ?? "“outloud theme eject” prints what it has."))
    }
    try ThemeCommand.write(copy, to: root)
    Console.say(
      "Copied \(file) of “\(name)” to \(root.display("\(SiteLayout.themeFolder)/\(file)")).")
  }
}
