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

  /// Whether an id makes an address that nobody can guess.
  package static func isSecret(_ id: String) -> Bool {
    let isPlain = id.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
      default: false
      }
    }
    // Words that a person has thought of repeat few characters in a pattern all the same, but a
    // digit among many different letters is a fair sign of chance.
    return isPlain && id.utf8.count >= secretLength && Set(id.utf8).count >= 8
      && id.contains(where: \.isNumber) && id.contains(where: \.isLetter)
  }
}
