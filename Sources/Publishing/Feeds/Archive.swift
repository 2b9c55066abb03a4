import Text

/// Every dated entry in short, whether followers got it or not: an archived feed after RFC 5005.
///
/// Its pages are counted from the oldest entry on, and only full ones are split off: so what is on
/// a page stays there when new entries come.
struct Archive: Sendable {
  private let portfolio: Portfolio
  private let strings: Strings
  /// How many full pages were split off.
  private let fullPages: Int

  static let pageSize = 500
  static let route = Route.file("archive.xml")

  init(of portfolio: Portfolio, _ strings: Strings) {
    self.portfolio = portfolio
    self.strings = strings
    fullPages = max(0, portfolio.entries.count - 1) / Self.pageSize
  }

  /// The current document, then the full pages from the newest to the oldest.
  var pages: [Page] {
    [page(nil)] + (0..<fullPages).reversed().map(page)
  }

  /// What a page makes known: all of it.
  var links: [FeedLink] {
    ([nil] + (0..<fullPages).reversed().map(Optional.some)).map { number in
      FeedLink(
        title: title(number), url: portfolio.addresses.url(route(number)),
        mediaType: FeedFormat.atom.mediaType)
    }
  }

  /// A full page by its number, counted from 0, or the current document.
  private func route(_ number: Int?) -> Route {
    number.map { .file("archive-\($0 + 1).xml") } ?? Self.route
  }

  private func title(_ number: Int?) -> String {
    let title = "\(portfolio.configuration.title), \(strings["archive"])"
    return number.map { "\(title) \($0 + 1)" } ?? title
  }

  private func page(_ number: Int?) -> Page {
    Page(route(number), .generated("the archive of the feed"), .hidden) { write(number, to: &$0) }
  }

  private func write(_ number: Int?, to output: inout ByteWriter) {
    let start = (number ?? fullPages) * Self.pageSize
    let places = portfolio.newestFirst.reversed()[...].dropFirst(start).prefix(Self.pageSize)
    let items = places.reversed().map { place in
      FeedItem(entry: portfolio.entries[place], portfolio: portfolio)
    }
    AtomDocument(
      portfolio: portfolio, title: title(number),
      subtitle: portfolio.configuration.description ?? portfolio.configuration.title,
      route: route(number), home: Route(path: ""), items: items, marks: marks(number)
    ).write(.summary, to: &output)
  }

  /// What makes an archive of an Atom feed.
  private func marks(_ number: Int?) -> [String] {
    func link(_ relation: String, _ number: Int?) -> String {
      var link = ByteWriter(capacity: 256)
      link.append("<link rel=\"\(relation)\" href=\"")
      link.append(xml: portfolio.addresses.url(route(number)))
      return String(decoding: link.bytes, as: UTF8.self) + "\"/>"
    }
    let before = (number ?? fullPages) - 1
    let previous = before >= 0 ? [link("prev-archive", before)] : []
    guard let number else { return previous }
    let next = link("next-archive", number + 1 < fullPages ? number + 1 : nil)
    return ["<fh:archive/>"] + previous + [next, link("current", nil)]
  }
}
