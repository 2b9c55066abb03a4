import Dates
import Notes
import Text

/// What feed readers know an entry by, whatever becomes of its title and address.
///
/// It follows from the note's `id`, and for a note without one from its place below the folder of
/// the notes; never from the site's domain. An `id` that is a URI already, as an import brings it,
/// is kept as it is. Others become a UUID of version 8 (RFC 9562), because Atom demands a URI.
struct GUID: Hashable, Sendable {
  let text: String

  init(of entry: Entry) {
    let note = entry.note
    guard note.id != nil || entry.update != nil else {
      // What follows from a place is a UUID already.
      text = "urn:uuid:" + NoteID.ofPlace(note.place)
      return
    }
    let id = note.id ?? NoteID.ofPlace(note.place)
    // An update is known by its day, which is its anchor; a URN of a UUID has none.
    let whole = id + entry.fragment
    text = Self.isURI(whole) ? whole : "urn:uuid:" + NoteID.uuid(of: whole)
  }

  private static func isURI(_ text: String) -> Bool {
    let scheme = text.utf8.prefix { $0 != Ascii.colon }
    return scheme.count < text.utf8.count && scheme.count > 1
      && !(text.hasPrefix("urn:uuid:") && text.contains("#"))
      && scheme.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
      && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !forbidden.contains($0) }
  }

  /// What no URI can hold.
  private static let forbidden = Array("\"<>\\^`{|}".utf8)
}
