import ArgumentParser
import Files
import Markdown
import Notes
import Problems

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Print the HTML of one note, for scripts.",
    discussion: """
      Links stay as they are written. Private blocks are left out.

      Examples:
        outloud render < note.md
        outloud render note.md --flavor commonmark --html keep
        outloud render note.md --smart --language de
      """)

  @Argument(help: "The Markdown file; standard input without one.")
  var file: String?

  @Option(
    help:
      "Which Markdown: commonmark alone, gfm with what GitHub adds, outloud with all that notes can hold."
  )
  var flavor = MarkdownOptions.Flavor.outloud

  @Option(help: "What becomes of raw HTML.")
  var html = MarkdownOptions.RawHTML.sanitize

  @Flag(help: "Straight quotes, dashes and dots become those of a typesetter.")
  var smart = false

  @Option(help: "The language whose quotation marks --smart takes.")
  var language = "en"

  @Flag(help: "Short codes such as :tada: become characters.")
  var emoji = false

  func run() throws {
    switch source() {
    case .failure(let problem): throw refusal(problem)
    case .success(let source):
      let options = MarkdownOptions(
        flavor: flavor, rawHTML: html,
        smartPunctuation: smart ? QuotationMarks(language: language) : nil, emoji: emoji)
      let document = Document(markdown: source.bytes, options: options)
      if let excess = document.excess {
        throw refusal(.refused(excess, source).quoting(source.lines))
      }
      StandardStream.standardOutput.write(document.html)
    }
  }

  /// Says what is wrong.
  private func refusal(_ problem: Problem) -> ExitCode {
    Console.say(ProblemReport([problem]).text)
    return SiteRun.exitCode(for: [problem])
  }

  private func source() -> Result<SourceFile, Problem> {
    guard let file else { return SourceFile.readStandardInput() }
    return SourceFile.read(file, in: WorkingFolder())
  }
}

extension MarkdownOptions.Flavor: ExpressibleByArgument {}
extension MarkdownOptions.RawHTML: ExpressibleByArgument {}
