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
///
/// A class, as every note hands them on with its options.
package final class MarkdownWords: Sendable {
  /// The titles of alerts.
  let note: MarkdownWord
  let tip: MarkdownWord
  let important: MarkdownWord
  let warning: MarkdownWord
  let caution: MarkdownWord
  /// What is to be opened to be read, where nothing says what it is.
  let details: MarkdownWord
  /// What the box of a task says.
  let open: MarkdownWord
  let done: MarkdownWord
  /// The name of the list of footnotes.
  let footnotes: MarkdownWord
  /// What the link from a footnote to its place in the text says to those who cannot see it.
  let backToText: MarkdownWord

  package static let english = MarkdownWords { _ in nil }

  /// From the words of a theme by their keys; English where it has none.
  package init(_ word: (_ key: String) -> MarkdownWord?) {
    note = word("alert_note") ?? "Note"
    tip = word("alert_tip") ?? "Tip"
    important = word("alert_important") ?? "Important"
    warning = word("alert_warning") ?? "Warning"
    caution = word("alert_caution") ?? "Caution"
    details = word("details") ?? "Details"
    open = word("task_open") ?? "To do"
    done = word("task_done") ?? "Done"
    footnotes = word("footnotes") ?? "Footnotes"
    backToText = word("back_to_text") ?? "Back to the text"
  }
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
