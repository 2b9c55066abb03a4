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
    site = Self.script("WebSite", configuration.title, home)
    author = Self.script(
      "Person", configuration.author.name ?? configuration.title, configuration.author.url ?? home)
  }

  private static func script(_ type: String, _ name: String, _ url: String) -> [UInt8] {
    var script = ByteWriter(capacity: 256)
    script.append(jsonFor: .script) { json in
      json.text("@type", type)
      json.text("name", name)
      json.text("url", url)
    }
    return script.bytes
  }
}
