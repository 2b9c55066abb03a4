import Dates
import Notes
import Text

/// JSON Feed 1.1, with what the note says of the work in an object of our own.
extension Feed {
  func writeJSON(to output: inout ByteWriter) {
    let configuration = portfolio.configuration
    let author = configuration.author
    output.append(jsonFor: .file) { json in
      json.text("version", "https://jsonfeed.org/version/1.1")
      json.text("title", subject.title.feedTitle)
      json.text("home_page_url", portfolio.addresses.url(subject.home))
      json.text("feed_url", url(.json))
      json.text("description", unlessEmpty: configuration.description)
      json.text("language", configuration.language)
      if let name = author.name {
        json.array("authors") { json in
          json.object { json in
            json.text("name", name)
            json.text("url", author.url)
          }
        }
      }
      json.object("_outloud") { $0.number("version", 1) }
      json.array("items") { json in
        for item in items { json.object(item.write) }
      }
    }
    output.append(Ascii.newline)
  }
}

extension FeedItem {
  fileprivate func write(to json: inout JSONWriter) {
    json.text("id", guid)
    json.text("url", url)
    json.text("title", title)
    json.text("content_html", html)
    json.text("summary", summary)
    json.text("date_published", entry.published.rfc3339)
    json.text("date_modified", updated?.rfc3339)
    json.texts("tags", topics.map(\.name))
    json.text("language", language)
    json.object("_outloud", writeWork)
  }

  /// What the note says of the work, for those who follow it closely.
  private func writeWork(to json: inout JSONWriter) {
    let note = entry.note
    json.text("kind", entry.update == nil ? "note" : "update")
    json.text("date", entry.date.html)
    json.text("status", note.status?.word)
    if let link = portfolio.targets(of: note).project {
      json.object("project") { json in
        json.text("name", link.name)
        json.text("url", link.url)
      }
    }
    json.text("role", unlessEmpty: note.authorRole)
    json.text("stuck_on", unlessEmpty: note.stuckOn)
    json.texts("asks", note.asks)
    json.texts("offers", note.offers)
    json.text("next", unlessEmpty: note.next)
  }
}
