import Foundation

/// The built program, run as its users run it.
struct Binary {
  struct Result {
    let status: Int32
    let output: String
    let error: String
  }

  var environment: [String: String] = [:]
  var workingFolder = URL(filePath: "/")

  /// Beside the bundle of the tests.
  static var location: URL {
    get throws {
      let candidates =
        [Bundle.main.bundleURL, Bundle.main.executableURL?.deletingLastPathComponent()]
        .compactMap(\.self)
        + CommandLine.arguments.map { URL(filePath: $0).deletingLastPathComponent() }
      let places = candidates.map { $0.appending(path: "outloud") }
      guard
        let found = places.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) })
      else { throw Missing(places: places.map(\.path)) }
      return found
    }
  }

  struct Missing: Error {
    let places: [String]
  }

  func run(_ arguments: String..., input: String = "") throws -> Result {
    try run(arguments, input: input)
  }

  func run(_ arguments: [String], input: String = "") throws -> Result {
    try Self.run(Self.location, arguments, input: input, environment, workingFolder)
  }

  static func run(
    _ program: URL, _ arguments: [String], input: String = "",
    _ environment: [String: String] = [:], _ workingFolder: URL = URL(filePath: "/")
  ) throws -> Result {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = workingFolder
    process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
      .merging(environment) { $1 }
    // Files, as a pipe that nobody reads would stop the program when it is full.
    let streams = try TemporaryFolder()
    try streams.write(input, to: "input")
    try streams.write("", to: "output")
    try streams.write("", to: "error")
    process.standardInput = try FileHandle(forReadingFrom: streams.url.appending(path: "input"))
    process.standardOutput = try FileHandle(forWritingTo: streams.url.appending(path: "output"))
    process.standardError = try FileHandle(forWritingTo: streams.url.appending(path: "error"))
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try streams.read("output"),
      error: try streams.read("error"))
  }
}

/// A folder of a test's own, removed with it.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "outloud-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  func write(_ text: String, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: path)), as: UTF8.self)
  }

  /// Every file below a folder but for the build's own record, with its bytes.
  func contents(of folder: String) throws -> [String: Data] {
    let root = url.appending(path: folder)
    var found: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path)
    where !path.hasPrefix(".outloud") {
      var isFolder: ObjCBool = false
      let file = root.appending(path: path)
      _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      if !isFolder.boolValue { found[path] = try Data(contentsOf: file) }
    }
    return found
  }

  @discardableResult
  func git(_ arguments: String..., at date: String = "2026-01-01T12:00:00+00:00") throws
    -> Binary.Result
  {
    try Binary.run(
      URL(filePath: "/usr/bin/git"), ["-C", url.path] + arguments,
      [
        "HOME": url.path, "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "A Writer",
        "GIT_AUTHOR_EMAIL": "writer@a.example", "GIT_COMMITTER_NAME": "A Writer",
        "GIT_COMMITTER_EMAIL": "writer@a.example", "GIT_AUTHOR_DATE": date,
        "GIT_COMMITTER_DATE": "2026-10-10T12:00:00+00:00",
      ])
  }
}
