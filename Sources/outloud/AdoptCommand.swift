import ArgumentParser
import Files
import Notes
import Problems
import Publishing
import Text
import Writing

struct AdoptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt",
    abstract: "Write the ids and dates of existing notes into their files.",
    discussion: """
      Until then both only follow from a file's place, its name and git. The id is the one that \
      followers' feed readers know a note by already, so nothing is delivered twice, and from then \
      on a file may be renamed and moved. Every other byte of the files stays as it is.

      First it shows what would change, and asks. Without a terminal nothing is changed unless you \
      say --yes. Notes in private/ are left alone.

      Examples:
        outloud adopt
        outloud adopt ~/notes --yes
        outloud adopt --json | jq '.undated[]'
      """)

  @Argument(help: "The site's folder, or any folder of Markdown notes.")
  var folder = "."

  @Flag(help: "Do not ask.")
  var yes = false

  @Flag(help: "Go on where a note's date cannot be told, as in a shallow git clone.")
  var allowUndated = false

  @Flag(help: "Print the changes as JSON on standard output.")
  var json = false

  func run() async throws {
    guard let root = SiteRoot(folder) else {
      Console.say("error: there is no folder “\(folder)”")
      throw ExitCode.inputOutput
    }
    var options = SiteReader.Options()
    options.allowsUndated = allowUndated
    options.outputFolder = Edition.Order.outputFolder(for: "public")
    let reading = await SiteReader(root.folder, history: root.history, options: options).read()
    guard let site = reading.site, !reading.problems.hasErrors else {
      throw refusal(reading.problems.filter { $0.severity == .error }, root)
    }
    let taken: Set<String>
    do throws(Problem) {
      taken = try Survey.read(in: root.folder).ids
    } catch {
      throw refusal([error], root)
    }
    var generator = SystemRandomNumberGenerator()
    let adoption = Adoption(of: site, in: root.folder, taken: taken, using: &generator)
    guard !adoption.problems.hasErrors else { throw refusal(adoption.problems, root) }
    if !json { Console.print(preview(of: adoption, root)) }
    let isWanted = !adoption.changes.isEmpty && (yes || isConfirmed(adoption))
    if isWanted {
      do throws(AdoptionFailure) {
        try adoption.apply(in: root.path)
      } catch {
        Console.say("\(Self.count(error.written)) written.")
        throw refusal(error.problems, root)
      }
    }
    if json { Console.print(JSONText.encode(AdoptionReport(adoption, isWritten: isWanted, root))) }
    Console.say(summary(of: adoption, isWritten: isWanted, root))
  }

  private func refusal(_ problems: [Problem], _ root: SiteRoot) -> ExitCode {
    Console.say(ProblemReport(problems, display: { root.display($0) }).text)
    return SiteRun.exitCode(for: problems)
  }

  private func isConfirmed(_ adoption: Adoption) -> Bool {
    let questions = Questions()
    guard questions.isTerminal else { return false }
    let answer = questions.ask(
      "Change \(Self.count(adoption.changes.count))? (yes or no)", default: "no",
      accepting: { ["yes", "y", "no", "n"].contains($0.lowercased()) })
    return answer.map { $0.lowercased().hasPrefix("y") } ?? false
  }

  private static func count(_ files: Int) -> String { "\(files) \(files == 1 ? "file" : "files")" }

  private func preview(of adoption: Adoption, _ root: SiteRoot) -> String {
    adoption.changes.map { change in
      let lines = change.difference
      return
        ([root.display(change.path)] + lines.removed.map { "  - \($0)" }
        + lines.added.map { "  + \($0)" }).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private func summary(of adoption: Adoption, isWritten: Bool, _ root: SiteRoot) -> String {
    var lines: [String] = []
    if !adoption.undated.isEmpty {
      lines.append("No date is known of:")
      lines += adoption.undated.map { "  \(root.display($0))" }
    }
    if adoption.changes.isEmpty {
      lines.append("Nothing to change: every note has what is known of it.")
    } else if isWritten {
      lines.append("Changed \(Self.count(adoption.changes.count)).")
    } else {
      lines.append(
        "Nothing was changed. To change \(Self.count(adoption.changes.count)): outloud adopt --yes")
    }
    return lines.joined(separator: "\n")
  }
}

private struct AdoptionReport: Encodable {
  let changes: [Change]
  let undated: [String]
  let isWritten: Bool

  struct Change: Encodable {
    let file: String
    let id: String?
    let date: String?
    let removed: [String]
    let added: [String]
  }

  init(_ adoption: Adoption, isWritten: Bool, _ root: SiteRoot) {
    changes = adoption.changes.map { change in
      let lines = change.difference
      return Change(
        file: root.display(change.path), id: change.id, date: change.date?.html,
        removed: lines.removed, added: lines.added)
    }
    undated = adoption.undated.map { root.display($0) }
    self.isWritten = isWritten
  }
}
