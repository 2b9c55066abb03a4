import Dates
import Markdown
import Notes
import Problems
import Text

/// A note, or a standing page, as its audience may see it. Only the gate makes one.
///
/// It is a class because every page that shows it holds it: a copy of so many values costs more than
/// a reference. What never leaves the author's machine, such as `needs`, is no part of it.
package final class PublishedNote: Sendable {
  package let path: String
  /// Among all notes that the gate was asked about together: a `NoteTable` goes by it.
  let number: Int
  /// The public copy that it is shown in the place of, at the copy's address.
  let copyPath: String?
  package let role: Note.Role
  let presence: Audience.Presence
  /// The page's place below the site's root, with `/` between its parts and none at either end.
  package let location: String
  package let route: Route
  /// Its place by its file alone, which a `slug` or `permalink` does not change.
  package let place: String
  package let aliases: [String]
  /// The front matter's id; nil for a note that has none yet.
  package let id: String?
  package let title: Note.Title
  /// When the work happened; nil for an undated note.
  package let date: Moment?
  /// When it became public, where the note says so.
  package let published: Moment?
  package let updated: Moment?
  package let project: String?
  package let authorRole: String?
  package let status: Status?
  /// Tags, then the folders that count as topics.
  package let tags: [String]
  package let folders: [String]
  package let people: [PublishedPerson]
  package let stuckOn: String?
  package let asks: [String]
  package let offers: [String]
  package let next: String?
  package let closes: [String]
  package let image: String?
  package let language: String?
  package let license: String?
  package let canonical: String?
  package let isPinned: Bool
  package let inFeed: Bool
  /// What the note says of itself in short.
  package let summary: String
  package let updates: [PublishedUpdate]
  /// Those of `document`; the heading that says the title has no range.
  package let sections: [Document.Section]
  /// What of `document` is shown: all but that heading.
  package let ranges: [Range<Int>]
  package let document: Document
  /// Other names by which the author refers to it.
  package let otherNames: [String]
  package let linesBeforeText: Int
  /// What should not be published of it.
  let leaks: [Problem]

  /// Of a summary that is made from first words, in Unicode scalars.
  static let summaryLength = 220

  /// The gate's alone: a second way to make one would be a second gate.
  init(
    _ note: Note, _ rendition: Note.Rendition, _ presence: Audience.Presence, number: Int,
    people: [PublishedPerson], copy: Note? = nil
  ) {
    path = note.path
    self.number = number
    copyPath = copy?.path
    role = note.role
    self.presence = presence
    location =
      presence == .unlisted ? Self.unlistedLocation(of: note) : Self.location(of: copy ?? note)
    route = .page(location)
    place = (copy ?? note).location
    let own = location
    aliases = presence == .unlisted ? [] : note.matter.aliases.filter { $0 != own }
    let names = copy.map { note.matter.otherNames + [$0.open.title.text] } ?? note.matter.otherNames
    otherNames = presence == .unlisted ? [] : names
    id = copy?.matter.id ?? note.matter.id
    title = rendition.title
    date = note.date
    published = note.matter.published
    updated = note.matter.updated
    project = note.matter.project
    authorRole = note.matter.role
    status = note.matter.status
    tags = note.matter.tags
    folders = note.folders
    self.people = people
    stuckOn = note.matter.stuckOn
    asks = note.matter.asks
    offers = note.matter.offers
    next = note.matter.next
    closes = note.matter.closes
    image = note.matter.image
    language = note.matter.language
    license = note.matter.license
    canonical = note.matter.canonical
    isPinned = note.matter.isPinned
    inFeed = note.matter.inFeed
    document = rendition.document
    linesBeforeText = note.linesBeforeText
    leaks = note.leaks

    let shown = rendition.shownSections
    sections = shown
    ranges = shown.map { $0.headingRange.lowerBound..<$0.bodyRange.upperBound }.joined
    let words = shown.first { !$0.firstWords.isEmpty }?.firstWords ?? ""
    summary = note.matter.summary ?? Self.excerpt(of: shown) ?? words.cut(to: Self.summaryLength)
    updates = rendition.updates.map { update in
      PublishedUpdate(update, rendition.document.sections[update.section])
    }
  }

  /// Below `u/`, under an id that nobody can guess; `idProblem` sees to it that it is one.
  private static func unlistedLocation(of note: Note) -> String {
    "\(unlistedFolder)/\(note.matter.id ?? "")"
  }

  package static let unlistedFolder = "u"

  /// What stands before `<!--more-->`; nil without one.
  private static func excerpt(of sections: [Document.Section]) -> String? {
    guard let end = sections.firstIndex(where: \.endsExcerpt) else { return nil }
    let words = sections[...end].map(\.excerpt).filter { !$0.isEmpty }.joined(separator: " ")
    return words.isEmpty ? nil : words
  }

  static func location(of note: Note) -> String {
    if let permalink = note.matter.permalink { return permalink }
    guard let slug = note.matter.slug else { return note.location }
    return (note.folders + [slug]).joined(separator: "/")
  }
}

/// An update of a log as its audience may see it.
package final class PublishedUpdate: Sendable {
  package let date: Moment
  package let title: String?
  package let anchor: String
  package let summary: String
  /// Its text below its heading, in the note's document.
  package let range: Range<Int>

  fileprivate init(_ update: Note.Update, _ section: Document.Section) {
    date = update.date
    title = update.title
    anchor = update.anchor
    summary =
      section.endsExcerpt && !section.excerpt.isEmpty
      ? section.excerpt : section.firstWords.cut(to: PublishedNote.summaryLength)
    range = section.bodyRange
  }
}

/// Someone in a note: by name if they have agreed, else a colleague.
package struct PublishedPerson: Hashable, Sendable {
  /// Nil for someone who has not agreed to be named.
  package let name: String?
  package let url: String?
  package let did: Person.Deed?

  init(_ person: Person, isNamed: Bool) {
    name = isNamed ? person.name : nil
    url = isNamed ? person.url : nil
    did = person.did
  }
}

extension Note.Rendition {
  /// All but the headings that ask for a part of a note which nobody has written; the heading that
  /// says the title again is taken from its section.
  fileprivate var shownSections: [Document.Section] {
    let titleRange = self.titleRange
    guard titleRange != nil || !emptyParts.isEmpty else { return document.sections }
    return document.sections.indices.filter { !emptyParts.contains($0) }.map { index in
      let section = document.sections[index]
      return section.headingRange == titleRange ? section.withoutHeading : section
    }
  }

  /// The heading that says the title again, which is then not shown.
  fileprivate var titleRange: Range<Int>? {
    guard let section = document.titleSection, let heading = section.heading,
      heading.text.withPlainPunctuation == title.text.withPlainPunctuation
    else {
      return nil
    }
    return section.headingRange
  }
}

extension [Range<Int>] {
  /// Neighbours as one, without those that are empty.
  fileprivate var joined: [Range<Int>] {
    reduce(into: []) { joined, range in
      guard !range.isEmpty else { return }
      if let last = joined.last, last.upperBound == range.lowerBound {
        joined[joined.count - 1] = last.lowerBound..<range.upperBound
      } else {
        joined.append(range)
      }
    }
  }
}
