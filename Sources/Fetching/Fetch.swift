import Subprocess

/// Fetches what stands at addresses, by the system's curl. Nothing does so unless it is asked by name.
///
/// Whoever answers may mean harm: time and size are bounded, and nobody is led elsewhere.
package struct Fetch: Sendable {
  /// Why nothing came, in words.
  package struct Failure: Error {
    package let reason: String

    package init(reason: String) {
      self.reason = reason
    }
  }

  package struct Limits: Sendable {
    /// Of one answer, and of all together.
    package var seconds = 30
    package var secondsInAll = 60
    /// Of one answer, unpacked.
    package var bytes = 64 << 20

    package init() {}
  }

  private let limits: Limits
  private let end: ContinuousClock.Instant

  /// Time runs from here on.
  package init(_ limits: Limits = Limits()) {
    self.limits = limits
    end = .now + .seconds(limits.secondsInAll)
  }

  private static let redirections = 5

  /// Follows few redirections: to the same host, with or without `www.`, and from `https` not to `http`.
  package func bytes(_ address: String) async throws(Failure) -> [UInt8] {
    guard var place = WebPlace(address) else {
      throw Failure(reason: "it does not begin with https:// or http://")
    }
    for _ in 0...Self.redirections {
      let answer = try await answer(place)
      guard let target = answer.target else { return answer.bytes }
      guard let next = WebPlace(target), place.mayLead(to: next) else {
        throw Failure(reason: "it leads elsewhere, to “\(target.printed)”")
      }
      place = next
    }
    throw Failure(reason: "it leads from address to address without end")
  }

  /// `target` is where it leads to, for an answer that does.
  private func answer(
    _ place: WebPlace
  ) async throws(Failure) -> (bytes: [UInt8], target: String?) {
    let left = min(ContinuousClock.now.duration(to: end) / .seconds(1), Double(limits.seconds))
    guard left > 0.01 else { throw tooSlow }
    let finished: (code: Int, output: [UInt8], words: String)
    do {
      let result = try await run(
        .name("curl"),
        arguments: [
          // First of all: the user's own settings are for other things.
          "--disable", "--fail", "--silent", "--proto", "=\(place.scheme)",
          "--max-time", "\(left)", "--max-filesize", "\(limits.bytes)", "--globoff",
          "--compressed", "--write-out", "%{stderr}%{http_code} %{redirect_url}", "--url",
          place.address,
        ],
        output: .bytes(limit: limits.bytes), error: .string(limit: 65_536))
      guard case .exited(let code) = result.terminationStatus else {
        throw Failure(reason: "curl was ended")
      }
      finished = (Int(code), result.standardOutput, result.standardError)
    } catch let failure as Failure {
      throw failure
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      throw tooLarge
    } catch {
      throw Failure(reason: "curl cannot be run: is it installed?")
    }
    let words = finished.words.split(separator: " ", maxSplits: 1).map(String.init)
    let status = words.first.flatMap(Int.init) ?? 0
    guard finished.code == 0 else { throw failure(finished.code, status) }
    guard !(200..<300 ~= status) else { return (finished.output, nil) }
    guard 300..<400 ~= status, words.count == 2, !words[1].isEmpty else {
      throw Failure(reason: "the server answers with \(status)")
    }
    return ([], words[1])
  }

  // MARK: - Reasons

  private var tooSlow: Failure {
    Failure(reason: "it takes longer than \(limits.seconds) seconds")
  }

  private var tooLarge: Failure {
    Failure(reason: "what stands there is larger than \(limits.bytes >> 20) MiB")
  }

  /// What the codes mean that curl ends with, as `man curl` lists them.
  private func failure(_ code: Int, _ status: Int) -> Failure {
    switch code {
    case 22: Failure(reason: "the server answers with \(status)")
    case 6: Failure(reason: "there is no such host")
    case 7: Failure(reason: "nobody answers there")
    case 28: tooSlow
    case 63: tooLarge
    case 18, 52, 55, 56: Failure(reason: "the answer breaks off")
    case 35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91:
      Failure(reason: "there is no secure connection with it")
    case 1, 8, 27, 61, 92, 100: Failure(reason: "the answer cannot be understood")
    default: Failure(reason: "curl ends with \(code), which “man curl” explains")
    }
  }
}
