import Dates
import Files
import Foundation
import Notes
import Problems
import Testing
import Trials

@testable import Publishing

/// What an audience may not see changes no byte of what it gets, on sites made by chance.
///
/// `SITES` says how many, `SEED` repeats a run: the site that failed first is `SEED=… SITES=1`.
struct NonInterferenceTests {
  private static let count = Trials.count("SITES", or: 10)

  @Test(arguments: Crowd.allCases)
  func `what someone may not see changes no byte of what they get`(crowd: Crowd) async throws {
    for seed in seeds {
      let fault = try await fault(of: RandomSite(seed: seed), for: crowd)
      #expect(fault == nil, "SEED=\(seed) SITES=1, for \(crowd): \(fault ?? "")")
      if fault != nil { return }
    }
    print("non-interference, \(crowd): SEED=\(Trials.seed), \(Self.count) sites")
  }

  private func fault(of site: RandomSite, for crowd: Crowd) async throws -> String? {
    let whole = try await Built(site.whole, for: crowd)
    let bare = try await Built(site.bare(for: crowd), for: crowd)
    if let fault = whole.difference(from: bare) { return fault }
    if let trace = whole.trace(of: site.canaries.hidden(from: crowd)) { return trace }
    // To a coach an unlisted note is one like any other.
    guard crowd != .coach else { return nil }
    let listed = whole.withoutUnlisted
    let others = try await Built(site.withoutUnlisted, for: crowd).withoutUnlisted
    return listed.difference(from: others) ?? listed.trace(of: [site.canaries.unlisted])
  }

  private var seeds: [UInt64] { (0..<Self.count).map { Trials.seed &+ UInt64($0) } }
}

/// What a random site comes to.
private struct Built {
  private var files: [String: [UInt8]] = [:]
  /// What is reported, without the lines, which differ where something stands between them.
  private var problems: [String]

  init(_ folder: MemoryFolder, for crowd: Crowd) async throws {
    var options = SiteReader.Options()
    options.includesPrivate = crowd.audience.isClose
    let reading = await SiteReader(folder, history: NoHistory(), options: options).read()
    // 23 November 2026 in UTC.
    let (publication, problems) = Publication.make(
      of: reading, in: folder, for: crowd.audience, now: 1_795_392_000)
    let verdict = Verdict(problems, reading.site?.configuration, isStrict: false, in: folder)
    let errors = verdict.problems.filter { $0.severity == .error }
    try #require(errors.isEmpty, "\(ProblemReport(errors).text)")
    for file in try #require(publication).files { files[file.path] = try file.contents() }
    self.problems = problems.map { "\($0.file ?? ""): \($0.message)" }.sorted()
  }

  var withoutUnlisted: Built {
    var built = self
    built.files = files.filter { !$0.key.hasPrefix("u/") }
    built.problems = []
    return built
  }

  /// The first thing that differs.
  func difference(from other: Built) -> String? {
    for path in Set(files.keys).union(other.files.keys).sorted() {
      guard let mine = files[path] else { return "\(path) is missing" }
      guard let theirs = other.files[path] else { return "\(path) should not be there" }
      guard mine != theirs else { continue }
      let place = zip(mine, theirs).enumerated().first { $1.0 != $1.1 }?.offset ?? 0
      func words(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.dropFirst(max(0, place - 60)).prefix(160), as: UTF8.self)
      }
      return "\(path) is …\(words(mine))…, not …\(words(theirs))…"
    }
    return problems == other.problems
      ? nil
      : "reported is \(Set(problems).symmetricDifference(other.problems).sorted())"
  }

  /// Where a word stands, however it is written.
  func trace(of words: [String]) -> String? {
    let forms = words.flatMap(Writing.all)
    for (path, bytes) in files {
      let data = Data(Array(path.utf8) + bytes)
      if let form = forms.first(where: { data.range(of: Data($0.utf8)) != nil }) {
        return "\(path) holds “\(form)”"
      }
    }
    return nil
  }
}

/// The ways in which a word may be written.
private enum Writing {
  static func all(of word: String) -> [String] {
    let bytes = Array(word.utf8)
    func each(_ form: (UInt8) -> String) -> String { bytes.map(form).joined() }
    func hex(_ byte: UInt8) -> String { String(byte, radix: 16) }
    // Of base64 only the letters that say nothing of what stands before and behind.
    let encoded = (0..<3).map { lead in
      let text = Data([UInt8](repeating: 0, count: lead) + bytes).base64EncodedString()
      return String(text.dropFirst(4).dropLast(4))
    }
    let small = [
      word, each { "%" + hex($0) }, each { "&#\($0);" }, each { "&#x\(hex($0));" },
      each { "\\u00\(hex($0))" }, each(hex), each { "\(UnicodeScalar($0))\0" },
    ]
    return encoded + small.flatMap { [$0, $0.uppercased(), $0.capitalized] }
      + [String(word.reversed())]
  }
}
