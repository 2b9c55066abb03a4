import Dates
import Files
import Notes
import Parallel
import Problems

/// A site made ready for one audience: every page and file of it, none of them rendered yet.
package struct Publication: Sendable {
  package let portfolio: Portfolio
  /// What is rendered.
  package let pages: [Page]
  package let held: [HeldNote]
  /// What goes into the output folder, but for the index of search.
  private let shelved: [OutputFile]
  private let searchFiles: Lazy<SearchFiles>?

  /// Everything that goes into the output folder, the pages included.
  package var files: [OutputFile] { shelved + searchIndex }

  private var searchIndex: [OutputFile] {
    (searchFiles?.value.files ?? []).map { file in
      OutputFile(file.route.file) { file.bytes }
    }
  }

  /// Finds the files by their paths, for who wants few of them: the index of search is made only for
  /// who asks for a part of it.
  package var finder: @Sendable (String) -> OutputFile? {
    let byPath = Dictionary(
      shelved.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return { path in
      if let file = byPath[path] { return file }
      guard path.hasPrefix(SearchFile.folder) else { return nil }
      return searchIndex.first { $0.path == path }
    }
  }

  /// Makes a site ready, from what was read of its folder, and tells the problems of both.
  ///
  /// `now` is in seconds since 1970; `makesAll` as in `Edition.Order`. There is no publication of
  /// what could not be read, or where the theme cannot be used.
  package static func make(
    of reading: SiteReader.Reading, in folder: any Folder, for audience: Audience, now: Int,
    makesAll: Bool = false
  ) -> (publication: Publication?, problems: [Problem]) {
    guard let site = reading.site else { return (nil, reading.problems) }
    let gate = Gate(for: audience, now: now, people: site.people)
    let (published, held) = gate.sort(site.notes + site.pages, copies: site.copies)
    let portfolio = Portfolio(site, published: published, for: audience, in: folder)
    let words = site.words.table(in: portfolio.configuration.language)
    let hasSearch = !portfolio.notes.isEmpty && !portfolio.isTaken(.page("search"))
    let searchFiles = hasSearch ? Lazy { SearchFiles(portfolio, Strings(words)) } : nil
    // Most of what follows is one thing after another, and leaves a processor free.
    if makesAll { searchFiles?.prepare() }
    // A log may be public: a note that is held back is named in it only where it stops the build.
    let heldPaths = Set(held.map(\.path))
    let readingProblems = reading.problems.filter { problem in
      problem.severity == .error || !(problem.file.map(heldPaths.contains) ?? false)
    }
    var problems = readingProblems + portfolio.linkProblems + portfolio.idProblems
    problems += gate.mentionProblems(of: site.notes + site.pages, published)
    problems += gate.strayMentionProblems(of: site.notes + site.pages, published, in: folder)
    problems += portfolio.unlisted.compactMap(\.idProblem)
    problems += published.flatMap(\.leaks)
    let misdated = Set(reading.problems.filter { $0.code == .dateInvalid }.map(\.file))
    problems += portfolio.undated.map(\.path).filter { !misdated.contains($0) }.map { .undated($0) }
    problems += portfolio.goneProblems
    if let problem = portfolio.photoProblem { problems.append(problem) }
    if site.configuration.address(for: audience) == nil { problems.append(.urlMissing()) }
    let inspection = AttachmentInspection(
      folder: folder, leakCheck: site.leakCheck,
      unnamed: gate.unnamed(in: site.notes + site.pages, published))
    let inFiles =
      leaks(besideNotes: site, portfolio, in: folder)
      + inspection.problems(ofCompanions: Set(portfolio.companions.map(\.path)).sorted())
      + inspection.problems(
        ofStaticFiles: site.staticFiles.map { "\(SiteLayout.staticFolder)/\($0)" })
    problems += AttachmentReferences(in: portfolio, folder).unaccepted(inFiles)
    let theme: Theme
    do throws(ThemeFailure) {
      theme = try loadTheme(of: site, words, in: folder, for: portfolio)
    } catch {
      return (nil, problems + error.problems)
    }
    let today = Moment(instant: now, in: site.configuration.zone).date
    let made = PageMaker(portfolio, theme, searchFiles, on: today).pages
    let feeds =
      portfolio.feedPages + Archive(of: portfolio, theme.strings).pages
      + [OPML(portfolio: portfolio, strings: theme.strings).page]
    let pages = made + feeds + machinePages(portfolio, made) + portfolio.iconPages
    var shelf = Shelf()
    for page in pages {
      shelf.put(page.file, .init(page.origin))
    }
    for companion in portfolio.companions {
      shelf.put(.companion(companion, in: folder), .file(companion.path))
    }
    for path in site.staticFiles {
      let source = "\(SiteLayout.staticFolder)/\(path)"
      shelf.put(.copy(of: source, in: folder, to: path), .file(source))
    }
    for asset in theme.assets {
      let file = OutputFile("\(Theme.folder)/\(asset.path)") { asset.bytes }
      shelf.put(file, .words("the theme’s \(asset.path)"))
    }
    let publication = Publication(
      portfolio: portfolio, pages: pages, held: held, shelved: shelf.files,
      searchFiles: searchFiles)
    return (publication, problems + shelf.problems)
  }

  /// What should not be published in files that are copied as they are, and in the configuration.
  private static func leaks(
    besideNotes site: Site, _ portfolio: Portfolio, in folder: any Folder
  ) -> [Problem] {
    let copied =
      Set(portfolio.companions.map(\.path)).sorted()
      + site.staticFiles.map { "\(SiteLayout.staticFolder)/\($0)" }
    let themes = site.themeFiles.map { "\(SiteLayout.themeFolder)/\($0)" }
    let all = copied + themes + [Configuration.fileName]
    return all.concurrentMap { site.leakCheck.problems(inFile: $0, of: folder) }.flatMap(\.self)
  }

  private static func loadTheme(
    of site: Site, _ words: Words.Table, in folder: any Folder, for portfolio: Portfolio
  ) throws(ThemeFailure) -> Theme {
    var overrides: [String: [UInt8]] = [:]
    var problems: [Problem] = []
    for path in site.themeFiles {
      switch SourceFile.read("\(SiteLayout.themeFolder)/\(path)", in: folder) {
      case .success(let file): overrides[path] = file.bytes
      case .failure(let problem): problems.append(problem)
      }
    }
    guard problems.isEmpty else { throw ThemeFailure(problems: problems) }
    return try Theme.load(
      named: site.configuration.theme, words: words, overrides: overrides, for: portfolio)
  }

  /// What is made for machines; the author's own files go before some of them.
  private static func machinePages(_ portfolio: Portfolio, _ pages: [Page]) -> [Page] {
    let robots = Route.file("robots.txt")
    guard portfolio.audience == .public else {
      // What is not for everyone is for no search engine.
      return [
        Page(robots, .generated("robots.txt"), .hidden) {
          $0.append("User-agent: *\nDisallow: /\n")
        }
      ]
    }
    let sitemap = portfolio.addresses.url(.file("sitemap.xml"))
    let own = [
      Page(robots, .generated("robots.txt"), .hidden) {
        $0.append("User-agent: *\nAllow: /\n\nSitemap: \(sitemap)\n")
      },
      Page(CardPicture.route, .generated("the picture of the site"), .hidden) {
        $0.append(CardPicture(accent: portfolio.configuration.look.accent?.hex).render())
      },
      Redirections(portfolio.redirections, gone: portfolio.goneRoutes, portfolio.addresses).page,
    ].compactMap(\.self).filter { portfolio.staticRoute($0.route.path) == nil }
    return Sitemap(pages, portfolio.addresses).pages + own
  }
}

/// Gathers the files of a site, and sees to it that no two want the same place.
private struct Shelf {
  private(set) var files: [OutputFile] = []
  private(set) var problems: [Problem] = []
  private var owners: [String: Owner] = [:]

  /// Who wants a place: a file of the user's, or something that is made.
  enum Owner {
    case file(String)
    case words(String)

    init(_ origin: Page.Origin) {
      self =
        switch origin {
        case .note(let path): .file(path)
        case .generated(let words): .words(words)
        }
    }
  }

  mutating func put(_ file: OutputFile, _ owner: Owner) {
    guard let first = owners[file.path] else {
      owners[file.path] = owner
      files.append(file)
      return
    }
    problems.append(.addressTwice(file.path, first, owner))
  }
}

extension Problem {
  fileprivate static func addressTwice(
    _ file: String, _ first: Shelf.Owner, _ second: Shelf.Owner
  ) -> Problem {
    let place = file.hasSuffix("index.html") ? String(file.dropLast(10)) : file
    let address = "/" + place.withoutSecretID
    let hint = "give one of them another “slug”, or rename it"
    switch (first, second) {
    case (.file(let a), .file(let b)):
      return Problem(
        .addressTwice, file: max(a, b), "another file wants the address “\(address)” too",
        hint: hint, notes: [Note("this one", file: min(a, b))])
    case (.file(let path), .words(let words)), (.words(let words), .file(let path)):
      return Problem(
        .addressTwice, file: path, "the address “\(address)” is taken by \(words)", hint: hint)
    case (.words(let a), .words(let b)):
      return Problem(.addressTwice, "\(a) and \(b) want the same address “\(address)”")
    }
  }

  static func urlMissing() -> Problem {
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
