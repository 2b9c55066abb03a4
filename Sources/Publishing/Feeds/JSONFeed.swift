import Dates
import Notes
import Text

/// JSON Feed 1.1, with what the note says of the work in an object of our own.
extension Feed {
  var json: [UInt8] {
    let configuration = portfolio.configuration
    let author = configuration.author
    let feed = JSONValue.object([
      "version": .text("https://jsonfeed.org/version/1.1"),
      "title": .text(subject.title.feedTitle),
      "home_page_url": .text(portfolio.addresses.url(subject.home)),
      "feed_url": .text(url(.json)),
      "description": .text(unlessEmpty: configuration.description),
      "language": .text(configuration.language),
      "authors": author.name.map { name in
        .array([.object(["name": .text(name), "url": author.url.map { .text($0) }])])
      },
      "_outloud": .object(["version": .number(1)]),
      "items": .array(items.map(\.json)),
    ])
    var bytes: [UInt8] = []
    bytes.append(json: feed)
    bytes.append(Ascii.newline)
    return bytes
  }
}

extension FeedItem {
  fileprivate var json: JSONValue {
    .object([
      "id": .text(guid),
      "url": .text(url),
      "title": .text(title),
      "content_html": .utf8(html),
      "summary": .text(summary),
      "date_published": .text(entry.published.rfc3339),
      "date_modified": updated.map { .text($0.rfc3339) },
      "tags": .texts(unlessEmpty: topics),
      "language": language.map { .text($0) },
      "_outloud": work,
    ])
  }

  /// What the note says of the work, for those who follow it closely.
  private var work: JSONValue {
    let note = entry.note
    return .object([
      "kind": .text(entry.update == nil ? "note" : "update"),
      "date": .text(entry.date.html),
      "status": note.status.map { .text($0.word) },
      "project": portfolio.projectLink(of: note).map { link in
        .object(["name": .text(link.name), "url": .text(portfolio.addresses.url(link.route))])
      },
      "role": .text(unlessEmpty: note.authorRole),
      "stuck_on": .text(unlessEmpty: note.stuckOn),
      "asks": .texts(unlessEmpty: note.asks),
      "offers": .texts(unlessEmpty: note.offers),
      "next": .text(unlessEmpty: note.next),
    ])
  }
}
