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
    /// What is harmless stays, written anew.
    case sanitize
    /// Everything stays as it is written.
    case keep
    /// No tag stays; the words between them do.
    case drop
  }

  package var flavor: Flavor
  package var rawHTML: RawHTML

  package init(flavor: Flavor = .outloud, rawHTML: RawHTML = .sanitize) {
    self.flavor = flavor
    self.rawHTML = rawHTML
  }
}
