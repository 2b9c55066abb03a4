import Dates
import Notes
import Templates

/// An entry as a list shows it.
///
/// It is shown on many pages, so what every list says is worked out once.
final class EntryView: Sendable {
  let entry: Entry
  let portfolio: Portfolio
  /// Whether its note has none that is newer.
  let isNewest: Bool
  /// Whether its project changes its status with it.
  let changesStatus: Bool
  let href: String
  /// The note's title, the update's, or nothing where the first words have to serve.
  let title: String
  let date: String
  let dateText: String
  /// When followers got it, with the second and the zone.
  let published: String
  let day: String
  let time: String
  let status: String
  let statusText: Phrase
  let project: ThreadLink?
  let topics: [ThreadLink]
  let picture: EntryPicture?
  /// The note that closed what this one left open; at the newest entry of a note alone.
  let solvedBy: NoteLink?
  /// The notes whose open ends this one closed, up to a few.
  let solves: [NoteLink]

  /// How many of the notes that it closed an entry names; its page names all.
  private static let solvesLimit = 3

  init(
    _ entry: Entry, _ portfolio: Portfolio, _ strings: Strings, changesStatus: Bool,
    isNewest: Bool
  ) {
    self.entry = entry
    self.portfolio = portfolio
    self.isNewest = isNewest
    self.changesStatus = changesStatus
    href = portfolio.addresses.href(entry.route, fragment: entry.fragment)
    date = entry.date.html
    dateText = strings.date(entry.date)
    published = entry.published.rfc3339
    day = entry.date.precision >= .day ? String(entry.date.date.day) : ""
    time = entry.date.precision >= .minute ? entry.date.isoTime : ""
    status = entry.note.status?.word ?? ""
    statusText = strings.phrase(for: entry.note.status)
    let targets = portfolio.targets(of: entry.note)
    project = targets.project
    topics = targets.topics
    picture = portfolio.picture(of: entry)
    if isNewest {
      let isStuck = entry.note.isStuck
      solvedBy = portfolio.ties.closers(of: entry.note).first.map {
        NoteLink($0, portfolio, strings, wasStuck: isStuck)
      }
      solves = portfolio.ties.closed(by: entry.note).prefix(Self.solvesLimit).map {
        NoteLink($0, portfolio, strings, wasStuck: $0.isStuck)
      }
    } else {
      solvedBy = nil
      solves = []
    }
    if let update = entry.update {
      title = update.title ?? ""
    } else {
      title = entry.note.title.source == .firstWords ? "" : entry.note.title.text
    }
  }

  /// What a link to it says.
  var label: String {
    if !title.isEmpty { return title }
    return entry.update == nil ? entry.note.title.text : "\(entry.note.title.text), \(dateText)"
  }
}
