import Dates
import Notes
import Text

/// Atom, after RFC 4287.
extension Feed {
  var atom: [UInt8] {
    var document = AtomDocument(
      portfolio, title: subject.title, subtitle: description, route: subject.route(.atom),
      home: subject.home, items: items, marks: [])
    for item in items { document.append(item, text: .whole) }
    return document.finish()
  }
}

/// The parts that the Atom feeds and the archive have in common.
struct AtomDocument: ~Copyable {
  private let portfolio: Portfolio
  private var xml: ByteWriter
  /// The times of change so far: no two entries may have the same.
  private var times: Set<Int> = []

  /// How much of an entry it holds.
  enum Text { case whole, summary }

  /// `marks` are further elements of the head, as they are.
  init(
    _ portfolio: Portfolio, title: String, subtitle: String, route: Route, home: Route,
    items: [FeedItem], marks: [String]
  ) {
    self.portfolio = portfolio
    xml = ByteWriter(capacity: 65_536)
    let url = portfolio.addresses.url(route)
    let author = portfolio.configuration.author
    xml.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    xml.append("<feed xmlns=\"http://www.w3.org/2005/Atom\"")
    if !marks.isEmpty { xml.append(" xmlns:fh=\"http://purl.org/syndication/history/1.0\"") }
    xml.append(" xml:lang=\"\(portfolio.configuration.language)\">\n")
    xml.append(element: "title", title.feedTitle)
    xml.append(element: "subtitle", attributes: " type=\"html\"", html: subtitle)
    xml.append(element: "id", url)
    let newest = items.map { $0.updated ?? $0.entry.published }.max { $0.instant < $1.instant }
    xml.append(element: "updated", (newest ?? .beginningOfWeb).rfc3339)
    xml.append(link: url, relation: "self", type: FeedFormat.atom.mediaType)
    xml.append(link: portfolio.addresses.url(home), relation: "alternate", type: "text/html")
    for mark in marks { xml.append(mark + "\n") }
    xml.append("<author>\n")
    xml.append(element: "name", author.name ?? portfolio.configuration.title)
    xml.append(element: "uri", author.url ?? portfolio.addresses.url(Route(path: "")))
    xml.append("</author>\n")
  }

  /// The whole document.
  mutating func finish() -> [UInt8] {
    xml.append("</feed>\n")
    return xml.bytes
  }

  mutating func append(_ item: FeedItem, text: Text) {
    let note = item.entry.note
    var updated = item.updated ?? item.entry.published
    while !times.insert(updated.instant).inserted { updated = updated.later(bySeconds: 1) }
    xml.append("<entry")
    if let language = item.language {
      xml.append(" xml:lang=\"")
      xml.append(xml: language)
      xml.append("\"")
    }
    xml.append(">\n")
    xml.append(element: "title", item.title)
    xml.append(element: "id", item.guid)
    xml.append(link: item.url, relation: "alternate", type: "text/html")
    xml.append(element: "published", item.entry.published.rfc3339)
    xml.append(element: "updated", updated.rfc3339)
    for topic in item.topics { xml.append(category: topic, scheme: nil) }
    if let status = note.status {
      xml.append(category: status.word, scheme: FeedItem.statusScheme)
    }
    xml.append(element: "summary", attributes: " type=\"html\"", html: item.summary)
    if text == .whole {
      xml.append("<content type=\"html\">")
      xml.append(characterData: item.html)
      xml.append("</content>\n")
    }
    xml.append("</entry>\n")
  }
}

extension ByteWriter {
  fileprivate mutating func append(link url: String, relation: String, type: String) {
    append("<link rel=\"")
    append(relation)
    append("\" type=\"")
    append(type)
    append("\" href=\"")
    append(xml: url)
    append("\"/>\n")
  }

  fileprivate mutating func append(category term: String, scheme: String?) {
    append("<category term=\"")
    append(xml: term)
    if let scheme {
      append("\" scheme=\"")
      append(scheme)
    }
    append("\"/>\n")
  }
}
