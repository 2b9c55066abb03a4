import Dates
import Files
import Notes
import Parallel
import Problems

/// Makes a portfolio into pages and files, none of them rendered yet.
struct Shelving: Sendable {
  let site: Site
  let words: Words.Table
  let portfolio: Portfolio
  let searchFiles: Lazy<SearchFiles>?
  let folder: any Folder
  /// The present in seconds since 1970.
  let now: Int

  /// Everything that goes into the output folder, but for the index of search; a failure where the
  /// theme cannot be used.
  var shelf: Result<Shelf, ThemeFailure> {
    Result { () throws(ThemeFailure) in fill(with: try theme()) }
  }

  private func fill(with theme: Theme) -> Shelf {
    let today = Moment(instant: now, in: site.configuration.zone).date
    let made = PageMaker(portfolio, theme, searchFiles, on: today).pages
    let feeds =
      portfolio.feedPages + Archive(of: portfolio, theme.strings).pages
      + [OPML(portfolio: portfolio, strings: theme.strings).page]
    var shelf = Shelf(pages: made + feeds + machinePages(beside: made) + portfolio.iconPages)
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
    return shelf
  }

  private func theme() throws(ThemeFailure) -> Theme {
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
  private func machinePages(beside pages: [Page]) -> [Page] {
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
