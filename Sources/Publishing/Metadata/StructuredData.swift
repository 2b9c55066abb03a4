import Dates
import Text

/// What a page says of itself to search engines: schema.org's words, as JSON-LD.
struct StructuredData: Sendable {
  let frame: Frame

  /// Ready to stand in a `script` element; empty for a page that search engines leave out.
  var script: [UInt8] {
    guard !frame.isHidden else { return [] }
    var json: [UInt8] = []
    let nodes = [page, breadcrumbs].compactMap(\.self)
    json.append(
      json: .object(["@context": .text("https://schema.org"), "@graph": .array(nodes)]),
      for: .script)
    return json
  }

  private var portfolio: Portfolio { frame.portfolio }
  private var addresses: Addresses { portfolio.addresses }
  private var home: String { portfolio.selfDescription.home }
  private var title: String { frame.title ?? portfolio.configuration.title }

  private var page: JSONValue {
    let common: [(key: String, value: JSONValue?)] = [
      ("url", .text(frame.url)),
      ("description", .text(unlessEmpty: frame.description)),
      ("inLanguage", .text(frame.article?.note.language ?? frame.language)),
    ]
    let own: [(key: String, value: JSONValue?)] =
      switch frame.subject {
      case .article(let article):
        [
          ("@type", .text("BlogPosting")),
          ("headline", .text(title)),
          ("mainEntityOfPage", .text(frame.url)),
          ("datePublished", .text(article.published.rfc3339)),
          ("dateModified", .text(article.modified.rfc3339)),
          ("author", author),
          ("image", .text((frame.card ?? portfolio.card).url)),
          ("keywords", .texts(unlessEmpty: article.topics)),
          ("isPartOf", site),
        ]
      case .profile:
        [
          ("@type", .text("ProfilePage")),
          ("name", .text(title)),
          ("dateCreated", portfolio.newestFirst.last.map(published)),
          ("dateModified", portfolio.newestFirst.first.map(published)),
          ("mainEntity", person),
          ("isPartOf", site),
        ]
      case .collection:
        [
          ("@type", .text("CollectionPage")),
          ("name", .text(title)),
          ("author", frame.route.path.isEmpty ? author : nil),
          ("isPartOf", site),
        ]
      case .page:
        [("@type", .text("WebPage")), ("name", .text(title)), ("isPartOf", site)]
      }
    return .members((own + common).compactMap { key, value in value.map { (key, $0) } })
  }

  private func published(_ place: Int) -> JSONValue {
    .text(portfolio.entries[place].published.rfc3339)
  }

  private var site: JSONValue { .written(portfolio.selfDescription.site) }
  private var author: JSONValue { .written(portfolio.selfDescription.author) }

  private var person: JSONValue {
    let author = portfolio.configuration.author
    return .object([
      "@type": .text("Person"),
      "name": .text(portfolio.byline),
      "alternateName": author.handle.map { .text($0) },
      "identifier": .text(home),
      "url": .text(author.url ?? home),
      "description": .text(unlessEmpty: author.note ?? portfolio.configuration.description),
      "image": .text(portfolio.photo ?? portfolio.card.url),
      "sameAs": .texts(unlessEmpty: author.links.map(\.url)),
    ])
  }

  /// The way from the home page; none for pages that lie nowhere below it.
  private var breadcrumbs: JSONValue? {
    guard !frame.route.path.isEmpty else { return nil }
    let items =
      [(portfolio.configuration.title, home)]
      + frame.trail.map { ($0.name, addresses.url($0.route)) } + [(title, frame.url)]
    return .object([
      "@type": .text("BreadcrumbList"),
      "itemListElement": .array(
        items.enumerated().map { index, item in
          .object([
            "@type": .text("ListItem"), "position": .number(index + 1), "name": .text(item.0),
            "item": .text(item.1),
          ])
        }),
    ])
  }
}
