import Subprocess
import SystemPackage
import Text

/// The editor of the user's choice.
struct Editor {
  /// As `VISUAL` or `EDITOR` has it: a command with its options, in the words of the shell.
  let command: String

  /// Nil where nobody has chosen one: nobody is to find themselves in an editor that they cannot leave.
  init?(environment: [String: String]) {
    let chosen = ["VISUAL", "EDITOR"].compactMap { environment[$0]?.trimmed }.first { !$0.isEmpty }
    guard let chosen else { return nil }
    command = chosen
  }

  /// Shows a file, until it is closed; false where that went wrong.
  func opens(_ path: String) async -> Bool {
    let result = try? await run(
      .path("/bin/sh"), arguments: ["-c", "\(command) \"$1\"", "sh", path],
      input: .fileDescriptor(.standardInput, closeAfterSpawningProcess: false),
      output: .fileDescriptor(.standardOutput, closeAfterSpawningProcess: false),
      error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false))
    return result?.terminationStatus.isSuccess ?? false
  }
}
