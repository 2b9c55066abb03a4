import Foundation
import Glibc

/// The built program with somebody at its terminal.
final class Terminal {
  private let process = Process()
  private let main: Int32
  private var seen = ""

  // TIOCSPTLCK and TIOCGPTN, which Swift does not see.
  private static let unlock: UInt = 0x4004_5431
  private static let number: UInt = 0x8004_5430

  struct Missing: Error, CustomStringConvertible {
    let text: String
    let seen: String
    var description: String { "“\(text)” did not come; what came: \(seen)" }
  }

  convenience init(
    _ arguments: String..., environment: [String: String] = [:], in folder: URL
  ) throws {
    try self.init(arguments, environment: environment, in: folder)
  }

  init(
    _ arguments: [String], environment: [String: String] = [:], in folder: URL
  ) throws {
    main = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var number: Int32 = 0
    var lock: Int32 = 0
    guard main >= 0, ioctl(main, Self.unlock, &lock) == 0, ioctl(main, Self.number, &number) == 0
    else { throw Missing(text: "a terminal", seen: "") }
    let other = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    let handle = FileHandle(fileDescriptor: other, closeOnDealloc: true)
    process.executableURL = try Binary.location
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
      .merging(environment) { $1 }
    process.standardInput = handle
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    try handle.close()
  }

  deinit {
    if process.isRunning { process.terminate() }
    close(main)
  }

  /// Waits until the program has shown a text, after what was waited for before.
  func wait(for text: String) throws {
    while !seen.contains(text) {
      guard let more = read() else { throw Missing(text: text, seen: seen) }
      seen += more
    }
    if let range = seen.firstRange(of: text) { seen = String(seen[range.upperBound...]) }
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(main, $0.baseAddress, $0.count) }
  }

  /// What Ctrl-C does at a terminal of one's own.
  func interrupt() { process.interrupt() }

  /// The rest of what is shown, and the exit status.
  func end() -> (shown: String, status: Int32) {
    while let more = read() { seen += more }
    process.waitUntilExit()
    return (seen, process.terminationStatus)
  }

  /// Nil once the program has ended, or where it shows nothing for long.
  private func read() -> String? {
    var request = pollfd(fd: main, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, 60_000) > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let got = Glibc.read(main, &bytes, bytes.count)
    guard got > 0 else { return nil }
    return String(decoding: bytes[..<got], as: UTF8.self).replacingOccurrences(
      of: "\r\n", with: "\n")
  }
}
