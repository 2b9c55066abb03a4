/// Where a note leads, among what is published.
///
/// It is a class because it is asked for often, and mostly for one thing.
final class NoteTargets: Sendable {
  /// Where its links lead, in their order.
  let links: [LinkDestination]
  /// The picture that its front matter names, by its path in the site's folder.
  let image: String?
  let project: ThreadLink?
  /// Each topic once, however often and however spelt it names it.
  let topics: [ThreadLink]

  static let none = NoteTargets()

  private init() {
    links = []
    image = nil
    project = nil
    topics = []
  }

  /// `projects` and `topics` are all that there are, by the names that notes give them.
  init(
    of note: PublishedNote, in map: LinkMap, projects: [String: ThreadLink],
    topics: [String: ThreadLink], withFolders: Bool
  ) {
    let names = note.topics(withFolders: withFolders)
    var found: [ThreadLink] = []
    found.reserveCapacity(names.count)
    for name in names {
      guard let link = topics[name], !found.contains(where: { $0.href == link.href }) else {
        continue
      }
      found.append(link)
    }
    links = note.document.links.map { map.destination(of: $0, in: note) }
    image = note.image.flatMap { map.companion($0, of: note) }
    project = note.project.flatMap { projects[$0] }
    self.topics = found
  }

  /// The files beside the notes that it refers to.
  var companions: [String] { links.compactMap(\.companion) + [image].compactMap(\.self) }
}
