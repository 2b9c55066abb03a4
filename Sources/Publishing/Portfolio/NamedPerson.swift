import Notes

/// Someone who has agreed to be named, with the notes that name them.
///
/// Who has not agreed is no such person: the gate has taken their name from every note.
package struct NamedPerson: Sendable {
  package let name: String
  /// Their own address, as the newest note that gives one has it.
  package let url: String?
  /// The notes in which they helped the author, newest first.
  package let helped: [PublishedNote]
  /// The notes in which the author helped them, newest first.
  package let wasHelped: [PublishedNote]

  /// Everyone named in some notes, in the order of their names.
  static func all(in notes: [PublishedNote]) -> [NamedPerson] {
    var found:
      [String: (name: String, url: String?, helped: [PublishedNote], was: [PublishedNote])] =
        [:]
    for note in notes.filter({ !$0.people.isEmpty }).newestFirst {
      var seen: Set<PublishedPerson> = []
      for person in note.people where seen.insert(person).inserted {
        guard let name = person.name else { continue }
        var entry = found[People.key(name)] ?? (name, nil, [], [])
        entry.url = entry.url ?? person.url
        if person.did == .wasHelped {
          if entry.was.last !== note { entry.was.append(note) }
        } else if entry.helped.last !== note {
          entry.helped.append(note)
        }
        found[People.key(name)] = entry
      }
    }
    return found.sorted { $0.key < $1.key }.map { _, entry in
      NamedPerson(name: entry.name, url: entry.url, helped: entry.helped, wasHelped: entry.was)
    }
  }
}

extension [PublishedNote] {
  /// Undated ones last; what was written at the same time by path.
  fileprivate var newestFirst: [PublishedNote] {
    sorted { a, b in
      let first = a.latest?.instant ?? .min
      let second = b.latest?.instant ?? .min
      return first != second ? first > second : a.path < b.path
    }
  }
}
