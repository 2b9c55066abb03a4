import Subprocess

/// Fetches what stands at an address, by the system's curl. Nothing does so unless it is asked by name.
package enum Fetch {
  /// Why nothing came, in words.
  package struct Failure: Error {
    package let reason: String
  }

  private static let sizeLimit = 64 << 20
  private static let seconds = 30

  /// Follows few redirects, and none that leads to another scheme; from `https` none to `http`.
  package static func bytes(_ address: String) async throws(Failure) -> [UInt8] {
    let scheme = address.hasPrefix("https://") ? "https" : "http,https"
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
      throw Failure(reason: "it does not begin with https:// or http://")
    }
    let finished: (isDone: Bool, output: [UInt8], words: String)
    do {
      let result = try await run(
        .name("curl"),
        arguments: [
          // First of all: the user's own settings are for other things.
          "--disable", "--fail", "--silent", "--show-error", "--location", "--max-redirs", "5",
          "--proto", "=\(scheme)", "--proto-redir", "=\(scheme)", "--max-time", "\(seconds)",
          "--max-filesize", "\(sizeLimit)", "--globoff", "--compressed", "--url", address,
        ],
        output: .bytes(limit: sizeLimit), error: .string(limit: 65_536))
      finished = (
        result.terminationStatus.isSuccess, result.standardOutput, result.standardError
      )
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      throw Failure(reason: "what stands there is larger than \(sizeLimit >> 20) MiB")
    } catch {
      throw Failure(reason: "curl cannot be run: is it installed?")
    }
    guard finished.isDone else {
      let words = finished.words.split(separator: "\n").first ?? "curl gave no reason"
      throw Failure(reason: String(words))
    }
    return finished.output
  }
}
