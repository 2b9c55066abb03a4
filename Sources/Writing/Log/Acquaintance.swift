import Markdown
import Notes
import Text

/// What a site knows: its projects, topics and people, by the words one might use for them.
struct Acquaintance: Sendable {
  private var projects: [String: String] = [:]
  private var topics: [String: String] = [:]
  private var people: [String: Known] = [:]
  /// What someone is called who has not agreed to be named.
  let somebody: String

  struct Known: Hashable, Sendable {
    let name: String
    let hasAgreed: Bool
  }

  /// At a time in seconds since 1970.
  init(_ survey: Survey, now: Int) {
    somebody = survey.words["colleague"] ?? "a colleague"
    for note in survey.notes {
      if let project = note.matter.project { projects.meet(project) }
      for tag in note.matter.tags { topics.meet(tag) }
    }
    var names = survey.notes.flatMap { $0.matter.people.map(\.name) } + survey.people.names
    // The longest names first, so that `@sam` is Sam Example where only one of that name is known.
    names.sort { $0.count != $1.count ? $0.count > $1.count : $0 < $1 }
    let firstNames = Dictionary(grouping: Set(names.map(People.key))) {
      Self.key(String($0.prefix { $0 != " " }))
    }
    for name in names {
      let known = Known(
        name: name, hasAgreed: survey.people.hasAgreed(People.key(name), by: now))
      if people[Self.key(name)] == nil { people[Self.key(name)] = known }
      let first = Self.key(String(name.prefix { $0 != " " }))
      if firstNames[first]?.count == 1, people[first] == nil { people[first] = known }
    }
  }

  /// By its name, or as its address spells it.
  func project(_ word: String) -> String? { projects[Self.key(word)] }

  func topic(_ word: String) -> String? { topics[Self.key(word)] }

  /// Someone by their whole name or, where only one is called so, their first name. Whoever is not
  /// known is called as they were.
  func person(_ handle: String) -> Known {
    people[Self.key(handle)] ?? Known(name: handle, hasAgreed: false)
  }

  fileprivate static func key(_ word: String) -> String {
    Anchor.id(of: word.split { $0.isWhitespace || $0 == "_" }.joined(separator: "-"))
  }
}

extension [String: String] {
  fileprivate mutating func meet(_ name: String) {
    let key = Acquaintance.key(name)
    if self[key] == nil { self[key] = name }
  }
}
