import ArgumentParser
import Publishing

struct ThemeValuesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "values",
    abstract: "Print every value that a template can use.",
    discussion: """
      Examples:
        outloud theme values
        outloud theme values note
        outloud theme values --format json | jq '.pages.note[].name'
      """)

  @Argument(
    help: ArgumentHelp(
      "The kind of page, by the name of its template: \(PageKind.allCases.map(\.rawValue).spoken); of all of them without it.",
      valueName: "page"))
  var kind: PageKind?

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

  @Option(help: "How to print them; as markdown or json, always of all kinds of pages.")
  var format = Format.text

  func validate() throws {
    if kind != nil, format != .text {
      throw ValidationError("A kind of page goes with --format text only.")
    }
  }

  func run() throws {
    let reference = try ThemeReference()
    switch format {
    case .text: Console.print(reference.text(of: kind))
    case .markdown: Console.print(reference.markdown)
    case .json: Console.print(reference.json)
    }
  }
}

extension PageKind: ExpressibleByArgument {}
