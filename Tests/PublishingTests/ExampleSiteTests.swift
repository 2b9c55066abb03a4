import Files
import Foundation
import Notes
import Problems
import Testing

@testable import Publishing

/// The example site in each theme, byte by byte: a dozen telling files whole, the rest by hash.
///
/// `RECORD=1 swift test --filter ExampleSiteTests` writes what is expected anew; look at the
/// difference before you commit it.
struct ExampleSiteTests {
  private static let telling = [
    "index.html", "page/2/index.html", "ward/the-clock-in-the-form/index.html",
    "data/the-form-has-two-clocks/index.html", "unit/the-winter-letter/index.html",
    "unit/a-silence-of-1492/index.html", "unit/small-numbers/index.html",
    "ward/waiting-for-three-signatures/index.html", "ward/lucia-på-avdelningen/index.html",
    "projects/heat-and-who-it-finds/index.html", "projects/index.html", "feed.xml", "sitemap.xml",
    "404.html",
  ]

  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  private static let example = tests.appending(path: "../../example-site").standardizedFileURL

  @Test(arguments: ["ledger", "plain"])
  func `the example site comes out as it did`(theme: String) async throws {
    let output = try await Self.build(theme)
    var expected = Expectation(folder: Self.tests.appending(path: "ExampleSite/\(theme)"))
    for path in Self.telling {
      let bytes = try #require(output[path], "\(path) is not built")
      try expected.check(path, bytes)
    }
    let hashes = output.filter { !Self.telling.contains($0.key) }
      .sorted { $0.key < $1.key }
      .map { "\(Self.hash($0.value))  \($0.key)\n" }
    try expected.check("hashes.txt", Array(hashes.joined().utf8))
  }

  @Test func `the example site has no problem but for the notes that it holds back`() async throws {
    let reading = await Self.read()
    let (publication, problems) = Self.publish(reading)
    #expect(ProblemReport.text(of: problems) == "")
    #expect(publication?.held.count == 3)
  }

  private static func read(in theme: String? = nil) async -> SiteReader.Reading {
    var options = SiteReader.Options()
    options.theme = theme
    return await SiteReader(DiskFolder(example.path), history: NoHistory(), options: options).read()
  }

  private static func publish(
    _ reading: SiteReader.Reading
  ) -> (publication: Publication?, problems: [Problem]) {
    // 23 November 2026 in UTC.
    Publication.make(
      of: reading, in: DiskFolder(example.path), for: .public, now: 1_795_392_000)
  }

  private static func build(_ theme: String) async throws -> [String: [UInt8]] {
    let publication = try #require(publish(await read(in: theme)).publication)
    return Dictionary(
      uniqueKeysWithValues: try publication.files.map { ($0.path, try $0.contents()) })
  }

  /// FNV-1a of 64 bits.
  private static func hash(_ bytes: [UInt8]) -> String {
    let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// Files that say what should come out, or are written where that is asked for.
private struct Expectation {
  let folder: URL

  mutating func check(_ path: String, _ bytes: [UInt8]) throws {
    let file = folder.appending(path: path)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    let expected = try? Data(contentsOf: file)
    #expect(expected != nil, "\(path) has never been recorded")
    let (new, old) = (
      String(decoding: bytes, as: UTF8.self), expected.map { String(decoding: $0, as: UTF8.self) }
    )
    guard new != old, let old else { return }
    let lines = zip(new.split(separator: "\n"), old.split(separator: "\n")).first { $0 != $1 }
    Issue.record("\(path) differs: “\(lines?.0 ?? "")”, not “\(lines?.1 ?? "")”")
  }
}

extension ProblemReport {
  fileprivate static func text(of problems: [Problem]) -> String { ProblemReport(problems).text }
}
