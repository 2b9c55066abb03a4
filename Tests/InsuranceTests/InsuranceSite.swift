import Dates
import Files
import Notes
import Problems
import Testing

@testable import Insurance

/// A site in one text, read in memory: each file begins with a line `-- path --`.
struct InsuranceSite {
  var folder: MemoryFolder
  var now = "2026-11-25"

  init(_ text: String, now: String = "2026-11-25") {
    self.now = now
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
    files["outloud.yml"] = files["outloud.yml"] ?? []
    folder = MemoryFolder(files)
  }
}

extension InsuranceSite {
  func read() async throws -> Site {
    var options = SiteReader.Options()
    options.includesPrivate = true
    let reading = await SiteReader(folder, history: NoHistory(), options: options).read()
    #expect(!reading.problems.hasErrors, "\(ProblemReport(reading.problems).text)")
    return try #require(reading.site)
  }

  var today: CivilDate {
    get throws { try Moment(parsing: now, in: .utc).date }
  }

  func agenda() async throws -> Agenda {
    let site = try await read()
    let (book, problems) = QuestionBook.read(in: folder, language: site.configuration.language)
    #expect(problems.isEmpty, "\(ProblemReport(problems).text)")
    return Agenda(Chronicle(site, today: try today), site, book)
  }

  /// The occasions in the order in which they are thought of, each once.
  func occasions() async throws -> [Occasion] {
    var seen: Set<Occasion> = []
    return try await agenda().choices.map(\.finding.occasion).filter { seen.insert($0).inserted }
  }

  /// The first question for an occasion.
  func first(_ occasion: Occasion) async throws -> Agenda.Choice? {
    try await agenda().choices.first { $0.finding.occasion == occasion }
  }
}
