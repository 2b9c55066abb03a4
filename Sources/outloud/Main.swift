import ArgumentParser

@main
enum Main {
  static func main() async {
    Memory.takeLargePieces()
    do {
      var command = try Outloud.parseAsRoot(
        Outloud.withPlainWords(CommandLine.arguments.dropFirst()))
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      let message = Outloud.fullMessage(for: error)
      switch Outloud.exitCode(for: error) {
      case .success:
        Console.print(message)
        Outloud.exit()
      // The library's code for a wrong command line is 64.
      case .validationFailure:
        Console.say(message)
        Outloud.exit(withError: ExitCode.wrongUsage)
      case let code:
        if !message.isEmpty { Console.say(message) }
        Outloud.exit(withError: code)
      }
    }
  }
}

extension ExitCode {
  /// Problems were found, and nothing was half written.
  static let problems = ExitCode(1)
  static let wrongUsage = ExitCode(2)
  /// Something could not be read or written.
  static let inputOutput = ExitCode(3)
}
