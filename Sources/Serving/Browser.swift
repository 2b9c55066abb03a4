import Problems
import Subprocess

/// The browser of the person at this machine.
package enum Browser {
  #if os(macOS)
    private static let opener = "open"
  #else
    private static let opener = "xdg-open"
  #endif

  /// Opens an address, and says what kept it from that.
  package static func open(_ address: String) async -> Problem? {
    // Ctrl-C ends the preview and not a browser that began with it.
    var options = PlatformOptions()
    options.createSession = true
    do {
      let result = try await run(
        .name(opener), arguments: [address], platformOptions: options, output: .discarded,
        error: .discarded)
      return result.terminationStatus.isSuccess ? nil : .browserMissing(address)
    } catch {
      return .browserMissing(address)
    }
  }
}

extension Problem {
  fileprivate static func browserMissing(_ address: String) -> Problem {
    Problem(.browserMissing, "no browser could be opened", hint: "open one, and go to \(address)")
  }
}
