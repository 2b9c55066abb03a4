import Dates
import Notes
import Templates

/// The pages of notes, and standing pages.
extension PageMaker {
  var notes: [Page] { portfolio.notes.map { notePage($0, theme.note) } }

  var standingPages: [Page] { portfolio.pages.map { notePage($0, theme.page) } }

  /// Pages that nothing leads to, and that lead to no others of their kind.
  var unlisted: [Page] {
    portfolio.unlisted.map { notePage($0, $0.role == .page ? theme.page : theme.note) }
  }

  private func notePage(_ note: PublishedNote, _ program: Program<NotePage>) -> Page {
    let route = note.route
    let changed = note.lastChange
    let isListed = note.canonical == nil && note.presence == .listed
    let listing = isListed ? Page.Listing.listed(changed: changed?.isoDate) : .hidden
    return page(route, .note(note.path), listing, program) { [self] in
      let entry = neighbours.place(of: note).map(view) ?? entry(of: note)
      let topics = entry?.topics ?? portfolio.targets(of: note).topics
      return NotePage(
        frame: Frame(
          portfolio, route, title: note.title.text,
          description: note.summary.isEmpty ? nil : note.summary.cut(to: 160),
          isHidden: note.presence == .unlisted,
          canonical: note.presence == .unlisted ? nil : note.canonical,
          subject: subject(of: note, entry, topics), trail: trail(to: note, topics)),
        note: note, entry: entry, topics: topics, strings: strings,
        inTime: pair(neighbours.inTime(of: note)), inProject: pair(neighbours.inProject(of: note)))
    }
  }

  private func pair(_ places: Neighbours.Pair) -> EntryPair? {
    guard places.newer != nil || places.older != nil else { return nil }
    return EntryPair(newer: places.newer.map(view), older: places.older.map(view))
  }

  /// Where nobody is named, no page is about anyone.
  var aboutAuthor: Frame.Subject? {
    portfolio.configuration.author.name == nil ? nil : .profile
  }

  private func subject(
    of note: PublishedNote, _ view: EntryView?, _ topics: [ThreadLink]
  ) -> Frame.Subject {
    guard note.role == .note else { return note.location == "about" ? aboutAuthor ?? .page : .page }
    guard let view else { return .page }
    let published = view.entry.published.instant
    let changed = note.lastChange.flatMap { $0.instant > published ? $0.rfc3339 : nil }
    return .article(
      Frame.Article(
        note: note, published: view.published, modified: changed ?? view.published,
        topics: topics.map(\.name)))
  }

  /// A note lies below its project, else its first topic, else its year.
  private func trail(to note: PublishedNote, _ topics: [ThreadLink]) -> [Crumb] {
    guard note.role == .note else { return [] }
    if let project = portfolio.targets(of: note).project {
      return [projectList, Crumb(name: project.name, url: project.url)]
    }
    if let topic = topics.first {
      return [topicList, Crumb(name: topic.name, url: topic.url)]
    }
    return note.date.map { date in
      let year = String(date.date.year)
      return [Crumb(name: year, url: portfolio.addresses.url(.page("years/\(year)")))]
    } ?? []
  }

  /// What stands for a note on its page where the timeline has no entry of it: a log, or a
  /// standing page with a date.
  private func entry(of note: PublishedNote) -> EntryView? {
    guard let date = note.date else { return nil }
    let entry = Entry(note: note, update: nil, date: date)
    return EntryView(entry, portfolio, strings, changesStatus: false, isNewest: true)
  }
}
