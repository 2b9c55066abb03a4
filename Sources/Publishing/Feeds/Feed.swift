import Dates
import Text

/// The newest of what can be followed, with its full text.
struct Feed: Sendable {
  let portfolio: Portfolio
  let subject: Followable
  /// Newest first.
  let items: [FeedItem]

  /// Of the whole site.
  init(of portfolio: Portfolio) {
    self.init(of: portfolio, portfolio.followable, portfolio.newestFirst)
  }

  /// Of a project or topic.
  init(of thread: Thread, in portfolio: Portfolio, _ ranks: [Int]) {
    let places = thread.entries.sorted { ranks[$0] < ranks[$1] }
    self.init(of: portfolio, portfolio.followable(thread), places)
  }

  /// Feed readers do not know what to do with what is older than the Web, so that is left to the
  /// site's own pages, and to the archive.
  private init(of portfolio: Portfolio, _ subject: Followable, _ places: [Int]) {
    self.portfolio = portfolio
    self.subject = subject
    items = Array(
      places.lazy.map { portfolio.entries[$0] }
        .filter { $0.note.inFeed && !$0.precedesWeb }
        .prefix(portfolio.configuration.feedItems)
        .map { FeedItem(entry: $0, portfolio: portfolio) })
  }

  var description: String { portfolio.configuration.description ?? portfolio.configuration.title }

  func url(_ format: FeedFormat) -> String { portfolio.addresses.url(subject.route(format)) }

  func write(_ format: FeedFormat, to output: inout ByteWriter) {
    switch format {
    case .rss: writeRSS(to: &output)
    case .atom: writeAtom(to: &output)
    case .json: writeJSON(to: &output)
    }
  }
}

extension Portfolio {
  /// Every feed, in every format.
  var feedPages: [Page] {
    // Where each entry stands among the newest.
    var ranks = Array(repeating: 0, count: entries.count)
    for (rank, place) in newestFirst.enumerated() { ranks[place] = rank }
    let feeds =
      [Feed(of: self)] + (projects + topics).map { Feed(of: $0, in: self, ranks) }
    return feeds.flatMap { feed in
      FeedFormat.allCases.map { format in
        let words = feed.subject.home.path.isEmpty ? "the feed" : "the feed of a project or topic"
        return Page(feed.subject.route(format), .generated(words), .hidden) {
          feed.write(format, to: &$0)
        }
      }
    }
  }
}
