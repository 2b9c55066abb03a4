import ArgumentParser
import Dates
import Files
import Foundation
import Notes
import Problems
import Text
import Writing

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Start a note, for yourself until you publish it.",
    discussion: """
      The note goes into private/notes/, with an id that feed readers will know it by, and headings \
      with a question below each. Answer one or all of them: a heading without an answer is never \
      published, and neither are the questions.

      It opens in the editor that VISUAL or EDITOR names; without one, its path is printed.

      Examples:
        outloud new "The cache forgets"
        outloud new "The cache forgets" --project Atlas --status stuck --tags "caching, go"
        vim "$(outloud new "The cache forgets" --print)"
      """)

  @Argument(help: "What the note is called; it may have no title.")
  var title: String?

  @Argument(help: "The site's folder, or any folder of Markdown notes.")
  var folder = "."

  @Option(help: "The project it belongs to.")
  var project: String?

  @Option(help: "Where the work stands: \(Status.known.joined(separator: ", ")).")
  var status: String?

  @Option(help: "Topics, with commas between them.")
  var tags: String?

  @OptionGroup var present: PresentOption

  @Flag(help: "Open no editor; print the path on standard output.")
  var print = false

  @Flag(help: "Open no editor; print what was made as JSON on standard output.")
  var json = false

  func validate() throws {
    if let status, !Status(status).isKnown {
      let hint = Spelling.nearest(to: status, among: Status.known)
      throw ValidationError(
        "--status wants one of \(Status.known.spoken), not “\(status)”.\(hint.map { " Did you mean “\($0)”?" } ?? "")"
      )
    }
  }

  func run() throws {
    guard let root = SiteRoot(folder) else {
      Console.say("error: there is no folder “\(folder)”; put the title between quotation marks")
      throw ExitCode.inputOutput
    }
    let made: (draft: NoteDraft, path: String)
    do throws(Problem) {
      made = try make(root)
    } catch {
      Console.say(ProblemReport([error], display: { root.display($0) }).text)
      throw SiteRun.exitCode(for: [error])
    }
    let path = root.display(made.path)
    if json {
      Console.print(JSONText.encode(MadeNote(id: made.draft.id, file: path)))
    } else if print {
      Console.print(path)
    } else if let editor = Editor(environment: ProcessInfo.processInfo.environment) {
      Console.say("Made \(path). Only you see it until: outloud publish \(path)")
      guard editor.opens("\(root.path)/\(made.path)") else {
        Console.say("error: “\(editor.command)” could not show it; the note is there all the same")
        throw ExitCode.inputOutput
      }
    } else {
      Console.print(path)
      Console.say("Write in it, and only you see it until: outloud publish \(path)")
    }
  }

  private func make(_ root: SiteRoot) throws(Problem) -> (draft: NoteDraft, path: String) {
    let survey = try Survey.read(in: root.folder)
    let zone = survey.configuration.zone
    let today = Moment(instant: present.instant(in: zone), in: zone).date
    let topics = tags?.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty } ?? []
    var fields: [FrontMatterValue.Entry] = []
    if let project = project?.trimmed, !project.isEmpty {
      fields.append(.init("project", .text(project)))
    }
    if let status { fields.append(.init("status", .text(status))) }
    if !topics.isEmpty { fields.append(.init("tags", .texts(topics))) }
    var generator = SystemRandomNumberGenerator()
    let title = title?.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
    let draft = NoteDraft(
      id: NoteID.mint(using: &generator, avoiding: survey.ids), title: title.isEmpty ? nil : title,
      date: Moment(date: today, in: zone), fields: fields,
      text: PartQuestions(in: survey.words).text)
    return (draft, try draft.create(in: root.path, notesFolder: survey.notesFolder))
  }
}

private struct MadeNote: Encodable {
  let id: String
  let file: String
}
