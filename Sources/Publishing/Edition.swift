import Dates
import Files
import Leaks
import Notes
import Problems

/// One reading of a site, from its folder to what would be published for an audience.
package struct Edition: Sendable {
  /// Nil where not even the configuration could be read.
  package let site: Site?
  /// Nil where the site has no such audience, or nothing can be made of what was read.
  package let publication: Publication?
  /// What there is to say, unless more is found out.
  package let verdict: Verdict
  private let problems: [Problem]
  private let order: Order
  private let kept: KeptNotes?

  /// What was asked for: which site, for whom, and how to go about it.
  package struct Order: Sendable {
    package let root: SiteRoot
    /// The name of the audience.
    package let audience: String
    package var reading = SiteReader.Options()
    /// The file with the words that must never be published; without it, what the person has set.
    package var confidentialFile: String?
    package var isStrict = false
    /// Whether what earlier commits hold is looked at too.
    package var looksBack = false
    /// Whether what has been looked at may not change until all is made: an edition that is made once,
    /// and not read from as long as somebody looks at it.
    package var isSteady = false
    /// Whether every file will be made: the index of search is then begun while the pages are made
    /// ready.
    package var makesAll = false
    /// Whether what is held back may be named.
    package var isNaming = false
    package var environment: [String: String] = [:]
    /// The present in seconds since 1970, where a date means midnight in a zone.
    package let present: @Sendable (Zone) -> Int

    package init(
      _ root: SiteRoot, for audience: String, present: @escaping @Sendable (Zone) -> Int
    ) {
      self.root = root
      self.audience = audience
      self.present = present
      reading.includesPrivate = ["coach", "me"].contains(audience)
      reading.outputFolder = Self.outputFolder(for: audience)
    }

    /// How the site is read, with what the person has set.
    package func options() -> (options: SiteReader.Options, problems: [Problem]) {
      var options = reading
      let personal = UserConfiguration.read(environment: environment)
      var problems = personal.problems
      if let list = confidentialFile ?? personal.configuration.confidentialFile {
        switch ConfidentialWords.read(list) {
        case .success(let words): options.confidential = words
        case .failure(let problem): problems.append(problem)
        }
      }
      return (options, problems)
    }

    /// Where a build for an audience goes unless it is told otherwise, below the site's folder.
    package static func outputFolder(for audience: String) -> String {
      audience == "public" ? audience : "public-\(audience)"
    }
  }

  /// Reads the site: after an earlier edition of the same order that keeps its notes, only what has
  /// changed is parsed.
  package static func read(_ order: Order, after earlier: Edition? = nil) async -> Edition {
    let (options, optionProblems) = order.options()
    var problems = optionProblems
    let folder: any Folder =
      order.isSteady ? SteadyFolder(order.root.folder) : order.root.folder
    let history = order.root.history
    let reading = await SiteReader(folder, history: history, options: options).read(
      after: earlier?.kept)
    let now = order.present(reading.site?.configuration.zone ?? .utc)
    // Git is asked while the pages are made ready.
    async let repositoryProblems = repositoryProblems(of: reading.site, now: now, order)
    let audience = Audience(order.audience, of: reading.site?.configuration ?? Configuration())
    var publication: Publication?
    if let audience {
      let made = Publication.make(
        of: reading, in: folder, for: audience, now: now, makesAll: order.makesAll)
      publication = made.publication
      problems += made.problems
    } else {
      problems += reading.problems
      // Where the configuration cannot be read, nobody knows whom it names.
      if reading.site != nil { problems.append(.audienceUnknown(order.audience)) }
    }
    problems += await repositoryProblems
    return Edition(reading, publication, problems, order)
  }

  private static func repositoryProblems(
    of site: Site?, now: Int, _ order: Order
  ) async -> [Problem] {
    guard let site else { return [] }
    return await RepositoryCheck(of: site, in: order.root.folder, now: now).problems(
      in: order.root.history, includingPast: order.looksBack, naming: order.isNaming)
  }

  private init(
    _ reading: SiteReader.Reading, _ publication: Publication?, _ problems: [Problem],
    _ order: Order
  ) {
    site = reading.site
    kept = reading.kept
    self.publication = publication
    self.problems = problems
    self.order = order
    verdict = Verdict(
      problems, reading.site?.configuration, isStrict: order.isStrict, in: order.root.folder)
  }

  /// Whether the site was read and has no such audience.
  package var lacksAudience: Bool { verdict.problems.contains { $0.code == .audienceUnknown } }

  /// The verdict with problems that were found since.
  package func verdict(with more: [Problem]) -> Verdict { verdict(only: problems + more) }

  /// The verdict on some problems alone.
  package func verdict(only problems: [Problem]) -> Verdict {
    Verdict(problems, site?.configuration, isStrict: order.isStrict, in: order.root.folder)
  }
}

extension Problem {
  fileprivate static func audienceUnknown(_ name: String) -> Problem {
    Problem(
      .audienceUnknown, "there is no audience “\(name)”",
      hint: "take public, coach or me, or give it a name in \(Configuration.fileName): audiences")
  }
}
