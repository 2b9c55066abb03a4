import Notes
import Problems

extension Portfolio {
  /// The addresses of pages that say nothing but that something was taken down.
  var goneRoutes: [Route] {
    guard !gone.entries.isEmpty else { return [] }
    var seen = taken
    return gone.entries.map { .page($0.place) }.filter { seen.insert($0).inserted }
  }

  /// Addresses that were taken down and are taken all the same.
  var goneProblems: [Problem] {
    guard !gone.entries.isEmpty else { return [] }
    let taken = taken
    return gone.entries.filter { taken.contains(.page($0.place)) }.map { entry in
      Problem(
        .goneStands, file: GoneList.fileName, at: Place(line: entry.line, column: 1),
        "a page stands at “\(href(.page(entry.place)))” all the same",
        hint: "take the line out, or take the page down")
    }
  }

  private var taken: Set<Route> {
    Set(
      (notes + pages).map(\.route) + redirections.map(\.from)
        + staticFiles.map { .file($0) } + (projects + topics + years).map(\.route)
        + [Route(path: "")])
  }
}
