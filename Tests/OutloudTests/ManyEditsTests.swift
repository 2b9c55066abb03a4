import Foundation
import Loopback
import Testing
import Trials

/// A preview that is left running for a long day of writing.
///
/// `EDITS=1000` makes it a long one, `SEED=…` the same as before.
struct ManyEditsTests {
  private static let edits = Trials.count("EDITS", or: 40)

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func write(note number: Int, _ random: inout SplitMix64) throws {
    let words = (0..<Int.random(in: 20...400, using: &random)).map { _ in
      String(UInt32.random(in: 0...99_999, using: &random), radix: 36)
    }
    try folder.write(
      """
      ---
      date: 2026-10-\(10 + number % 20)
      tags: [t\(words.count % 7)]
      ---
      # Note \(number), of \(words.count) words

      \(words.joined(separator: " "))
      """, to: "mine/notes/n\(number).md")
  }

  @Test func `after many edits it has the memory that it had, and the bytes of a build`() throws {
    try folder.write("title: Mine\nurl: https://a.example/\n", to: "mine/outloud.yml")
    var random = SplitMix64(state: Trials.seed)
    for number in 0..<60 { try write(note: number, &random) }
    let preview = try Preview("mine", "--as", "public", in: folder)
    let news = try preview.listen()
    _ = try news.next()
    var before = 0
    for edit in 0..<Self.edits {
      let number = Int.random(in: 0..<60, using: &random)
      let path = folder.url.appending(path: "mine/notes/n\(number).md")
      if Int.random(in: 0..<5, using: &random) == 0, (try? path.checkResourceIsReachable()) == true
      {
        try FileManager.default.removeItem(at: path)
      } else {
        try write(note: number, &random)
      }
      _ = try news.next()
      #expect(try preview.get("/").status == 200)
      if edit == Self.edits / 4 { before = try preview.memory }
    }
    let after = try preview.memory
    #expect(after <= before * 5 / 4 + 4096, "\(before) kB, then \(after), SEED=\(Trials.seed)")

    let built = try Binary(workingFolder: folder.url).run(
      "build", "mine", "--output", "built", "--now", "2026-11-23")
    #expect(built.status == 0, "\(built.error)")
    let files = try folder.contents(of: "built")
    // What was written last may be read once more, a moment later.
    var differing = try difference(preview, files)
    for _ in 0..<100 where !differing.isEmpty {
      usleep(50_000)
      differing = try difference(preview, files)
    }
    #expect(differing == [], "SEED=\(Trials.seed)")
  }

  private func difference(_ preview: Preview, _ files: [String: Data]) throws -> [String] {
    let client = try HTTPClient(port: preview.port)
    return try files.filter { path, bytes in
      Data(try client.request("/\(path)", host: preview.host).body) != bytes
    }.keys.sorted()
  }
}
