import Files
import Notes
import Parallel
import Problems

/// Finds what is wrong with a site as it would be published, beside its theme and its addresses.
struct PublicationCheck: Sendable {
  private let reading: SiteReader.Reading
  private let site: Site
  private let portfolio: Portfolio
  private let gate: Gate
  private let published: [PublishedNote]
  private let held: [HeldNote]
  private let folder: any Folder

  init(
    of reading: SiteReader.Reading, _ site: Site, _ portfolio: Portfolio, _ gate: Gate,
    published: [PublishedNote], held: [HeldNote], in folder: any Folder
  ) {
    self.reading = reading
    self.site = site
    self.portfolio = portfolio
    self.gate = gate
    self.published = published
    self.held = held
    self.folder = folder
  }

  var problems: [Problem] {
    var problems = readingProblems + portfolio.linkProblems + portfolio.idProblems
    problems += gate.mentionProblems(of: site.notes + site.pages, published)
    problems += gate.strayMentionProblems(of: site.notes + site.pages, published, in: folder)
    problems += portfolio.unlisted.compactMap(\.idProblem)
    problems += published.flatMap(\.leaks)
    let misdated = Set(reading.problems.filter { $0.code == .dateInvalid }.map(\.file))
    problems += portfolio.undated.map(\.path).filter { !misdated.contains($0) }.map { .undated($0) }
    problems += portfolio.goneProblems
    if let problem = portfolio.photoProblem { problems.append(problem) }
    if site.configuration.address(for: portfolio.audience) == nil { problems.append(.urlMissing()) }
    return problems + AttachmentReferences(in: portfolio, folder).unaccepted(inFiles)
  }

  /// A log may be public: a note that is held back is named in it only where it stops the build.
  private var readingProblems: [Problem] {
    let heldPaths = Set(held.map(\.path))
    return reading.problems.filter { problem in
      problem.severity == .error || !(problem.file.map(heldPaths.contains) ?? false)
    }
  }

  private var inFiles: [Problem] {
    let inspection = AttachmentInspection(
      folder: folder, leakCheck: site.leakCheck,
      unnamed: gate.unnamed(in: site.notes + site.pages, published))
    return leaksBesideNotes
      + inspection.problems(ofCompanions: Set(portfolio.companions.map(\.path)).sorted())
      + inspection.problems(
        ofStaticFiles: site.staticFiles.map { "\(SiteLayout.staticFolder)/\($0)" })
  }

  /// What should not be published in files that are copied as they are, and in the configuration.
  private var leaksBesideNotes: [Problem] {
    let copied =
      Set(portfolio.companions.map(\.path)).sorted()
      + site.staticFiles.map { "\(SiteLayout.staticFolder)/\($0)" }
    let themes = site.themeFiles.map { "\(SiteLayout.themeFolder)/\($0)" }
    let all = copied + themes + [Configuration.fileName]
    return all.concurrentMap { site.leakCheck.problems(inFile: $0, of: folder) }.flatMap(\.self)
  }
}

extension Problem {
  fileprivate static func urlMissing() -> Problem {
    Problem(
      .urlMissing, "nobody has said where the site will stand, so its feed cannot be followed yet",
      hint: "add “url: https://your.site/” to \(Configuration.fileName), or say --url")
  }
}

extension Portfolio {
  /// Notes that carry the same id: feed readers would take them for one.
  var idProblems: [Problem] {
    var owners: [String: String] = [:]
    return notes.compactMap { note in
      guard let id = note.id else { return nil }
      guard let first = owners[id] else {
        owners[id] = note.path
        return nil
      }
      return Problem(
        .idTwice, file: note.path, "another note carries the id “\(id)” too",
        hint: "give one of them another id", notes: [.init("this one", file: first)])
    }
  }
}
