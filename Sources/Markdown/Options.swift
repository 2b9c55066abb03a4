import Highlighting

/// Which Markdown, and what becomes of HTML in it.
package struct MarkdownOptions: Sendable {
  /// What is understood beyond the Markdown of the CommonMark specification.
  package enum Flavor: String, Sendable, CaseIterable {
    /// Nothing.
    case commonmark
    /// What GitHub understands: tables, task lists, strikethrough, bare addresses as links,
    /// footnotes, alerts.
    case gfm
    /// All that, and what Outloud's notes can hold: anchors at headings, dated updates, links
    /// between files and by name, marked text, definition lists, private blocks.
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
  /// The quotation marks that straight quotes become, with dashes and ellipses; nil leaves all as
  /// typed.
  package var smartPunctuation: QuotationMarks?
  /// Whether `:tada:` becomes a picture character.
  package var emoji: Bool
  /// What the ids of footnotes begin with, so that several notes can stand on one page.
  package var idPrefix: String
  /// Whether `:::private` blocks stay, for the author alone.
  package var keepsPrivateBlocks: Bool
  package var words: MarkdownWords
  /// What colours code; one for all texts, as it remembers what it has read.
  package var languages: Languages

  package init(
    flavor: Flavor = .outloud, rawHTML: RawHTML = .sanitize,
    smartPunctuation: QuotationMarks? = nil,
    emoji: Bool = false, idPrefix: String = "", keepsPrivateBlocks: Bool = false,
    words: MarkdownWords = .english, languages: Languages = Languages()
  ) {
    self.flavor = flavor
    self.rawHTML = rawHTML
    self.smartPunctuation = smartPunctuation
    self.emoji = emoji
    self.idPrefix = idPrefix
    self.keepsPrivateBlocks = keepsPrivateBlocks
    self.words = words
    self.languages = languages
  }
}

/// The words that rendered Markdown needs and no author wrote, for themes to translate.
package struct MarkdownWords: Sendable {
  /// The titles of alerts.
  package var note: MarkdownWord = "Note"
  package var tip: MarkdownWord = "Tip"
  package var important: MarkdownWord = "Important"
  package var warning: MarkdownWord = "Warning"
  package var caution: MarkdownWord = "Caution"
  /// What is to be opened to be read, where nothing says what it is.
  package var details: MarkdownWord = "Details"
  /// What the box of a task says.
  package var open: MarkdownWord = "To do"
  package var done: MarkdownWord = "Done"
  /// The name of the list of footnotes.
  package var footnotes: MarkdownWord = "Footnotes"
  /// What the link from a footnote to its place in the text says to those who cannot see it.
  package var backToText: MarkdownWord = "Back to the text"

  package static let english = MarkdownWords()
}

/// One of them.
package struct MarkdownWord: Sendable, ExpressibleByStringLiteral {
  let text: String
  /// The attributes that say its language where that is another than the text's.
  let mark: String

  package init(_ text: String, mark: String = "") {
    self.text = text
    self.mark = mark
  }

  package init(stringLiteral text: String) {
    self.init(text)
  }
}
