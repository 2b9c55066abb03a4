import Dates
import Problems
import Subprocess
import SystemPackage
import Text

/// The history of the git repository that a folder lies in.
package struct GitHistory: History {
  private let folder: String

  /// The history of a folder, by its absolute path; nil where no repository holds it.
  package init?(of folder: String, exists: (String) -> Bool) {
    var above = folder[...]
    while !exists("\(above)/.git") {
      guard let slash = above.lastIndex(of: "/") else { return nil }
      above = above[..<slash]
    }
    self.folder = folder
  }

  package func ignored() async throws(Problem) -> [String] {
    // What git ignores may be private, so there is no going on without knowing it.
    let output = try await git(
      orElse: "make a site of the folder: outloud init",
      "ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory")
    return output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  package func additions(of paths: [String]) async throws(Problem) -> Additions {
    let facts = String(
      decoding: try await git(
        orElse: Self.way, "rev-parse", "--is-shallow-repository", "--show-prefix"),
      as: UTF8.self
    ).split(separator: "\n", omittingEmptySubsequences: false)
    if facts.first == "true" { return .shallow }
    let prefix = facts.count > 1 ? String(facts[1]) : ""
    // A repository without a commit has no history, which is no failure.
    guard !(try await git(orElse: Self.way, "rev-list", "--max-count=1", "--all")).isEmpty else {
      return .known([:])
    }
    // The whole repository's log, as a note may have been moved here from elsewhere in it.
    let log = try await git(
      orElse: Self.way, "log", "-z", "--topo-order", "-c", "-M", "-l1000", "--name-status",
      "--diff-filter=AR",
      "--no-ext-diff", "--no-textconv", "--no-show-signature", "--format=%x01%aI")
    var tracing = Tracing(paths: paths, prefix: prefix)
    tracing.read(log)
    return .known(tracing.additions)
  }

  package func tracked() async throws(Problem) -> [String] {
    paths(in: try await git(orElse: Self.ownLook, "ls-files", "-z"))
  }

  package func everTracked() async throws(Problem) -> [String]? {
    let facts = try await git(orElse: Self.ownLook, "rev-parse", "--is-shallow-repository")
    if facts.starts(with: Array("true".utf8)) { return nil }
    guard !(try await git(orElse: Self.ownLook, "rev-list", "--max-count=1", "--all")).isEmpty
    else {
      return []
    }
    // Without renames, every name that a file ever had was added once.
    let log = try await git(
      orElse: Self.ownLook, "-c", "log.showRoot=true", "log", "--all", "-z", "-m", "--no-renames",
      "--diff-filter=A", "--name-only", "--relative", "--no-ext-diff", "--no-textconv",
      "--no-show-signature", "--format=", "--", ".")
    return Set(paths(in: log)).sorted { $0.precedesInBytes($1) }
  }

  private func paths(in output: [UInt8]) -> [String] {
    output.split(separator: 0).map { field in
      String(decoding: field.drop { $0 == Ascii.newline }, as: UTF8.self)
    }.filter { !$0.isEmpty }
  }

  /// What the user can do where nobody can tell what the repository holds.
  private static let ownLook = "see for yourself that nothing private is in the repository"

  /// What the user can do where the history cannot tell dates.
  private static let way = "leave dates out with --allow-undated"

  private static let outputLimit = 1 << 30
  private static let timeLimit = Duration.seconds(300)

  /// What git prints. Nothing in the repository's configuration may run a program, ask a
  /// question, or reach for the network. `way` is what the user can do without.
  private func git(orElse way: String, _ arguments: String...) async throws(Problem) -> [UInt8] {
    let safeguards = [
      "--no-pager", "--no-replace-objects", "-c", "core.fsmonitor=false", "-c",
      "core.hooksPath=/dev/null", "-c", "log.showSignature=false",
    ]
    let environment = Environment.inherit.updating([
      "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0",
      "GIT_NO_LAZY_FETCH": "1", "GIT_DIR": nil, "GIT_WORK_TREE": nil, "GIT_INDEX_FILE": nil,
      "GIT_PREFIX": nil, "GIT_TRACE": nil,
    ])
    let folder = self.folder
    let finished: (isDone: Bool, output: [UInt8], words: String)?
    do {
      finished = try await within(Self.timeLimit) {
        let result = try await run(
          .name("git"), arguments: Arguments(safeguards + arguments), environment: environment,
          workingDirectory: FilePath(folder), output: .bytes(limit: Self.outputLimit),
          error: .string(limit: 65_536))
        return (
          result.terminationStatus.isSuccess, result.standardOutput, result.standardError
        )
      }
    } catch {
      throw .gitMissing(way)
    }
    guard let finished else { throw .gitFailed("it took longer than \(Self.timeLimit)", way) }
    guard finished.isDone else {
      throw .gitFailed(finished.words.split(separator: "\n").first.map(String.init) ?? "", way)
    }
    return finished.output
  }
}

/// The result of a piece of work, or nil where it took too long and was stopped.
private func within<Result: Sendable>(
  _ limit: Duration, _ work: @escaping @Sendable () async throws -> Result
) async throws -> Result? {
  try await withThrowingTaskGroup(of: Result?.self) { group in
    group.addTask { try await work() }
    group.addTask {
      try await Task.sleep(for: limit)
      return nil
    }
    defer { group.cancelAll() }
    return try await group.next() ?? nil
  }
}
