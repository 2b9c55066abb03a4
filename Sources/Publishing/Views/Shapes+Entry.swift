import Dates
import Notes
import Templates

/// Entries of the timeline, and what stands in lists like them.
extension Shapes {
  static var entry: Shape<ListedEntry> {
    Shape<ListedEntry>("entry")
      .text("href", "The link to the entry.") { $0.view.href }
      .text("title", "Its title; empty where its first words have to serve.") { $0.view.title }
      .text("label", "What a link to it says: its title, or words that stand for it.") {
        $0.view.label
      }
      .text("date", "When the work happened, for a `time` element.") { $0.view.date }
      .text("date_text", "The same in words.") { $0.view.dateText }
      .text(
        "published",
        "When followers got it, with the second and the zone; empty where `date` says just that."
      ) { $0.view.published == $0.view.date ? "" : $0.view.published }
      .text("day", "The day of the month; empty where only the month or year is known.") {
        $0.view.day
      }
      .text("time", "The time of day, such as 14:05; empty where only the day is known.") {
        $0.view.time
      }
      .text("summary", "The note in short, or its first words.") { $0.view.entry.summary }
      .text("status", "Where the work stands, such as `stuck`.") { $0.view.status }
      .phrase("status_text", "The same in the theme's words.") { $0.view.statusText }
      .flag("changes_status", "Whether the project changes its status with it.") {
        $0.view.changesStatus
      }
      .object("project", "The project it belongs to.", link) { $0.view.project }
      .list("topics", "Its topics.", link) { $0.view.topics }
      .flag("is_newest", "Whether it is the newest of its note: no older update of a log.") {
        $0.view.isNewest
      }
      .flag("is_update", "Whether it is an update of a log.") { $0.view.entry.update != nil }
      .text("log", "Of an update: the title of its log.") {
        $0.view.entry.update == nil ? "" : $0.view.entry.note.title.text
      }
      .text("language", "The language of its note, where that is not the site's.") {
        $0.view.entry.note.language
      }
      .text("direction", "Which way that is written: `ltr` or `rtl`.") { listed in
        listed.view.entry.note.language.map { Direction(language: $0).rawValue }
      }
      .object("picture", "The picture of its note, or the first in its text.", picture) {
        $0.view.picture
      }
      .object("solved_by", "The note that closed what it left open.", noteLink) { $0.view.solvedBy }
      .list("solves", "The notes whose open ends it closed; three at most.", noteLink) {
        $0.view.solves
      }
      .text(
        "tie",
        """
        In a timeline that shows both what was stuck and what solved it: whether the line between \
        them `begins` here, `passes` or `ends`; else empty.
        """
      ) { $0.tie?.rawValue }
  }

  static var picture: Shape<EntryPicture> {
    Shape<EntryPicture>("picture")
      .text("src", "Its address.") { $0.href }
      .html("alt", "What it shows, ready for an attribute; empty where nobody has said.") {
        $0.alternative
      }
      .number("width", "Its width in pixels, as small as lists show it.") { $0.size.width }
      .number("height", "Its height in pixels, likewise.") { $0.size.height }
  }

  static var noteLink: Shape<NoteLink> {
    Shape<NoteLink>("link to a note")
      .text("title", "What the link says.") { $0.note.title.text }
      .text("href", "Where it leads.") { $0.href }
      .text("date", "The date of its newest entry, for a `time` element.") { $0.date }
      .text("date_text", "The same in words.") { $0.dateText }
      .text("summary", "What it is stuck on, or the note in short.") { $0.summary }
      .flag("was_stuck", "Of a tie: whether the work was stuck, and not only a question open.") {
        $0.wasStuck
      }
      .text("language", "The language of the note, where that is not the site's.") {
        $0.note.language
      }
  }

  static var pair: Shape<EntryPair> {
    Shape<EntryPair>("entries around a note")
      .object("older", "The one before it.", entry) { $0.older.map { ListedEntry($0) } }
      .object("newer", "The one after it.", entry) { $0.newer.map { ListedEntry($0) } }
  }

  static var backlink: Shape<Backlink> {
    Shape<Backlink>("note that links here")
      .text("title", "Its title, or its first words.") { $0.note.title.text }
      .text("href", "The link to it.") { $0.portfolio.href($0.note.route) }
      .text("date", "Its date, for a `time` element; empty for none.") { $0.note.date?.html }
      .text("date_text", "The same in words.") { link in
        link.note.date.map { link.strings.date($0) }
      }
      .text("language", "The language of the note, where that is not the site's.") {
        $0.note.language
      }
  }

  static var undatedNote: Shape<UndatedNote> {
    Shape<UndatedNote>("undated note")
      .text("title", "Its title.") { $0.note.title.text }
      .text("href", "The link to it.") { $0.portfolio.addresses.href($0.note.route) }
      .text("summary", "The note in short, or its first words.") { $0.note.summary }
      .text("language", "The language of the note, where that is not the site's.") {
        $0.note.language
      }
  }

  static var year: Shape<YearGroup> {
    Shape<YearGroup>("year")
      .text("year", "The year.") { String($0.year) }
      .text("href", "The link to the year's page.") { $0.href }
      .list("months", "Its months, newest first.", month) { $0.months }
  }

  static var month: Shape<MonthGroup> {
    Shape<MonthGroup>("month")
      .text("name", "The name of the month; empty for entries of which only the year is known.") {
        $0.name
      }
      .text("date", "The month for a `time` element.") { $0.machine }
      .list("entries", "Its entries, in the order of the page.", entry) { $0.entries }
  }

  static var person: Shape<PersonView> {
    Shape<PersonView>("person")
      .phrase("name", "Their name, or “a colleague” for someone who has not agreed to be named.") {
        view in view.person.name.map { Phrase($0) } ?? view.strings.phrase("colleague")
      }
      .text("url", "Their own address.") { $0.person.url }
      .flag("was_helped", "Whether the author helped them, and not they the author.") {
        $0.person.did == .wasHelped
      }
  }
}

/// Someone in a note, as pages show them.
struct PersonView: Sendable {
  let person: PublishedPerson
  let strings: Strings
}

extension Strings {
  /// The theme's word for a status; the author's own for one that is not known.
  func name(of status: Status) -> String { texts["status_\(status.word)"] ?? status.word }

  /// The same with the language that it is in; empty for none.
  func phrase(for status: Status?) -> Phrase {
    guard let status else { return "" }
    let key = "status_\(status.word)"
    return texts[key] == nil ? Phrase(status.word) : phrase(key)
  }
}
