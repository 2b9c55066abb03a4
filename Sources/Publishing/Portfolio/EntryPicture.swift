import Markdown
import Pictures

/// The picture that stands for an entry in lists.
struct EntryPicture: Sendable {
  let href: String
  /// What it shows, escaped; empty where nobody has said.
  let alternative: [UInt8]
  /// As small as lists show it.
  let size: PictureSize

  /// What it has to fit into, in pixels.
  static let box = (width: 168, height: 126)
  /// What is smaller on both sides is a badge, and no picture of the work.
  static let least = 120
}

extension Portfolio {
  /// The picture that a note names in its front matter, else the first one in its text: of an
  /// update, in the update's text.
  ///
  /// Only one whose size is known, so that the page does not jump, and that is no mere badge.
  func picture(of entry: Entry) -> EntryPicture? {
    let note = entry.note
    let own = entry.update == nil ? targets(of: note).image : nil
    guard own != nil || !note.document.links.isEmpty else { return nil }
    let destinations = targets(of: note).links
    let shown = entry.ranges.lazy.flatMap { note.document.pictures(in: $0) }
    if let own {
      let place = shown.first { destinations[$0].companion == own }
      return picture(own, of: note, place.map { note.document.links[$0].alternative } ?? [])
    }
    for place in shown {
      guard let path = destinations[place].companion else { continue }
      if let found = picture(path, of: note, note.document.links[place].alternative) {
        return found
      }
    }
    return nil
  }

  private func picture(
    _ path: String, of note: PublishedNote, _ alternative: [UInt8]
  ) -> EntryPicture? {
    guard let size = size(ofPicture: path),
      max(size.width, size.height) >= EntryPicture.least
    else { return nil }
    let width = min(
      size.width, EntryPicture.box.width, EntryPicture.box.height * size.width / size.height)
    guard let small = size.scaled(toWidth: width) else { return nil }
    return EntryPicture(
      href: href(route(ofCompanion: path, in: note)), alternative: alternative, size: small)
  }
}
