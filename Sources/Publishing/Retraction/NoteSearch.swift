import Notes
import Problems
import Text

extension Publication {
  /// The published note that somebody means: by its path, its id or its title.
  package func note(_ name: String, path: String?) throws(Problem) -> PublishedNote {
    let all = portfolio.notes + portfolio.pages + portfolio.unlisted
    if let note = all.first(where: { $0.path == path || $0.path == name }) { return note }
    if let note = all.first(where: { $0.id == name }) { return note }
    let wanted = name.trimmed.lowercased()
    let named = all.filter { $0.title.text.trimmed.lowercased() == wanted }
    guard let note = named.first else {
      let isHeld = held.contains { $0.path == path || $0.path == name }
      throw .noteUnknown(name, isHeld: isHeld)
    }
    guard named.count == 1 else { throw .noteAmbiguous(name, named.map(\.path)) }
    return note
  }
}

extension Site {
  /// The note that somebody wants to publish: by its path, its id or its title. A private one goes
  /// before its public copy.
  package func note(_ name: String, path: String?) throws(Problem) -> Note {
    if let note = notes.first(where: { $0.path == path || $0.path == name }) { return note }
    // One that was published by where it lay, and moved from there, is known by that still.
    if let place = (path ?? name).path(below: SiteLayout.privateNotesFolder) {
      let folder = layout.notesFolder
      let target = folder.isEmpty ? place : "\(folder)/\(place)"
      if let note = notes.first(where: { $0.path == target }) { return note }
    }
    let wanted = name.trimmed.lowercased()
    let own = notes.filter { SiteLayout.isPrivate($0.path) }
    let others = notes.filter { !SiteLayout.isPrivate($0.path) }
    for notes in [own, others] {
      if let note = notes.first(where: { $0.matter.id == name }) { return note }
      let named = notes.filter { $0.open.title.text.trimmed.lowercased() == wanted }
      guard named.count < 2 else { throw .noteAmbiguous(name, named.map(\.path)) }
      if let note = named.first { return note }
    }
    throw .noteNotFound(name)
  }
}

extension Problem {
  fileprivate static func noteNotFound(_ name: String) -> Problem {
    Problem(
      .noteUnknown, "no note is called “\(name)”",
      hint:
        "name it by its file, its title or its id; “outloud publish” alone lists what could be published"
    )
  }

  fileprivate static func noteUnknown(_ name: String, isHeld: Bool) -> Problem {
    Problem(
      .noteUnknown,
      isHeld ? "“\(name)” is held back already" : "no published note is called “\(name)”",
      hint: isHeld
        ? "move it into private/notes/ yourself if it should not lie here"
        : "name it by its file, its title or its id")
  }

  fileprivate static func noteAmbiguous(_ name: String, _ paths: [String]) -> Problem {
    Problem(
      .noteAmbiguous, "\(paths.count) notes are called “\(name)”", hint: "name the file",
      notes: paths.map { Note("this one", file: $0) })
  }
}
