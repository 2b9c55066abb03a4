/// A link to the page of a project, a topic or a year.
final class ThreadLink: Sendable {
  let name: String
  let route: Route
  let href: String
  /// The whole address.
  let url: String

  init(_ name: String, _ route: Route, _ addresses: Addresses) {
    self.name = name
    self.route = route
    href = addresses.href(route)
    url = addresses.url(route)
  }
}
