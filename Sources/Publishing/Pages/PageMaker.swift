import Dates
import Notes
import Parallel
import Problems
import Templates
import Text

/// Makes the pages of a portfolio in a theme.
///
/// It is a class because every page holds it until it is rendered.
final class PageMaker: Sendable {
  let portfolio: Portfolio
  let theme: Theme
  let searchFiles: Lazy<SearchFiles>?
  /// The present, which decides what is still so.
  let today: CivilDate
  /// The timeline.
  let views: [EntryView]
  let neighbours: Neighbours
  /// What the notes of projects, and those of topics alone, lie below.
  let projectList: Crumb
  let topicList: Crumb

  /// Without `searchFiles` there is no search page.
  init(
    _ portfolio: Portfolio, _ theme: Theme, _ searchFiles: Lazy<SearchFiles>?,
    on today: CivilDate
  ) {
    self.portfolio = portfolio
    self.theme = theme
    self.searchFiles = searchFiles
    func list(_ place: String) -> Crumb {
      Crumb(name: theme.strings[place], url: portfolio.addresses.url(.page(place)))
    }
    projectList = list("projects")
    topicList = list("topics")
    self.today = today
    let changes = portfolio.statusChanges
    let neighbours = Neighbours(portfolio)
    self.neighbours = neighbours
    views = Array(portfolio.entries.indices).concurrentMap { index in
      let entry = portfolio.entries[index]
      return EntryView(
        entry, portfolio, theme.strings, changesStatus: changes.contains(index),
        isNewest: neighbours.newestPlace(of: entry.note) == index)
    }
  }

  var pages: [Page] {
    home + notes + standingPages + unlisted + threads + lists + redirects + gone
      + [notFound]
  }

  /// Pages with addresses of their own choice. Where the author has made a page of the same address,
  /// that one stands there.
  private var lists: [Page] {
    (indexes + undated + people + search + subscribe).filter { !portfolio.isTaken($0.route) }
  }

  var strings: Strings { theme.strings }

  func view(_ index: Int) -> EntryView { views[index] }

  // MARK: - Parts

  func page<Subject: Sendable>(
    _ route: Route, _ origin: Page.Origin, _ listing: Page.Listing, _ program: Program<Subject>,
    _ subject: @escaping @Sendable () -> Subject
  ) -> Page {
    Page(route, origin, listing) { output throws(Problem) in
      if let problem = program.render(subject(), to: &output) { throw problem.met(by: origin) }
    }
  }

  var newest: String? {
    portfolio.newestFirst.first.map { portfolio.entries[$0].published.isoDate }
  }

  /// When the last of some entries came out.
  func lastChange(_ places: [Int]) -> String? {
    places.map { portfolio.entries[$0].published }.max { $0.instant < $1.instant }?.isoDate
  }

  /// What a list is about, in the words of its entries.
  static func description(
    _ entries: [EntryView], _ undated: [PublishedNote] = []
  ) -> String {
    // More would be cut off.
    list(entries.prefix(10).map(\.label) + undated.prefix(10).map(\.title.text))
  }

  static func list(_ names: [String]) -> String {
    names.prefix(20).joined(separator: " · ").cut(to: 160)
  }

  /// The number says it by itself where the language has no word for it.
  func title(page number: Int) -> String {
    strings.isBorrowed("page") ? String(number) : "\(strings["page"]) \(number)"
  }

  func pager(_ place: String, _ number: Int, of count: Int) -> Pager {
    func link(_ number: Int) -> String? {
      (1...count).contains(number)
        ? portfolio.addresses.href(Self.route(place, page: number)) : nil
    }
    return Pager(number: number, count: count, previous: link(number - 1), next: link(number + 1))
  }

  /// The first page has the place itself, the others `page/2` and so on below it.
  static func route(_ place: String, page number: Int) -> Route {
    guard number > 1 else { return .page(place) }
    return .page(place.isEmpty ? "page/\(number)" : "\(place)/page/\(number)")
  }
}

extension Problem {
  /// With the note, or the page, in making which it showed.
  fileprivate func met(by origin: Page.Origin) -> Problem {
    switch origin {
    case .note(let path): adding(Problem.Note("met in the page of this note", file: path))
    case .generated(let words): adding(Problem.Note("met in \(words)"))
    }
  }
}

extension RandomAccessCollection {
  /// One page of a list, counted from 1.
  func page(_ number: Int, of size: Int) -> [Element] {
    Array(dropFirst((number - 1) * size).prefix(size))
  }
}
