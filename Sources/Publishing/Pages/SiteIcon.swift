import Notes
import Problems
import Text

/// The small picture that stands for a site in tabs and bookmarks.
struct SiteIcon: Sendable {
  let route: Route
  /// Its media type.
  let type: String
  /// Whether the author has made it; else it is the monogram.
  let isOwn: Bool

  /// What an author may put into `static/`, the best first.
  private static let own = [
    ("favicon.svg", "image/svg+xml"), ("favicon.png", "image/png"),
    ("favicon.ico", "image/vnd.microsoft.icon"), ("favicon.gif", "image/gif"),
  ]

  init(of portfolio: Portfolio) {
    let found = Self.own.first { portfolio.staticFiles.contains($0.0) }
    route = .file(found?.0 ?? "favicon.svg")
    type = found?.1 ?? "image/svg+xml"
    isOwn = found != nil
  }
}

extension Portfolio {
  var icon: SiteIcon { SiteIcon(of: self) }

  /// The page of the monogram, where the author has no icon of their own.
  var iconPages: [Page] {
    let icon = self.icon
    guard !icon.isOwn else { return [] }
    let monogram = Monogram(
      author: configuration.author.name, title: configuration.title,
      accent: configuration.look.accent)
    return [Page(icon.route, .generated("the icon"), .hidden) { $0.append(monogram.drawing) }]
  }
}

/// The initials of a site's author, or of the site, on a tile of its colour.
struct Monogram: Sendable {
  let letters: String
  private let tile: Colour

  /// What a site without a colour of its own has, as the default theme does.
  private static let accent = Colour(red: 0x0B, green: 0x6E, blue: 0x4F)

  init(author: String?, title: String, accent: Colour?) {
    let names = Self.words(author ?? "")
    letters =
      names.isEmpty
      ? Self.initial(Self.words(title).first ?? title)
      : Self.initial(names[0]) + (names.count > 1 ? Self.initial(names[names.count - 1]) : "")
    tile = accent ?? Self.accent
  }

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
      .filter { $0.first?.isLetter ?? false }
  }

  private static func initial(_ word: String) -> String { word.prefix(1).uppercased() }

  /// The tile is lighter where the reader's screen is dark.
  var drawing: [UInt8] {
    let light = tile.mixedWithWhite
    var drawing = Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><style>rect{fill:\(tile.hex)}\
      text{fill:\(tile.ink)}@media (prefers-color-scheme:dark){rect{fill:\(light.hex)}\
      text{fill:\(light.ink)}}</style><rect width="64" height="64" rx="14"/>\
      <text x="32" y="33" font-family="system-ui,sans-serif" font-size="\(letters.count > 1 ? 28 : 36)" \
      font-weight="600" text-anchor="middle" dominant-baseline="central">
      """.utf8)
    drawing.append(escaping: letters)
    drawing.append("</text></svg>\n")
    return drawing
  }
}

extension Colour {
  fileprivate var mixedWithWhite: Colour {
    func mixed(_ part: Int) -> Int { (part * 9 + 255 * 11) / 20 }
    return Colour(red: mixed(red), green: mixed(green), blue: mixed(blue))
  }

  /// Black or white, whichever stands out; after WCAG 2.2, with squares for its curve.
  fileprivate var ink: String {
    let light = (2126 * red * red + 7152 * green * green + 722 * blue * blue) / 65_025
    return light > 1_790 ? "#111" : "#fff"
  }
}
