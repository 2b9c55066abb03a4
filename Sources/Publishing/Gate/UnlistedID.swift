import Notes
import Problems

extension PublishedNote {
  /// Of an unlisted note whose address could be guessed.
  var idProblem: Problem? {
    guard presence == .unlisted, !NoteID.isSecret(id ?? "") else { return nil }
    return Problem(
      .unlistedID, file: path,
      "an unlisted note stands at an address made of its id, and \(id == nil ? "it has none" : "this one can be guessed")",
      hint: "write “id:” with \(NoteID.secretLength) random letters and digits or more")
  }
}
