import Foundation
import Testing
import Trials

/// Notes that are held back change no byte on disk: not on the example site, not among real notes.
struct HeldBackTests {
  private static let example = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../example-site").standardizedFileURL

  private let folder: TemporaryFolder
  private let outloud: Binary

  init() throws {
    folder = try TemporaryFolder()
    outloud = Binary(workingFolder: folder.url)
  }

  @Test func `the example site is the same without what it holds back`() throws {
    for copy in ["whole", "bare"] {
      try FileManager.default.copyItem(at: Self.example, to: folder.url.appending(path: copy))
    }
    let held = [
      "unit/2026-11-19-what-thirty-doors-said.md", "unit/2026-10-05-a-talk-about-lamps.md",
      "aloud/2025-05-20-what-i-would-ask-for.md",
    ]
    for path in held {
      try FileManager.default.removeItem(at: folder.url.appending(path: "bare/notes/\(path)"))
    }
    try expectSameSites(held: held.count)
  }

  @Test(.enabled(if: CorpusTests.isThere, "../shared/corpora is not beside the project"))
  func `real notes are the same without a third of them that is held back`() throws {
    try CorpusTests.makeNotes("whole", in: folder)
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: folder.url.appending(path: "whole").path
    ).filter { $0.hasSuffix(".md") && $0.contains("/") && !$0.hasPrefix(".") }.sorted()
    var random = SplitMix64(state: Trials.seed)
    let held = names.filter { _ in random.chance(33) }
    #expect(held.count > 100, "SEED=\(Trials.seed)")
    for path in held {
      let matter = random.one(of: [
        "visibility: private", "visibility: coach", "draft: true", "embargo: 2027-01-01",
        "date: 2027-01-01", "kind: decision", "published: false",
      ])
      let text = try folder.read("whole/\(path)")
      try folder.write(
        "---\n\(matter)\npin: true\nneeds: [help]\n---\n\(text)", to: "whole/\(path)")
    }
    try FileManager.default.copyItem(
      at: folder.url.appending(path: "whole"), to: folder.url.appending(path: "bare"))
    for path in held {
      try FileManager.default.removeItem(at: folder.url.appending(path: "bare/\(path)"))
    }
    try expectSameSites(held: held.count)
  }

  /// Builds `whole` and `bare`, and compares all that there is, the record of the build included.
  private func expectSameSites(held: Int) throws {
    for copy in ["whole", "bare"] {
      let built = try outloud.run(
        "build", copy, "--output", "\(copy)-site", "--now", "2026-11-23", "--url",
        "https://a.example/")
      #expect(built.status == 0, "\(built.error.suffix(1_000))")
      #expect(
        built.error.contains("Held back: \(held) notes (") == (copy == "whole"),
        "\(built.error.suffix(300))")
    }
    let (whole, bare) = (try everything(in: "whole-site"), try everything(in: "bare-site"))
    #expect(whole.count > 100)
    #expect(Set(whole.keys) == Set(bare.keys), "SEED=\(Trials.seed)")
    for (path, bytes) in whole {
      #expect(bytes == bare[path], "\(path) differs, SEED=\(Trials.seed)")
    }
  }

  private func everything(in site: String) throws -> [String: Data] {
    let root = folder.url.appending(path: site)
    var found: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      let file = root.appending(path: path)
      if let data = try? Data(contentsOf: file) { found[path] = data }
    }
    return found
  }
}
