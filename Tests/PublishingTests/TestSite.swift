import Dates
import Files
import Notes
import Problems
import Testing

@testable import Publishing

/// A whole site in one text, built in memory.
///
///     -- notes/a.md --
///     Hello.
///
/// Each file begins with a line that names its path; a blank line at its end belongs to it.
struct TestSite {
  var folder: MemoryFolder
  var history: any History = NoHistory()
  var options = SiteReader.Options()
  /// Midnight of 23 November 2026 in UTC, unless a test says otherwise.
  var now = "2026-11-23"
  var isStrict = false
  var audience = Audience.public

  init(_ text: String) {
    var files: [String: [UInt8]] = [:]
    var path: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        path = String(line.dropFirst(3).dropLast(3))
        files[path ?? ""] = []
      } else if let path {
        files[path, default: []] += Array(line.utf8) + [0x0A]
      }
    }
    // The line break that ends the last line is the text's own.
    if let path { files[path]?.removeLast() }
    folder = MemoryFolder(files)
  }

  /// The same site without some of its files.
  func without(_ paths: String...) -> TestSite {
    var site = self
    for path in paths { site.folder.files[path] = nil }
    return site
  }

  struct Result {
    /// Every file of the output; empty where an error kept it back.
    let files: [String: String]
    let problems: [Problem]
    let held: [HeldNote]

    /// The problems as they are printed.
    var report: String { ProblemReport(problems).text }

    subscript(path: String) -> String { files[path] ?? "" }
  }

  /// What would be published, whatever its problems.
  func publication() async throws -> Publication {
    let reading = await SiteReader(folder, history: history, options: options).read()
    return try #require(try make(of: reading).publication)
  }

  private func make(
    of reading: SiteReader.Reading
  ) throws -> (publication: Publication?, problems: [Problem]) {
    let moment = try Moment(parsing: now, in: reading.site?.configuration.zone ?? .utc)
    return Publication.make(of: reading, in: folder, for: audience, now: moment.instant)
  }

  func build() async throws -> Result {
    let reading = await SiteReader(folder, history: history, options: options).read()
    let (publication, problems) = try make(of: reading)
    let verdict = Verdict(
      problems, reading.site?.configuration, isStrict: isStrict, in: folder)
    guard let publication, !verdict.hasErrors else {
      return Result(files: [:], problems: verdict.problems, held: publication?.held ?? [])
    }
    var files: [String: String] = [:]
    for file in publication.files {
      files[file.path] = String(decoding: try file.contents(), as: UTF8.self)
    }
    return Result(files: files, problems: verdict.problems, held: publication.held)
  }
}

/// A history that knows the dates of some files.
struct TestHistory: History {
  var dates: [String: String] = [:]
  var isShallow = false
  var ignoredPaths: [String] = []
  var trackedPaths: [String] = []
  var pastPaths: [String] = []

  func ignored() -> [String] { ignoredPaths }
  func tracked() -> [String] { trackedPaths }
  func everTracked() -> [String]? { isShallow ? nil : pastPaths }

  func additions(of paths: [String]) -> Additions {
    guard !isShallow else { return .shallow }
    return .known(dates.compactMapValues { try? Moment(parsing: $0, in: .utc) })
  }
}

extension String {
  /// How often a text occurs in this one.
  func count(of text: String) -> Int { ranges(of: text).count }
}
