import Dates
import Files
import Markdown
import Notes
import Parallel
import Pictures
import Problems
import Text

/// Everything an audience may see, in the order in which it is shown: what pages and feeds are
/// made from.
package final class Portfolio: Sendable {
  package let configuration: Configuration
  /// Where it stands, or would stand.
  package let address: SiteAddress
  package let addresses: Addresses
  let selfDescription: SelfDescription
  /// Ordered by path.
  package let notes: [PublishedNote]
  package let pages: [PublishedNote]
  /// Notes and standing pages that nothing leads to.
  package let unlisted: [PublishedNote]
  package let audience: Audience
  /// The timeline, newest first.
  package let entries: [Entry]
  /// The same by the time at which followers get them, as places in the timeline, newest first.
  let newestFirst: [Int]
  /// Places in the timeline.
  package let pinned: [Int]
  package let projects: [Thread]
  package let topics: [Thread]
  /// Newest first.
  package let years: [Thread]
  let yearLinks: [ThreadLink]
  package let undated: [PublishedNote]
  /// Who has agreed to be named.
  package let people: [NamedPerson]
  package let ties: Ties
  /// The files beside the notes that these refer to, by their paths in the site's folder.
  package let companions: [Companion]
  package let staticFiles: [String]
  private let staticPaths: Set<String>
  /// What was taken down on purpose.
  let gone: GoneList
  private let layout: SiteLayout
  private let pictureSizes: PictureSizes
  private let notesByRoute: [Route: PublishedNote]
  private let targets: NoteTable<NoteTargets>
  private let backlinks: Backlinks

  package init(
    _ site: Site, published: [PublishedNote], for audience: Audience, in folder: any Folder
  ) {
    configuration = site.configuration
    self.audience = audience
    layout = site.layout
    address = site.configuration.address(for: audience) ?? .local
    addresses = Addresses(address)
    selfDescription = SelfDescription(site.configuration, addresses)
    let listed = published.filter { $0.presence == .listed }
    notes = listed.filter { $0.role == .note }
    pages = listed.filter { $0.role == .page }
    unlisted = published.filter { $0.presence == .unlisted }
    let order = PublicationOrder(notes.flatMap(\.entries).sorted(by: Entry.precedes))
    let entries = order.entries
    self.entries = entries
    newestFirst = order.places
    undated = notes.filter { $0.entries.isEmpty }
    people = NamedPerson.all(in: notes)
    ties = Ties(notes)
    pinned = entries.indices.filter { entries[$0].note.isPinned && entries[$0].update == nil }
    staticFiles = site.staticFiles
    staticPaths = Set(site.staticFiles)
    gone = site.gone

    var projects = ThreadGathering()
    var topics = ThreadGathering()
    let withFolders = site.configuration.topicsFromFolders
    for (index, entry) in entries.enumerated() {
      if let project = entry.note.project { projects.add(entry: index, to: project) }
      for topic in entry.note.topics(withFolders: withFolders) {
        topics.add(entry: index, to: topic)
      }
    }
    for note in undated {
      if let project = note.project { projects.add(undated: note, to: project) }
      for topic in note.topics(withFolders: withFolders) { topics.add(undated: note, to: topic) }
    }
    for page in pages {
      if let project = page.project { projects.meet(project) }
      for topic in page.topics(withFolders: withFolders) { topics.meet(topic) }
    }
    let projectLinks = projects.links(below: "projects", addresses)
    let topicLinks = topics.links(below: "topics", addresses)
    self.projects = projects.threads(below: "projects")
    self.topics = topics.threads(below: "topics")
    years = Thread.years(of: entries)
    yearLinks = years.map { [addresses] in ThreadLink($0.name, $0.route, addresses) }

    let threads = self.projects + self.topics + years
    let followed = [Route(path: "")] + (self.projects + self.topics).map(\.route)
    notesByRoute = Dictionary(
      listed.lazy.map { ($0.route, $0) }, uniquingKeysWith: { first, _ in first })
    let map = LinkMap(
      notes: listed, byRoute: notesByRoute,
      routes: threads.map(\.route)
        + followed.flatMap { home in FeedFormat.allCases.map { $0.route(below: home) } }
        + [
          Route(path: ""), .page("projects"), .page("topics"), .page("undated"), .page("search"),
          PeoplePage.route, SubscribePage.route, Archive.route, OPML.route,
        ],
      site: site,
      usesNames: published.contains { $0.document.links.contains { $0.kind == .wiki } })
    let found = published.concurrentMap { note in
      NoteTargets(
        of: note, in: map, projects: projectLinks, topics: topicLinks, withFolders: withFolders)
    }
    backlinks = Backlinks(from: published, to: found)
    var table = NoteTable<NoteTargets>(for: published)
    for (note, targets) in zip(published, found) { table[note] = targets }
    targets = table
    var pictures = Set(found.compactMap(\.image))
    var companions: Set<Companion> = []
    for (note, targets) in zip(published, found) {
      for (link, target) in zip(note.document.links, targets.links) where link.isImage {
        if let picture = target.companion { pictures.insert(picture) }
      }
      for path in targets.companions {
        companions.insert(
          Companion(path: path, route: Companion.route(of: path, in: note, layout)))
      }
    }
    pictureSizes = PictureSizes(of: pictures.sorted(), in: folder)
    self.companions = companions.sorted()
  }

  func href(_ route: Route) -> String { addresses.href(route) }

  func targets(of note: PublishedNote) -> NoteTargets {
    targets[note] ?? .none
  }

  /// Where a file of `static/` is published; nil where there is none of that name.
  func staticRoute(_ path: String) -> Route? {
    let path = path.hasPrefix("/") ? String(path.dropFirst()) : path
    return staticPaths.contains(path) ? .file(path) : nil
  }

  /// The notes that link to another, newest first.
  func backlinks(to note: PublishedNote) -> [PublishedNote] {
    backlinks[note.route]
  }

  func size(ofPicture path: String) -> PictureSize? { pictureSizes[path] }

  /// Where a file beside the notes is published for a note that refers to it.
  package func route(ofCompanion path: String, in note: PublishedNote) -> Route {
    Companion.route(of: path, in: note, layout)
  }

  /// The last status that an entry of a thread gives.
  func status(of thread: Thread) -> Status? {
    thread.entries.lazy.compactMap { self.entries[$0].note.status }.first
  }

  /// The entries with which a project changes its status, by their places in the timeline.
  var statusChanges: Set<Int> {
    var changes: Set<Int> = []
    for project in projects {
      var last: Status?
      for index in project.entries.reversed() {
        guard let status = entries[index].note.status, status != last else { continue }
        last = status
        changes.insert(index)
      }
    }
    return changes
  }

  /// The links and pictures that lead nowhere, those that stand on other hosts, and pictures that
  /// say nothing to someone who cannot see them.
  package var linkProblems: [Problem] {
    (notes + pages).flatMap { note in
      zip(note.document.links, targets(of: note).links).flatMap { link, destination in
        let alternative =
          link.isImage && link.alternative.isEmpty
          ? Problem.alternativeMissing(link, in: note) : nil
        let place: Problem? =
          switch destination {
          case .nowhere: .linkBroken(link, in: note)
          case .elsewhere: .imageElsewhere(link, in: note)
          default: nil
          }
        let anchor =
          link.kind == .footnote || hasAnchor(destination, from: note)
          ? nil : Problem.anchorBroken(link, in: note)
        return [place, anchor, alternative].compactMap(\.self)
      }
    }
  }
}

