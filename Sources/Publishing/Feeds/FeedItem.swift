import Dates

/// One entry as followers get it.
struct FeedItem: Sendable {
  let entry: Entry
  let portfolio: Portfolio

  /// What a reader shows above it: a title, or the first words of what has none.
  var title: String {
    guard let update = entry.update else { return entry.note.title.text }
    if let title = update.title { return "\(entry.note.title.text): \(title)" }
    return "\(entry.note.title.text): \(entry.date.isoDate)"
  }

  var url: String { portfolio.addresses.url(entry.route, fragment: entry.fragment) }
  var guid: String { GUID(of: entry).text }
  var summary: String { entry.summary.isEmpty ? title : entry.summary }
  var html: [UInt8] { portfolio.html(of: entry.note, entry.ranges, for: .feed) }

  var categories: [String] {
    portfolio.topicLinks(of: entry.note).map(\.name)
  }

  /// The newest entries that followers are to get, newest first.
  ///
  /// Feed readers do not know what to do with what is older than the Web, so that is left to the
  /// site's own pages.
  static func newest(_ count: Int, of portfolio: Portfolio) -> [FeedItem] {
    portfolio.entries
      .filter { $0.note.inFeed && $0.published.date.year >= 1990 }
      .sorted { a, b in
        a.published.instant != b.published.instant
          ? a.published.instant > b.published.instant : Entry.precedes(a, b)
      }
      .prefix(count)
      .map { FeedItem(entry: $0, portfolio: portfolio) }
  }
}
