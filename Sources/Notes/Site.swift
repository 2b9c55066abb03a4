import Problems
import Redaction

/// Everything that was read of a site's folder, before anyone has decided who may see what.
package struct Site: Sendable {
  package let configuration: Configuration
  /// Ordered by path.
  package let notes: [Note]
  package let pages: [Note]
  /// The files beside notes and pages that these may refer to, by their path in the site's folder.
  package let companions: Set<String>
  /// The files below `static/`, without that folder's name.
  package let staticFiles: [String]
  /// The files below `theme/`, without that folder's name.
  package let themeFiles: [String]
  package let layout: SiteLayout
  /// For the other files that are published.
  package let leakCheck: LeakCheck
  package let people: People
  /// Those around what the author writes.
  package let words: Words
  /// What was taken down on purpose.
  package let gone: GoneList
  /// For the names of clients and employers. No page is made from it: it serves to check them, and to
  /// publish notes.
  package let standIns: StandInList
  /// Which originals have public copies; none where the private folder is not read.
  package let copies: PublishedCopies
}

extension Site {
  /// A site without a file.
  package init(empty configuration: Configuration) {
    self.init(
      configuration: configuration, notes: [], pages: [], companions: [], staticFiles: [],
      themeFiles: [],
      layout: SiteLayout(notesFolder: "notes", isSite: true, includesPrivate: false),
      leakCheck: LeakCheck(configuration, confidential: nil, standIns: .empty),
      people: People([]), words: Words(theme: configuration.theme, own: []), gone: .none,
      standIns: .empty, copies: .none)
  }
}
