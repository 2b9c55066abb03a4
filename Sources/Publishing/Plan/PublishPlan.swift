import Notes
import Parallel
import Problems
import Text

/// What a build would change for those who read the site: what becomes public for the first time, what
/// changes, what disappears, what is held back.
package struct PublishPlan: Sendable {
  /// The page of a note.
  struct NotePage: Sendable {
    let note: String
    /// Nil for an unlisted one, whose address is a secret.
    let address: String?
  }

  /// A page that stands and will not.
  struct VanishedPage: Sendable {
    let address: String
    /// The note that is known to belong there and is held back now.
    let note: HeldNote?
  }

  let first: [NotePage]
  /// Nil where nobody has compared.
  let changed: [NotePage]?
  /// How many other files are new or will have other bytes.
  let otherFiles: Int
  let vanished: [VanishedPage]
  package let held: [HeldNote]
  /// Whether anything stands to compare with.
  let isFirstBuild: Bool

  /// Compares addresses alone, which costs nothing.
  package init(_ publication: Publication, over standing: Standing) {
    self.init(publication, over: standing, altered: nil)
  }

  /// Compares contents too: it makes every file, and writes none.
  package static func whole(
    _ publication: Publication, over standing: Standing
  ) throws(OutputFailure) -> PublishPlan {
    var dates: [String: String] = [:]
    for page in publication.pages {
      if case .listed(let date?) = page.listing { dates[page.route.file] = date }
    }
    let pageDates = dates
    let made = publication.files.concurrentMap { file -> (altered: Bool, problem: Problem?) in
      do throws(Problem) {
        let bytes = try file.contents()
        guard standing.files.contains(file.path) else { return (standing.isWhole, nil) }
        let changes = standing.changes(file.path, to: bytes, dated: pageDates[file.path])
        return (changes ?? false, nil)
      } catch {
        return (false, error)
      }
    }
    let problems = made.compactMap(\.problem)
    guard problems.isEmpty else { throw OutputFailure(problems) }
    let altered = zip(publication.files, made).filter { $0.1.altered }.map(\.0.path)
    return PublishPlan(publication, over: standing, altered: Set(altered))
  }

  private init(_ publication: Publication, over standing: Standing, altered: Set<String>?) {
    let portfolio = publication.portfolio
    let notes = portfolio.notes + portfolio.pages + portfolio.unlisted
    func page(of note: PublishedNote) -> NotePage {
      NotePage(
        note: note.path,
        address: note.presence == .listed ? portfolio.href(note.route) : nil)
    }
    // A sitemap lists no unlisted page, so it cannot tell whether one is new.
    first = notes.filter { note in
      (standing.isWhole || note.presence == .listed) && !standing.files.contains(note.route.file)
    }.map(page)
    changed = altered.map { altered in
      notes.filter { note in
        altered.contains(note.route.file) && standing.files.contains(note.route.file)
      }.map(page)
    }
    otherFiles = altered?.subtracting(notes.map(\.route.file)).count ?? 0
    let held = Dictionary(
      publication.held.map { (Route.page($0.location).file, $0) },
      uniquingKeysWith: { first, _ in first })
    vanished = standing.files.subtracting(publication.files.lazy.map(\.path))
      .filter(Self.isMissed)
      .sorted { $0.precedesInBytes($1) }.map { file in
        VanishedPage(address: portfolio.href(Self.route(ofFile: file)), note: held[file])
      }
    self.held = publication.held
    isFirstBuild = standing.files.isEmpty
  }

  /// Whether someone may have kept the address of a page. Lists grow and shrink with what they list, and
  /// an unlisted address is nobody's to tell.
  private static func isMissed(_ file: String) -> Bool {
    guard file.hasSuffix(".html"), file != "404.html" else { return false }
    let parts = file.split(separator: "/")
    let lists: Set<Substring> = ["projects", "topics", "years", "page"]
    guard parts.count > 1, !lists.contains(parts[0]), parts[0] != PublishedNote.unlistedFolder[...]
    else { return parts.count == 1 && file != "index.html" }
    return !["undated/index.html", "search/index.html", "subscribe/index.html"].contains(file)
  }

  private static func route(ofFile file: String) -> Route {
    let index = "index.html"
    let isIndex = file == index || file.hasSuffix("/" + index)
    return Route(path: isIndex ? String(file.dropLast(index.count)) : file)
  }

  /// A page that vanishes leaves its readers before nothing. It is no error: taking something down must
  /// never be what keeps a build from being published.
  package func vanishedProblems(naming: Bool) -> [Problem] {
    vanished.map { page in
      let notes = page.note.map { held in
        [Problem.Note("the note that belongs there is held back", file: naming ? held.path : nil)]
      }
      return Problem(
        .addressVanished,
        "the address “\(page.address)” was published, and nothing stands there any more",
        hint:
          "give the note that took its place an alias, take it down with outloud retract, or go on with --allow-removed",
        notes: notes ?? [])
    }
  }
}
