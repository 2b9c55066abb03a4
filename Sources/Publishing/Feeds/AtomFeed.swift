import Dates
import Notes
import Text

/// Atom, after RFC 4287.
extension Feed {
  func writeAtom(to output: inout ByteWriter) {
    AtomDocument(
      portfolio: portfolio, title: subject.title, subtitle: description,
      route: subject.route(.atom), home: subject.home, items: items
    ).write(.whole, to: &output)
  }
}

/// A document that the Atom feeds and the archive have in common.
struct AtomDocument {
  let portfolio: Portfolio
  let title: String
  let subtitle: String
  let route: Route
  let home: Route
  let items: [FeedItem]
  /// Further elements of the head, as they are.
  var marks: [String] = []

  /// How much of an entry it holds.
  enum Text { case whole, summary }

  func write(_ text: Text, to xml: inout ByteWriter) {
    writeHead(to: &xml)
    // No two entries may have the same time of change.
    var times: Set<Int> = []
    for item in items {
      var updated = item.updated ?? item.entry.published
      while !times.insert(updated.instant).inserted { updated = updated.later(bySeconds: 1) }
      write(item, text, updated: updated, to: &xml)
    }
    xml.append("</feed>\n")
  }

  private func writeHead(to xml: inout ByteWriter) {
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

  private func write(
    _ item: FeedItem, _ text: Text, updated: Moment, to xml: inout ByteWriter
  ) {
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
    let published = item.entry.published.rfc3339
    xml.append(element: "published", published)
    let isUnchanged = updated == item.entry.published
    xml.append(element: "updated", isUnchanged ? published : updated.rfc3339)
    for topic in item.topics { xml.append(category: topic.name, scheme: nil) }
    if let status = item.entry.note.status {
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
