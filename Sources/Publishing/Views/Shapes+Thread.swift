import Dates
import Notes
import Templates

/// Projects, topics and years, and the ways through them.
extension Shapes {
  static var link: Shape<ThreadLink> {
    Shape<ThreadLink>("link")
      .text("name", "What the link says.") { $0.name }
      .text("href", "Where it leads.") { $0.href }
  }

  static var threadView: Shape<ThreadView> {
    Shape<ThreadView>("project or topic in a list")
      .text("name", "Its name.") { $0.thread.name }
      .text("href", "The link to its page.") { $0.portfolio.addresses.href($0.thread.route) }
      .number("count", "How many entries it has.") { $0.thread.count }
      .text("status", "The last status that a note of it gave, such as `stuck`.") {
        $0.status?.word
      }
      .phrase("status_text", "The same in the theme's words.") { view in
        view.strings.phrase(for: view.status)
      }
      .text("first", "The date of its oldest entry, for a `time` element.") { $0.first?.html }
      .text("first_text", "The same in words.") { view in
        view.first.map { view.strings.date($0) }
      }
      .text("latest", "The date of its newest entry, for a `time` element.") {
        $0.latest?.html
      }
      .text("latest_text", "The same in words.") { view in
        view.latest.map { view.strings.date($0) }
      }
  }

  static var pager: Shape<Pager> {
    Shape<Pager>("pager")
      .number("number", "The number of this page, counted from 1.") { $0.number }
      .number("count", "How many pages there are.") { $0.count }
      .flag("is_needed", "Whether there is more than one.") { $0.count > 1 }
      .text("previous", "The link to the page before; empty on the first.") { $0.previous }
      .text("next", "The link to the page after; empty on the last.") { $0.next }
  }

  static var contentsLine: Shape<ContentsLine> {
    Shape<ContentsLine>("line of a table of contents")
      .text("title", "The heading.") { $0.title }
      .text("href", "The link to it, on the same page.") { $0.href }
  }

  static var rhythm: Shape<RhythmView> {
    Shape<RhythmView>("rhythm")
      .text(
        "path",
        "The weeks with an entry as strokes of an SVG path, 52 wide: from a line at 8 upwards, one for each day written on."
      ) { $0.rhythm.path }
      .text("first", "The first month, for a `time` element.") { $0.month($0.rhythm.first).html }
      .text("first_text", "The same in words.") { $0.strings.date($0.month($0.rhythm.first)) }
      .text("last", "The last month, for a `time` element.") { $0.month($0.rhythm.last).html }
      .text("last_text", "The same in words.") { $0.strings.date($0.month($0.rhythm.last)) }
  }
}
