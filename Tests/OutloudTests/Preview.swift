import Foundation
import Loopback
import Testing

/// `outloud serve`, run as its users run it.
final class Preview {
  let port: Int
  let process = Process()
  private let streams: TemporaryFolder

  /// Starts it on a port that is free, and waits for the line that says where.
  init(
    _ arguments: String..., in folder: TemporaryFolder, environment: [String: String] = [:]
  ) throws {
    streams = try TemporaryFolder()
    try streams.write("", to: "error")
    let output = Pipe()
    process.executableURL = try Binary.location
    process.arguments = ["serve", "--port", "0", "--now", "2026-11-23"] + arguments
    process.currentDirectoryURL = folder.url
    process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
      .merging(environment) { $1 }
    process.standardOutput = output
    process.standardError = try FileHandle(
      forWritingTo: streams.url.appending(path: "error"))
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let address = try #require(line.wholeMatch(of: /http:\/\/localhost:(\d+)\/-\/\n/), "\(line)")
    port = try #require(Int(address.1))
  }

  deinit {
    if process.isRunning { process.terminate() }
  }

  var host: String { "localhost:\(port)" }

  /// What it has said to a person so far.
  var words: String { get throws { try streams.read("error") } }

  /// Ends it as Ctrl-C does, and says how it ended.
  func interrupt() -> Int32 {
    process.interrupt()
    process.waitUntilExit()
    return process.terminationStatus
  }

  func get(_ target: String) throws -> HTTPClient.Response {
    try HTTPClient(port: port).request(target, host: host)
  }

  /// The size of its memory in kB, as the system counts it.
  var memory: Int {
    get throws {
      let status = try String(
        contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
      let line = try #require(status.firstMatch(of: /VmRSS:\s*(\d+) kB/))
      return try #require(Int(line.1))
    }
  }

  /// Listens for what it tells of changes.
  func listen() throws -> News {
    let client = try HTTPClient(port: port)
    try client.send("GET /-/events HTTP/1.1\r\nHost: \(host)\r\n\r\n")
    #expect(try client.read(through: "\r\n\r\n").hasPrefix("HTTP/1.1 200 OK\r\n"))
    return News(client: client)
  }

  /// What is told, one after the other.
  struct News {
    let client: HTTPClient

    func next() throws -> String {
      // Between news come signs of life, every fifteen seconds.
      for _ in 0..<4 {
        let text = try client.read(through: "\n\n")
        if let start = text.firstRange(of: "data: ") { return String(text[start.upperBound...]) }
      }
      throw HTTPClient.Failure(words: "no news for a minute")
    }

    /// The first that holds a text; those before it may be of a change that was half done.
    func next(with text: String) throws -> String {
      while true {
        let news = try next()
        if news.contains(text) { return news }
      }
    }
  }
}
