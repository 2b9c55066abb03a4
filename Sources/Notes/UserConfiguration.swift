import Files
import Leaks
import Problems

/// What a person has set for all their sites, outside of any of them: `outloud/config.yml` below
/// `$XDG_CONFIG_HOME`, or `~/.config`.
package struct UserConfiguration: Sendable {
  /// The file with the words that must never be published, one a line.
  package private(set) var confidentialFile: String?

  private static let keys = ["confidential"]

  /// Nothing is set where there is no such file.
  package static func read(
    environment: [String: String]
  ) -> (configuration: UserConfiguration, problems: [Problem]) {
    var configuration = UserConfiguration()
    guard let folder = folder(environment), Disk.kind("\(folder)/config.yml") != nil else {
      return (configuration, [])
    }
    switch SourceFile.read("config.yml", in: DiskFolder(folder)) {
    case .failure(let problem): return (configuration, [problem.in("\(folder)/config.yml")])
    case .success(let source):
      let file = SourceFile(path: "\(folder)/config.yml", bytes: source.bytes)
      let problems = configuration.read(file, below: folder, home: environment["HOME"])
      return (configuration, problems)
    }
  }

  private static func folder(_ environment: [String: String]) -> String? {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return "\(folder)/outloud"
    }
    return environment["HOME"].map { "\($0)/.config/outloud" }
  }

  private mutating func read(_ file: SourceFile, below folder: String, home: String?) -> [Problem] {
    let field: Field
    do throws(Problem) {
      field = try Field.yaml(file)
    } catch {
      return [error]
    }
    var reader = FieldReader(field, in: file, what: "configuration")
    if let path = reader.text("confidential") {
      confidentialFile =
        path.hasPrefix("~/")
        ? "\(home ?? "")/\(path.dropFirst(2))" : path.hasPrefix("/") ? path : "\(folder)/\(path)"
    }
    for entry in reader.keys where !Self.keys.contains(entry.key) {
      reader.report(
        .keyUnknown(entry.key, meant: "confidential", file, at: reader.range(of: entry)))
    }
    return reader.problems
  }
}

extension ConfidentialWords {
  /// Reads a list that a path from the working folder names.
  package static func read(_ path: String) -> Result<ConfidentialWords, Problem> {
    SourceFile.read(path, in: WorkingFolder()).map { ConfidentialWords(list: $0.bytes) }
  }
}

extension Problem {
  fileprivate func `in`(_ path: String) -> Problem {
    Problem(code, file: path, message, hint: hint)
  }
}
