import Problems
import Text

/// One page or feed: an address, and a pure function that writes what stands there.
///
/// Nothing is rendered before it is asked for, so that a build can render pages on all cores, and a
/// preview just the one that is looked at.
package struct Page: Sendable {
  package let route: Route
  private let write: OutputFile.Write
  /// Of a page that search engines should know: when it last changed, for the sitemap.
  let listing: Listing

  /// Whether a page stands in the sitemap.
  enum Listing: Sendable {
    case hidden
    /// Listed, with a date in the form of the sitemap protocol where one is known.
    case listed(changed: String?)
  }

  /// What made the page, in words for a problem: “the page of the topic “swift””.
  let origin: Origin

  enum Origin: Sendable {
    /// A note or standing page, by its path.
    case note(String)
    case generated(String)
  }

  init(
    _ route: Route, _ origin: Origin, _ listing: Listing,
    write: @escaping OutputFile.Write
  ) {
    self.route = route
    self.origin = origin
    self.listing = listing
    self.write = write
  }

  package var file: OutputFile { OutputFile(route.file, writing: write) }
}
