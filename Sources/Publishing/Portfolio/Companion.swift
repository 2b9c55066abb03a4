import Notes
import Text

/// A file beside the notes that a published note refers to.
package struct Companion: Hashable, Sendable, Comparable {
  /// In the site's folder.
  package let path: String
  package let route: Route

  /// Where a file is published for a note: where it lies, without the folder of the notes. Those of
  /// an unlisted note stand below its own address, as nobody could be kept from guessing theirs.
  static func route(of path: String, in note: PublishedNote, _ layout: SiteLayout) -> Route {
    let place = place(of: path, layout)
    return .file(note.presence == .unlisted ? "\(note.location)/\(place)" : place)
  }

  private static func place(of path: String, _ layout: SiteLayout) -> String {
    [layout.notesFolder, SiteLayout.pagesFolder, SiteLayout.privateNotesFolder].lazy
      .compactMap(path.path(below:)).first ?? path
  }

  package static func < (a: Companion, b: Companion) -> Bool {
    (a.path, a.route.path) < (b.path, b.route.path)
  }
}
