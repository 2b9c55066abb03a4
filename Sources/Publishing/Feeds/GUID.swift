import Dates
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
    let id = note.id ?? Self.id(ofPlace: note.place)
    // An update is known by its day, which is its anchor; a URN of a UUID has none.
    let whole = id + entry.fragment
    text = Self.isURI(whole) ? whole : "urn:uuid:\(Self.uuid(of: whole))"
  }

  private static func isURI(_ text: String) -> Bool {
    let scheme = text.utf8.prefix { $0 != Ascii.colon }
    let forbidden = Set("\"<>\\^`{|} ".utf8)
    return scheme.count < text.utf8.count && scheme.count > 1
      && !(text.hasPrefix("urn:uuid:") && text.contains("#"))
      && scheme.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
      && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !forbidden.contains($0) }
  }

  /// The id that a note without one has all the same: a UUID of its place.
  static func id(ofPlace place: String) -> String { uuid(of: "place " + place) }

  /// A UUID stays itself; another text is hashed with FNV-1a of 128 bits.
  static func uuid(of text: String) -> String {
    if isUUID(text) { return text.lowercased() }
    var hash = UInt128(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    for byte in text.utf8 {
      hash ^= UInt128(byte)
      hash = hash &* 0x0000_0000_0100_0000_0000_0000_0000_013B
    }
    // Version 8 in the 13th digit, the variant in the 17th.
    hash = hash & ~(UInt128(0xF) << 76) | UInt128(8) << 76
    hash = hash & ~(UInt128(0xC) << 60) | UInt128(8) << 60
    let hex = String(hash, radix: 16)
    var digits = Array(String(repeating: "0", count: 32 - hex.count) + hex)
    for index in [20, 16, 12, 8] { digits.insert("-", at: index) }
    return String(digits)
  }

  private static func isUUID(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [8, 4, 4, 4, 12]
      && parts.allSatisfy { $0.allSatisfy(\.isHexDigit) }
  }
}
