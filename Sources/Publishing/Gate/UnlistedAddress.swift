import Notes

extension String {
  /// A path or an address without the id of an unlisted note, where reports are read by others.
  var withoutSecretID: String {
    let folder = PublishedNote.unlistedFolder
    guard contains("\(folder)/") else { return self }
    var parts = split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    for index in parts.indices.dropFirst()
    where parts[index - 1] == folder && NoteID.mayBeSecret(parts[index]) {
      parts[index] = "…"
    }
    return parts.joined(separator: "/")
  }
}
