import Files
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

  /// Shows a file, until it is closed; false where the editor could not be run.
  func opens(_ path: String) -> Bool {
    let status = Foreground.run(command, opening: path)
    return status.map { $0 < 126 } ?? false
  }
}
