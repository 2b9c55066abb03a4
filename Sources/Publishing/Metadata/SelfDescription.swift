import Notes
import Text

/// What every page says of the site and its author, worked out once.
struct SelfDescription: Sendable {
  /// The whole address of the home page.
  let home: String
  /// The whole address of the site's own card picture.
  let card: String
  /// As JSON in a `script` element.
  let site: [UInt8]
  let author: [UInt8]

  init(_ configuration: Configuration, _ addresses: Addresses) {
    home = addresses.url(Route(path: ""))
    card = addresses.url(CardPicture.route)
    site = Self.script([
      "@type": .text("WebSite"), "name": .text(configuration.title), "url": .text(home),
    ])
    author = Self.script([
      "@type": .text("Person"),
      "name": .text(configuration.author.name ?? configuration.title),
      "url": .text(configuration.author.url ?? home),
    ])
  }

  private static func script(_ members: KeyValuePairs<String, JSONValue?>) -> [UInt8] {
    var json: [UInt8] = []
    json.append(json: .object(members), for: .script)
    return json
  }
}
