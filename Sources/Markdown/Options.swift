/// Which Markdown, and what becomes of HTML in it.
package struct MarkdownOptions: Sendable {
  /// What is understood beyond the Markdown of the CommonMark specification.
  package enum Flavor: String, Sendable, CaseIterable {
    /// Nothing.
    case commonmark
    /// What Outloud's notes can hold: anchors at headings, dated updates, links between files.
    case outloud
  }

  package enum RawHTML: String, Sendable, CaseIterable {
    case keep, drop
  }

  package var flavor: Flavor
  package var rawHTML: RawHTML

  package init(flavor: Flavor = .outloud, rawHTML: RawHTML = .drop) {
    self.flavor = flavor
    self.rawHTML = rawHTML
  }
}
