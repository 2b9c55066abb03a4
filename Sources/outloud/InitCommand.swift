import ArgumentParser
import Dates
import Files
import Foundation
import Notes
import Problems

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a new portfolio.",
    discussion: """
      Asks four questions on a terminal; what the options say is not asked. Without a terminal it \
      asks nothing. No file that exists is changed, but for lines that .gitignore lacks.

      Examples:
        outloud init my-portfolio
        outloud init my-portfolio --title "Out loud" --author "Ada Example" --url https://ada.example/
      """)

  @Argument(help: "The folder to make it in.")
  var folder = "."

  @Option(help: "What the site is called.")
  var title: String?

  @Option(help: "Your name.")
  var author: String?

  @Option(help: "Where the site will stand, such as https://you.example/.")
  var url: String?

  @Option(help: "The language you write in, such as en or pt-BR.")
  var language: String?

  @Option(help: "The present, as a date; the clock's without it.")
  var now: String?

  func validate() throws {
    if let url, SiteAddress(url) == nil {
      throw ValidationError("--url wants an address such as https://you.example/, not “\(url)”.")
    }
    if let now, (try? Moment(parsing: now, in: .utc)) == nil {
      throw ValidationError("--now wants a date such as 2026-11-22, not “\(now)”.")
    }
    if let language, !Configuration.isLanguage(language) {
      throw ValidationError("--language wants a language such as en or pt-BR, not “\(language)”.")
    }
  }

  func run() throws {
    let questions = Questions()
    let title = title ?? questions.ask("What is the site called?", default: "Working out loud")
    let author = author ?? questions.ask("What is your name?", default: nil)
    let url =
      url
      ?? questions.ask(
        "Where will it stand? (such as https://you.example/; leave empty if you do not know yet)",
        default: nil, accepting: { SiteAddress($0) != nil })
    let language =
      language
      ?? questions.ask(
        "In which language do you write?", default: "en", accepting: Configuration.isLanguage)
    var generator = SystemRandomNumberGenerator()
    let site = StarterSite(
      title: title ?? "Working out loud", author: author, url: url, language: language ?? "en",
      made: present,
      ids: (0..<StarterSite.noteCount).map { _ in NoteID.mint(using: &generator) })
    do throws(Problem) {
      try site.write(to: folder)
    } catch {
      Console.say(ProblemReport([error]).text)
      throw SiteRun.exitCode(for: [error])
    }
    let place = folder == "." ? "" : " \(folder)"
    Console.say(
      """
      Made a portfolio in \(folder == "." ? "this folder" : folder), with three notes that show how.
      Next: outloud build\(place)
      """)
  }

  private var present: Moment {
    if let now, let moment = try? Moment(parsing: now, in: .utc) { return moment }
    return Moment(instant: Int(Date().timeIntervalSince1970), in: .utc)
  }
}

/// Questions to a person; to nobody, where there is no terminal.
struct Questions {
  let isTerminal =
    StandardStream.standardInput.isTerminal && StandardStream.standardError.isTerminal

  /// The answer, or the default for an empty one. What is not accepted is asked again.
  func ask(
    _ question: String, default fallback: String?, accepting: (String) -> Bool = { _ in true }
  ) -> String? {
    guard isTerminal else { return fallback }
    while true {
      let shown = fallback.map { " [\($0)]" } ?? ""
      StandardStream.standardError.write(Array("\(question)\(shown) ".utf8))
      guard let line = readLine() else { return fallback }
      let answer = line.trimmingCharacters(in: .whitespaces)
      if answer.isEmpty { return fallback }
      if accepting(answer) { return answer }
      Console.say("That cannot be it: “\(answer)”.")
    }
  }
}
