/// Which notes link to a page, be it once or often.
struct Backlinks: Sendable {
  private let sources: [Route: [PublishedNote]]

  /// `targets` are those of each note, in the order of the notes.
  init(from notes: [PublishedNote], to targets: [NoteTargets]) {
    var sources: [Route: [PublishedNote]] = [:]
    // The newest goes first, so that each page's list comes in order.
    let order = notes.indices.filter { index in
      targets[index].links.contains(where: \.isPage)
        && notes[index].role == .note && notes[index].presence == .listed
    }.sorted { a, b in
      let first = notes[a].latest?.instant ?? .min
      let second = notes[b].latest?.instant ?? .min
      return first != second ? first > second : notes[a].path < notes[b].path
    }
    for index in order {
      let own = notes[index].route
      var seen: Set<Route> = [own]
      for case .page(let route, _) in targets[index].links where seen.insert(route).inserted {
        sources[route, default: []].append(notes[index])
      }
    }
    self.sources = sources
  }

  subscript(route: Route) -> [PublishedNote] { sources[route] ?? [] }
}
