import Text

/// What a note is known by for good.
package enum NoteID {
  /// So many letters and digits, minted at random, are more than anyone can try.
  package static let secretLength = 20

  /// A random id of characters that nobody mistakes for one another: fit for the address of an
  /// unlisted note, and none of those that are taken.
  package static func mint(
    using generator: inout some RandomNumberGenerator, avoiding taken: Set<String> = []
  ) -> String {
    let alphabet = Array("23456789abcdefghjkmnpqrstuvwxyz")
    while true {
      let letters = (0..<secretLength).compactMap { _ in alphabet.randomElement(using: &generator) }
      let id = "n-" + String(letters)
      if isSecret(id), !taken.contains(id) { return id }
    }
  }

  /// Whether an id makes an address that nobody can guess: a UUID made at random, or so many
  /// characters that look like chance.
  package static func isSecret(_ id: String) -> Bool {
    if isUUID(id) {
      // Those of versions 4 and 7 are random. Others tell a time, a machine, or what a name hashes to:
      // the ids that notes have without one are made of their paths.
      return id.utf8.dropFirst(14).first.map { $0 == 0x34 || $0 == 0x37 } ?? false
    }
    return mayBeSecret(id) && Chance.characters(in: id) >= Chance.fewest
  }

  /// Whether an id has the form of a secret, whoever has made it: reports do not show it.
  package static func mayBeSecret(_ id: String) -> Bool {
    let isPlain = id.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
      default: false
      }
    }
    return isPlain && id.utf8.count >= secretLength && Set(id.utf8).count >= 8
      && id.contains(where: \.isNumber) && id.contains(where: \.isLetter)
  }
}

extension NoteID {
  /// The id that a note without one has all the same: a UUID of its place, `Note.location`.
  package static func ofPlace(_ place: String) -> String { uuid(hashing: "place ", place) }

  /// A UUID stays itself; another text is hashed with FNV-1a of 128 bits.
  package static func uuid(of text: String) -> String {
    isUUID(text) ? text.lowercased() : uuid(hashing: "", text)
  }

  /// A UUID of two texts, one behind the other.
  private static func uuid(hashing first: StaticString, _ second: String) -> String {
    var hash = UInt128(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    func add(_ bytes: UnsafeBufferPointer<UInt8>) {
      for byte in bytes {
        hash ^= UInt128(byte)
        hash = hash &* 0x0000_0000_0100_0000_0000_0000_0000_013B
      }
    }
    first.withUTF8Buffer(add)
    second.withUTF8Bytes(add)
    // Version 8 in the 13th digit, the variant in the 17th.
    hash = hash & ~(UInt128(0xF) << 76) | UInt128(8) << 76
    hash = hash & ~(UInt128(0xC) << 60) | UInt128(8) << 60
    // Half by half, as a shift of 128 bits costs much.
    let halves = (UInt64(truncatingIfNeeded: hash >> 64), UInt64(truncatingIfNeeded: hash))
    return String(unsafeUninitializedCapacity: 36) { text in
      var count = 0
      for place in 0..<32 {
        if count == 8 || count == 13 || count == 18 || count == 23 {
          text[count] = Ascii.hyphen
          count += 1
        }
        let half = place < 16 ? halves.0 : halves.1
        let digit = UInt8(truncatingIfNeeded: half >> UInt64(60 - place % 16 * 4)) & 15
        text[count] = digit < 10 ? digit + 0x30 : digit + 0x57
        count += 1
      }
      return count
    }
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
