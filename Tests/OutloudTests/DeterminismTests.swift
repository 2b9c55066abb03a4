import Foundation
import Testing

/// Same input, same bytes; and what no build wrote is left alone.
struct DeterminismTests {
  private static let example = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../example-site").standardizedFileURL

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func build(
    _ source: String, to output: String, _ environment: [String: String] = [:],
    from workingFolder: URL? = nil
  ) throws {
    let result = try Binary(
      environment: environment, workingFolder: workingFolder ?? folder.url
    ).run(
      "build", source, "--output", folder.url.appending(path: output).path, "--now",
      "2026-11-23T00:00:00Z")
    #expect(result.status == 0, "\(result.error)")
  }

  @Test func `place, language and time zone of the machine change no byte`() throws {
    try build(Self.example.path, to: "first")
    try build(
      ".", to: "second", ["TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"],
      from: Self.example)
    // A copy made file by file, in another order, has other times and another order on disk.
    let copy = folder.url.appending(path: "copy")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: Self.example.path)
      .filter { !$0.hasPrefix("public") }.sorted(by: >)
    for path in paths {
      let source = Self.example.appending(path: path)
      guard !source.hasDirectoryPath, let data = try? Data(contentsOf: source) else { continue }
      try FileManager.default.createDirectory(
        at: copy.appending(path: path).deletingLastPathComponent(),
        withIntermediateDirectories: true)
      try data.write(to: copy.appending(path: path))
    }
    try build("copy", to: "third")
    let first = try folder.contents(of: "first")
    #expect(first.count > 100)
    #expect(try folder.contents(of: "second") == first)
    #expect(try folder.contents(of: "third") == first)
  }

  @Test func `a folder that holds a user's own files is refused and left alone`() throws {
    try folder.write("mine", to: "out/thesis.txt")
    let result = try Binary(workingFolder: folder.url).run(
      "build", Self.example.path, "--output", "out", "--now", "2026-11-23")
    #expect(result.status == 1)
    #expect(result.error.contains("“out” holds what no build wrote: “thesis.txt” [output-foreign]"))
    let left = try FileManager.default.subpathsOfDirectory(
      atPath: folder.url.appending(path: "out").path)
    #expect(left == ["thesis.txt"])
  }
}
