import ArgumentParser
import Notes
import Publishing

struct ThemeCopyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy",
    abstract: "Put a whole theme into the site's folder “theme/”, to start from.",
    discussion: """
      Copies templates, styles and words. No file that exists is changed: where one of them is there \
      already, nothing is copied. To change only a little, “outloud theme eject” is better: files \
      that you do not have yourself get better with the program.

      Examples:
        outloud theme copy plain
        outloud theme copy ledger my-portfolio
      """)

  @Argument(help: "The theme; “outloud theme list” says which there are.")
  var name: String

  @Argument(help: "The site's folder.")
  var folder = "."

  func validate() throws { try ThemeCommand.validate(name) }

  func run() throws {
    let root = try ThemeCommand.root(folder)
    let configuration = try ThemeCommand.configuration(of: root)
    let copy = ThemeCopy.whole(try ThemeCommand.theme(name))
    try ThemeCommand.write(copy, to: root)
    Console.say(
      "Copied \(copy.files.count) files of “\(name)” to \(root.display(SiteLayout.themeFolder)).")
    if configuration.theme != name {
      Console.say(
        """
        The site's theme is “\(configuration.theme)”, which still stands in for files that you delete. \
        To have “\(name)” do so, say “theme: \(name)” in \(root.display(Configuration.fileName)).
        """)
    }
  }
}