extension Portfolio {
  /// Whether the author has made a page that stands at an address.
  func isTaken(_ route: Route) -> Bool {
    notesByRoute[route] != nil || staticRoute(route.file) != nil
  }

  /// Whether a link that names a place on a page of a note finds it there. Where authors may write
  /// HTML, they may have written the place too.
  private func hasAnchor(_ destination: LinkDestination, from note: PublishedNote) -> Bool {
    let found: (target: PublishedNote?, fragment: String) =
      switch destination {
      case .fragment(let fragment): (note, fragment)
      case .page(let route, let fragment): (notesByRoute[route], fragment)
      default: (nil, "")
      }
    guard configuration.html != .keep, let target = found.target,
      let hash = found.fragment.firstIndex(of: "#")
    else { return true }
    let anchor = String(found.fragment[hash...].dropFirst())
    return anchor.isEmpty || anchor == "top"
      || target.document.anchors.contains(anchor.percentDecoded ?? anchor)
      || target.document.rawIDs.contains(anchor)
  }
}

extension PublishedNote {
  /// Its tags, and the folders it lies in, but for those that are only years or months.
  func topics(withFolders: Bool) -> [String] {
    guard withFolders, !folders.isEmpty else { return tags }
    return tags + folders.filter { $0.contains(where: \.isLetter) }
  }
}
