import Foundation
import Testing

@testable import Markdown

/// 577 notes that people wrote, beside what GitHub's own program makes of them.
struct RealNotesTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/corpora/make-til").standardizedFileURL
  private static let reference = URL(filePath: "/usr/bin/cmark-gfm")

  private static var isThere: Bool {
    [corpus, reference].allSatisfy { FileManager.default.fileExists(atPath: $0.path) }
  }

  @Test(.enabled(if: isThere, "../shared/corpora is not beside the project, or no cmark-gfm here"))
  func `real notes come out as GitHub has them`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "outloud-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let notes = folder.appending(path: "til")
    try run(URL(filePath: "/bin/bash"), Self.corpus.path, notes.path)
    var count = 0
    for path in try FileManager.default.subpathsOfDirectory(atPath: notes.path)
    where path.hasSuffix(".md") && path != "README.md" {
      let file = notes.appending(path: path)
      let extensions = ["table", "strikethrough", "autolink", "tasklist", "tagfilter", "footnotes"]
      let expected = try run(
        Self.reference, ["--unsafe"] + extensions.flatMap { ["-e", $0] } + [file.path])
      let note = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      let html = render(note, .init(flavor: .gfm, rawHTML: .keep))
      #expect(html == expected || normalized(html) == normalized(expected), "\(path)")
      count += 1
    }
    #expect(count == 577)
  }

  @discardableResult
  private func run(_ program: URL, _ arguments: String...) throws -> String {
    try run(program, arguments)
  }

  private func run(_ program: URL, _ arguments: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = program
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(program.path)")
    return String(decoding: data, as: UTF8.self)
  }
}
