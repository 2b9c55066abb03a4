import Foundation
import Glibc
import Synchronization
import Testing
import Trials

/// Files that change, vanish or are cut short, over and over, while a site is built from them: it is
/// the site of one of the two states, or a clear problem, and then the last good site stays.
///
/// `BUILDS` says how many builds are made of each.
struct ChangingFilesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("title: One\nurl: https://a.example/\n", to: "site/outloud.yml")
    for number in 1...4 {
      try folder.write(
        "---\nid: n-\(number)\n---\n# Note \(number)\n\n![Own](own.svg) [All](all.csv)\n",
        to: "site/notes/2026-01-0\(number % 9 + 1)-note-\(number).md")
    }
    try folder.write(Self.drawing(10), to: "site/notes/own.svg")
    try folder.write("a,b\n1,2\n", to: "site/notes/all.csv")
    try folder.write("body { color: black }\n", to: "site/theme/style.css")
    try folder.write("<p>One</p>\n", to: "site/static/one.html")
  }

  private static func drawing(_ width: Int) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"5\"><title>\(width)</title></svg>"
  }

  enum Way: CaseIterable {
    case replaced, removed, cut, pipe
  }

  private static let changes = [
    (
      path: "notes/2026-01-04-note-3.md",
      other: "---\nid: n-3\n---\n# Another note\n\nIt is another one.\n"
    ),
    (path: "notes/own.svg", other: drawing(2_000)),
    (path: "notes/all.csv", other: "a,b,c\n1,2,3\n"),
    (path: "outloud.yml", other: "title: Two\nurl: https://a.example/\nlanguage: de\n"),
    (path: "theme/style.css", other: "body { color: white; background: black }\n"),
    (path: "static/one.html", other: "<p>The other</p>\n"),
  ]

  /// Does something over and over, in a thread of its own, until it is ended.
  private final class Turning: Sendable {
    private let isEnding = Mutex(false)
    private let ended = DispatchSemaphore(value: 0)

    init(_ turn: @escaping @Sendable (Int) -> Void) {
      Thread.detachNewThread { [self] in
        var count = 0
        while !isEnding.withLock({ $0 }) {
          turn(count)
          count += 1
          usleep(300)
        }
        ended.signal()
      }
    }

    func end() {
      isEnding.withLock { $0 = true }
      ended.wait()
    }
  }

  @Test(arguments: Way.allCases)
  func `a site is of one state, or it is not built`(_ way: Way) throws {
    let whole = try #require(try built("out"))
    for (path, other) in Self.changes {
      let place = folder.url.appending(path: "site/\(path)").path
      let draft = folder.url.appending(path: "draft").path
      let bytes = try Data(contentsOf: URL(filePath: place))
      Self.set(place, way, other, by: draft)
      let changed = try built("other")
      #expect(changed != whole)
      Self.set(place, .replaced, String(decoding: bytes, as: UTF8.self), by: draft)
      let turning = Turning { count in
        Self.set(
          place, count % 2 == 0 ? way : .replaced,
          count % 2 == 0 ? other : String(decoding: bytes, as: UTF8.self), by: draft)
      }
      for _ in 0..<Trials.count("BUILDS", or: 2) {
        let before = try folder.contents(of: "out")
        let result = try run("out")
        let after = try folder.contents(of: "out")
        let words: Comment = "\(path), \(way): \(result.error)"
        if result.status == 0 {
          let strange = after.filter { $0.value != whole[$0.key] && $0.value != changed?[$0.key] }
          #expect(after == whole || after == changed, "\(strange.keys.sorted()): \(words)")
        } else {
          #expect([1, 3].contains(result.status), words)
          #expect(after == before, words)
          let isTold = path.split(separator: "/").last.map { result.error.contains($0) } ?? false
          #expect(isTold || changed == nil, words)
        }
      }
      turning.end()
      Self.set(place, .replaced, String(decoding: bytes, as: UTF8.self), by: draft)
      #expect(try built("out") == whole)
    }
  }

  private static func set(_ place: String, _ way: Way, _ text: String, by draft: String) {
    switch way {
    case .replaced:
      try? Data(text.utf8).write(to: URL(filePath: draft))
      rename(draft, place)
    case .removed: unlink(place)
    case .cut: truncate(place, 0)
    case .pipe:
      // At once, as a file that is missing would be one more state.
      unlink(draft)
      mkfifo(draft, 0o644)
      rename(draft, place)
    }
  }

  private func run(_ output: String) throws -> Binary.Result {
    try Binary(workingFolder: folder.url).run(
      "build", "site", "--output", output, "--now", "2026-11-25", "--allow-removed")
  }

  /// Nil where the site cannot be built.
  private func built(_ output: String) throws -> [String: Data]? {
    let result = try run(output)
    return result.status == 0 ? try folder.contents(of: output) : nil
  }
}
