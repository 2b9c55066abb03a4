import Notes
import Text

/// Where something of the site stands, below its root.
package struct Route: Hashable, Sendable {
  /// Not encoded, with no slash at its start: `ward/roster/`, `feed.xml`, or empty for the home
  /// page.
  package let path: String

  /// The page of a place such as `ward/roster`, whose address ends in `/`; one that names an HTML
  /// file stays as it is.
  package static func page(_ place: String) -> Route {
    Route(path: place.isEmpty || place.hasSuffix(".html") ? place : place + "/")
  }

  package static func file(_ path: String) -> Route { Route(path: path) }

  /// The file in the output folder.
  package var file: String {
    path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
  }
}

/// Turns routes into addresses, for a site that stands somewhere.
package struct Addresses: Sendable {
  private let basePath: String
  /// The origin and the base path.
  private let root: String

  package init(_ site: SiteAddress) {
    basePath = site.basePath
    root = site.origin + site.basePath
  }

  /// An address from the root of the host, for links inside the site: `/sub/ward/roster/`.
  package func href(_ route: Route, fragment: String = "") -> String {
    address(basePath, route, fragment)
  }

  /// The whole address: `https://example.org/sub/ward/roster/`.
  package func url(_ route: Route, fragment: String = "") -> String {
    address(root, route, fragment)
  }

  private func address(_ root: String, _ route: Route, _ fragment: String) -> String {
    .joining(root, route.path.percentEncodedPath, fragment)
  }
}
