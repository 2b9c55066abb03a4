import Dates
import Templates
import Text

/// What a page says of itself to search engines: schema.org's words, as JSON-LD.
///
/// It is written ready to stand in a `script` element.
struct StructuredData: Markup {
  let frame: Frame

  /// Search engines leave such a page out.
  var isEmpty: Bool { frame.isHidden }

  func write(to output: inout ByteWriter) {
    guard !isEmpty else { return }
    output.append(jsonFor: .script) { json in
      json.text("@context", "https://schema.org")
      json.array("@graph") { json in
        json.object(writePage)
        if !frame.route.path.isEmpty { json.object(writeBreadcrumbs) }
      }
    }
  }

  private var portfolio: Portfolio { frame.portfolio }
  private var itself: SelfDescription { portfolio.selfDescription }
  private var title: String { frame.title ?? portfolio.configuration.title }

  private func writePage(_ json: inout JSONWriter) {
    let url = frame.url
    switch frame.subject {
    case .article(let article):
      json.text("@type", "BlogPosting")
      json.text("headline", title)
      json.text("mainEntityOfPage", url)
      json.text("datePublished", article.published)
      json.text("dateModified", article.modified)
      json.written("author", itself.author)
      json.text("image", frame.card?.url ?? itself.card)
      json.texts("keywords", article.topics)
    case .profile:
      json.text("@type", "ProfilePage")
      json.text("name", title)
      json.text("dateCreated", portfolio.newestFirst.last.map(published))
      json.text("dateModified", portfolio.newestFirst.first.map(published))
      json.object("mainEntity", writePerson)
    case .collection:
      json.text("@type", "CollectionPage")
      json.text("name", title)
      if frame.route.path.isEmpty { json.written("author", itself.author) }
    case .page:
      json.text("@type", "WebPage")
      json.text("name", title)
    }
    json.written("isPartOf", itself.site)
    json.text("url", url)
    json.text("description", frame.description.isEmpty ? nil : frame.description)
    json.text("inLanguage", frame.article?.note.language ?? frame.language)
  }

  private func published(_ place: Int) -> String { portfolio.entries[place].published.rfc3339 }

  private func writePerson(_ json: inout JSONWriter) {
    let author = portfolio.configuration.author
    json.text("@type", "Person")
    json.text("name", portfolio.byline)
    json.text("alternateName", author.handle)
    json.text("identifier", itself.home)
    json.text("url", author.url ?? itself.home)
    let note = author.note ?? portfolio.configuration.description
    json.text("description", note?.isEmpty == false ? note : nil)
    json.text("image", portfolio.photo ?? itself.card)
    json.texts("sameAs", author.links.map(\.url))
  }

  /// The way from the home page; pages that lie nowhere below it have none.
  private func writeBreadcrumbs(_ json: inout JSONWriter) {
    json.text("@type", "BreadcrumbList")
    json.array("itemListElement") { json in
      var position = 0
      func write(_ name: String, _ url: String) {
        position += 1
        json.object { json in
          json.text("@type", "ListItem")
          json.number("position", position)
          json.text("name", name)
          json.text("item", url)
        }
      }
      write(portfolio.configuration.title, itself.home)
      for crumb in frame.trail { write(crumb.name, crumb.url) }
      write(title, frame.url)
    }
  }
}
