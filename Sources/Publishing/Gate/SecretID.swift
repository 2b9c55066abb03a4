import Problems

/// An id that makes an address which nobody can guess.
enum SecretID {
  /// So many letters and digits, minted at random, are more than anyone can try.
  static let shortest = 20

  static func isOne(_ id: String) -> Bool {
    let isPlain = id.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
      default: false
      }
    }
    // Words that a person has thought of repeat few characters in a pattern all the same, but a
    // digit among many different letters is a fair sign of chance.
    return isPlain && id.utf8.count >= shortest && Set(id.utf8).count >= 8
      && id.contains(where: \.isNumber) && id.contains(where: \.isLetter)
  }
}

extension PublishedNote {
  /// Of an unlisted note whose address could be guessed.
  var idProblem: Problem? {
    guard presence == .unlisted, !SecretID.isOne(id ?? "") else { return nil }
    return Problem(
      .unlistedID, file: path,
      "an unlisted note stands at an address made of its id, and \(id == nil ? "it has none" : "this one can be guessed")",
      hint: "write “id:” with \(SecretID.shortest) random letters and digits or more")
  }
}
