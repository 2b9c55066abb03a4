import Foundation
import Testing

/// The README's tour, as it stands there: from an empty folder to a site with a first line in it.
struct TourTests {
  private static let readme = URL(filePath: #filePath)
    .appending(path: "../../../README.md").standardizedFileURL

  /// The commands below the heading, each as the words that the shell makes of it.
  private static var commands: [[String]] {
    get throws {
      let text = try String(contentsOf: readme, encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.drop { $0 != "## A first site" }.dropFirst(2)
        .prefix { $0.hasPrefix("    ") }
        .map { line in
          line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .flatMap { $0 % 2 == 1 ? [String($1)] : $1.split(separator: " ").map(String.init) }
        }
    }
  }

  @Test func `its five commands make a site with a first line in it`() throws {
    let folder = try TemporaryFolder()
    var outloud = Binary(workingFolder: folder.url)
    let commands = try Self.commands
    #expect(commands.count == 5)
    for command in commands {
      if command.first == "cd" {
        outloud.workingFolder.append(path: command[1])
        continue
      }
      #expect(command.first == "outloud")
      let result = try Binary.run(
        Binary.location, Array(command.dropFirst()), [:], outloud.workingFolder)
      #expect(result.status == 0, "\(command): \(result.error)")
    }
    let home = try folder.read("my-portfolio/public/index.html")
    #expect(home.contains("Got the parser working"))
    #expect(home.contains("Start here"))
    let checked = try outloud.run("check", "--strict", "--url", "https://a.example/")
    #expect(checked.status == 0, "\(checked.error)")
  }
}
