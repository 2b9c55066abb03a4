import ArgumentParser
import Foundation
import Problems
import Serving

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Look at the site in a browser while you write it.",
    discussion: """
      Serves the site to this machine alone, and shows every change of notes, pictures, theme and \
      configuration at once. The first line on standard output is the address to open. Problems \
      appear over the page, which stays as it last was. Nothing is written. Ctrl-C ends it.

      Unless you say otherwise, you see what only you may see, private notes and drafts included; \
      --as public shows exactly what a build publishes.

      Examples:
        outloud serve --open
        outloud serve my-portfolio --as public
        outloud serve ~/notes --port 8080
      """)

  @OptionGroup var site: SiteOptions

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Whose view to show: public, coach, me, or one of the site's own audiences.",
      valueName: "audience"))
  var audience = "me"

  @Option(help: "The port to serve at; 0 is any that is free.")
  var port = 4000

  @Flag(help: "Open it in the browser.")
  var open = false

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port wants a number from 0 to 65535, not \(port).")
    }
  }

  func run() async throws {
    let interruption = Interruption()
    let order = try SiteRun.order(site, for: audience)
    let preview: LivePreview
    do throws(LivePreview.Failure) {
      preview = try await LivePreview.start(
        order, port: port, run: Int(ProcessInfo.processInfo.processIdentifier)
      ) { problems in
        let report = ProblemReport(problems, showsLeaks: SiteRun.isNaming) {
          order.root.display($0)
        }
        Console.say(report.text + (problems.isEmpty ? "No problems." : "\(report.count)."))
      }
    } catch {
      switch error {
      case .audience: throw SiteRun.lacking(audience)
      case .server(let problem):
        Console.say(ProblemReport([problem]).text)
        throw SiteRun.exitCode(for: [problem])
      }
    }
    Console.print(preview.address)
    if open {
      Task {
        guard let problem = await Browser.open(preview.address) else { return }
        Console.say(ProblemReport([problem]).text)
      }
    }
    await interruption.wait()
    await preview.stop()
  }
}
