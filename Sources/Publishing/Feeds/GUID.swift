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
    guard note.id != nil || entry.update != nil else {
      // What follows from a place is a UUID already.
      text = "urn:uuid:\(Self.id(ofPlace: note.place))"
      return
    }
    let id = note.id ?? Self.id(ofPlace: note.place)
    // An update is known by its day, which is its anchor; a URN of a UUID has none.
    let whole = id + entry.fragment
    text = Self.isURI(whole) ? whole : "urn:uuid:\(Self.uuid(of: whole))"
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
    var digits: [UInt8] = []
    digits.reserveCapacity(36)
    // Half by half, as a shift of 128 bits costs much.
    for half in [UInt64(truncatingIfNeeded: hash >> 64), UInt64(truncatingIfNeeded: hash)] {
      for place in 0..<16 {
        if digits.count == 8 || digits.count == 13 || digits.count == 18 || digits.count == 23 {
          digits.append(Ascii.hyphen)
        }
        let digit = UInt8(truncatingIfNeeded: half >> UInt64(60 - 4 * place)) & 15
        digits.append(digit < 10 ? digit + 0x30 : digit + 0x57)
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func isUUID(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    guard bytes.count == 36 else { return false }
    for place in bytes.indices {
      let byte = bytes[place]
      switch place {
      case 8, 13, 18, 23: guard byte == Ascii.hyphen else { return false }
      default:
        guard (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20) else {
          return false
        }
      }
    }
    return true
  }
}
