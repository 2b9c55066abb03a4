import Dates
import Text

/// The picture that stands for a page where others link to it.
struct Card: Sendable {
  let url: String
  /// In pixels, where it is known.
  let width: Int?
  let height: Int?
  /// What it shows, escaped.
  let alternative: [UInt8]

  /// Whether it is wide enough to be shown above the words, and not beside them.
  var isLarge: Bool { (width ?? Self.wide) >= Self.wide }

  /// Below this size, those who show cards leave the picture out.
  fileprivate static let wide = 600
  fileprivate static let high = 315

  fileprivate init(_ url: String, width: Int? = nil, height: Int? = nil, alternative: [UInt8]) {
    self.url = url
    self.width = width
    self.height = height
    self.alternative = alternative
  }
}

extension Portfolio {
  /// The picture that a note names in its front matter, else the first one in its text that is
  /// large enough.
  func card(of note: PublishedNote) -> Card? {
    guard note.image != nil || note.document.links.contains(where: \.isImage) else { return nil }
    var title: [UInt8] = []
    title.append(escaping: note.title.text)
    if let named = namedCard(of: note, title: title) { return named }
    let destinations = targets(of: note).links
    for place in note.ranges.lazy.flatMap({ note.document.pictures(in: $0) }) {
      let link = note.document.links[place]
      guard let path = destinations[place].companion, Self.isRaster(path),
        let size = size(ofPicture: path), size.width >= Card.wide, size.height >= Card.high
      else { continue }
      return Card(
        addresses.url(route(ofCompanion: path, in: note)), width: size.width, height: size.height,
        alternative: link.alternative.isEmpty ? title : link.alternative)
    }
    return nil
  }

  /// The one in the front matter, which may be small, or elsewhere.
  private func namedCard(of note: PublishedNote, title: [UInt8]) -> Card? {
    guard let image = note.image, Self.isRaster(image) else { return nil }
    if let path = targets(of: note).image {
      let size = size(ofPicture: path)
      let place = note.document.links.indices.first {
        note.document.links[$0].isImage && targets(of: note).links[$0].companion == path
      }
      let alternative = place.map { note.document.links[$0].alternative } ?? []
      return Card(
        addresses.url(route(ofCompanion: path, in: note)), width: size?.width, height: size?.height,
        alternative: alternative.isEmpty ? title : alternative)
    }
    if image.hasPrefix("https://") || image.hasPrefix("http://") {
      return Card(image, alternative: title)
    }
    return staticRoute(image).map { Card(addresses.url($0), alternative: title) }
  }

  /// The site's own, for pages without a picture.
  var card: Card {
    var title: [UInt8] = []
    title.append(escaping: configuration.title)
    let isOwn = staticRoute(CardPicture.route.path) != nil
    return Card(
      addresses.url(CardPicture.route), width: isOwn ? nil : CardPicture.width,
      height: isOwn ? nil : CardPicture.height, alternative: title)
  }

  /// Whether those who show cards can show a picture, as its name has it.
  private static func isRaster(_ path: String) -> Bool {
    let name = path.lowercased()
    return [".png", ".jpg", ".jpeg", ".gif", ".webp"].contains(where: name.hasSuffix)
  }
}
