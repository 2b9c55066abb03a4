import Dates

/// What the timeline shows: a note, or one update of a log.
package struct Entry: Sendable {
  package let note: PublishedNote
  package let update: PublishedUpdate?
  /// When the work happened.
  package let date: Moment
  /// When followers get to see it; in a portfolio, no two entries at the same second.
  let published: Moment
  /// Whether it is said to have been published before there was a Web to publish it on.
  let precedesWeb: Bool
  /// Months since the year 0, and seconds since 1970, for the order of the timeline.
  private let month: Int
  private let instant: Int

  init(note: PublishedNote, update: PublishedUpdate?, date: Moment) {
    self.note = note
    self.update = update
    self.date = date
    // An update that was written before its log was published came out with it.
    let published = Moment.later(note.published, update?.date) ?? date
    precedesWeb = published.instant < Moment.beginningOfWeb.instant
    self.published = precedesWeb ? .beginningOfWeb : published
    month = date.date.year * 12 + date.date.month
    instant = date.instant
  }

  /// The same entry, given to followers at another time.
  func published(at moment: Moment) -> Entry { Entry(self, published: moment) }

  private init(_ entry: Entry, published: Moment) {
    note = entry.note
    update = entry.update
    date = entry.date
    self.published = published
    precedesWeb = entry.precedesWeb
    month = entry.month
    instant = entry.instant
  }

  package var title: String? { update == nil ? note.title.text : update?.title }

  var summary: String { update?.summary ?? note.summary }

  var route: Route { note.route }

  /// The anchor of an update on its page, with `#`; empty for a note.
  var fragment: String { update.map { "#" + $0.anchor } ?? "" }

  /// The part of the note that the entry stands for.
  var ranges: [Range<Int>] { update.map { [$0.range] } ?? note.ranges }

  /// Whether it stands before another in the timeline: newest first.
  ///
  /// Months go first, as their authors' clocks have them, so that no month is torn in two by notes
  /// from other time zones; what happened at the same instant is ordered by path.
  static func precedes(_ a: Entry, _ b: Entry) -> Bool {
    if a.month != b.month { return a.month > b.month }
    if a.instant != b.instant { return a.instant > b.instant }
    if a.note.path != b.note.path { return a.note.path < b.note.path }
    // Of two updates of one day, the one further down in the file is the newer.
    return (a.update?.range.lowerBound ?? 0) > (b.update?.range.lowerBound ?? 0)
  }
}

extension Moment {
  /// 1 January 1990, in UTC: nothing can have been published on the Web before that.
  static let beginningOfWeb = Moment(
    date: CivilDate(daysSinceEpoch: 7_305), offset: 0, precision: .day)

  /// The later of two, as far as they are there.
  fileprivate static func later(_ a: Moment?, _ b: Moment?) -> Moment? {
    guard let a, let b else { return a ?? b }
    return a.instant < b.instant ? b : a
  }
}

extension PublishedNote {
  /// When it, or its last update, was written, published or changed.
  var lastChange: Moment? {
    updates.reduce(Moment.later(Moment.later(updated, published), date)) { last, update in
      Moment.later(last, update.date)
    }
  }

  /// What a note brings to the timeline; nothing for an undated one.
  var entries: [Entry] {
    guard updates.isEmpty else {
      return updates.map { Entry(note: self, update: $0, date: $0.date) }
    }
    return date.map { [Entry(note: self, update: nil, date: $0)] } ?? []
  }
}
