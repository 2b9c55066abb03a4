/// The addresses that lead elsewhere and those that were taken down, in the form that Netlify and Cloudflare read. Hosts that know
/// no such file serve the pages that stand at the old addresses.
struct Redirections: Sendable {
  private let rows: [(from: String, to: String)]
  /// The pages that say so, by the addresses they stand for.
  private let gone: [(address: String, page: String)]

  static let route = Route.file("_redirects")

  init(_ redirects: [Redirection], gone: [Route], _ addresses: Addresses) {
    self.gone = gone.map { (addresses.href($0), addresses.href(.file($0.file))) }
    rows = redirects.map { redirect in
      let from = addresses.href(redirect.from.asAsked)
      switch redirect.target {
      case .here(let route): return (from, addresses.href(route))
      case .elsewhere(let url): return (from, url)
      }
    }
  }

  /// Nil where nothing leads elsewhere.
  var page: Page? {
    guard !rows.isEmpty || !gone.isEmpty else { return nil }
    return Page(Self.route, .generated("the list of redirects"), .hidden) { output in
      // White space parts the columns, so none may stand in an address.
      for row in rows { output.append("\(row.from) \(row.to.spaceless) 301\n") }
      // The page is there, so the status has to be forced.
      for page in gone { output.append("\(page.address) \(page.page) 410!\n") }
    }
  }
}

/// An address that leads to another.
struct Redirection: Sendable {
  let from: Route
  let target: Target
  /// What the page at the old address is called.
  let title: String
  let origin: Page.Origin

  enum Target: Sendable {
    case here(Route)
    case elsewhere(String)
  }
}

extension Portfolio {
  /// Those of the notes' aliases, then those of `outloud.yml`.
  var redirections: [Redirection] {
    let aliases = (notes + pages).flatMap { note in
      note.aliases.map { alias in
        Redirection(
          from: .page(alias), target: .here(note.route), title: note.title.text,
          origin: .note(note.path))
      }
    }
    let files = Set(
      staticFiles
        + followables.flatMap { subject in
          FeedFormat.allCases.map { subject.route($0).path }
        })
    return aliases
      + configuration.redirects.map { redirect in
        let target: Redirection.Target =
          redirect.to.contains("://")
          ? .elsewhere(redirect.to)
          : .here(files.contains(redirect.to) ? .file(redirect.to) : .page(redirect.to))
        let title =
          switch target {
          case .here(let route): addresses.url(route)
          case .elsewhere(let url): url
          }
        return Redirection(
          from: .page(redirect.from), target: target, title: title,
          origin: .generated("a redirect of outloud.yml"))
      }
  }
}

extension Route {
  /// What was a file is asked for without the slash of the page that stands for it.
  fileprivate var asAsked: Route {
    let place = path.hasSuffix("/") ? String(path.dropLast()) : path
    let name = place.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return self }
    let ending = name[dot...].dropFirst()
    let isFile = (2...5).contains(ending.count) && ending.allSatisfy { $0.isASCII && $0.isLetter }
    return isFile ? .file(place) : self
  }
}

extension String {
  fileprivate var spaceless: String {
    contains(where: \.isWhitespace)
      ? map { $0.isWhitespace ? "%20" : String($0) }.joined() : self
  }
}
