import Dates
import Files
import Leaks
import Notes
import Parallel
import Problems
import Text

/// Decides which notes an audience may see. Nothing else makes a `PublishedNote`, and all that
/// renders takes nothing else, so what the gate holds back reaches no byte of the output.
package struct Gate: Sendable {
  private let audience: Audience
  /// Seconds since 1970.
  private let now: Int
  private let people: People

  package init(for audience: Audience, now: Int, people: People = .nobody) {
    self.audience = audience
    self.now = now
    self.people = people
  }

  /// What passes, and what is held back, each in the order of the notes. Of an original and its public
  /// copy that both pass, the original alone is shown, where the copy stands.
  package func sort(
    _ notes: [Note], copies: PublishedCopies = .none
  ) -> (published: [PublishedNote], held: [HeldNote]) {
    let pairs = pairs(of: notes, copies)
    let replaced = Set(pairs.values.map(\.path))
    let judged = Array(notes.indices).concurrentMap {
      number -> (published: PublishedNote?, held: HeldNote?) in
      let note = notes[number]
      guard !replaced.contains(note.path) else { return (nil, nil) }
      return judge(note, number, copy: pairs[note.path])
    }
    return (judged.compactMap(\.published), judged.compactMap(\.held))
  }

  /// What is held back, in the order of the notes.
  func held(_ notes: [Note]) -> [HeldNote] {
    notes.compactMap { note in
      guard case .held(let reason) = verdict(on: note) else { return nil }
      return HeldNote(note, reason)
    }
  }

  /// By the path of an original that passes: its copy, which passes too.
  private func pairs(of notes: [Note], _ copies: PublishedCopies) -> [String: Note] {
    guard !copies.entries.isEmpty else { return [:] }
    let shown = notes.filter { note in
      if case .shown = verdict(on: note) { true } else { false }
    }
    let byPath = Dictionary(shown.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var pairs: [String: Note] = [:]
    for note in shown where SiteLayout.isPrivate(note.path) {
      let entries = copies.entries(of: note.path, id: note.matter.id)
      pairs[note.path] = entries.lazy.compactMap { byPath[$0.copy] }.first
    }
    return pairs
  }

  private func judge(
    _ note: Note, _ number: Int, copy: Note?
  ) -> (published: PublishedNote?, held: HeldNote?) {
    switch verdict(on: note) {
    case .held(let reason): return (nil, HeldNote(note, reason))
    case .shown(let presence):
      // What is private within a note is its author's alone.
      let rendition = audience == .me ? note.whole ?? note.open : note.open(by: now)
      let published = PublishedNote(
        note, rendition, presence, number: number, people: note.matter.people.map(shown),
        copy: copy)
      return (published, nil)
    }
  }

  private enum Judgement {
    case shown(Audience.Presence)
    case held(HeldNote.Reason)
  }

  private func verdict(on note: Note) -> Judgement {
    let matter = note.matter
    // An author sees everything, what is yet to come included.
    guard audience != .me else { return .shown(.listed) }
    if matter.isDraft { return .held(.draft) }
    // Decisions and boundaries are private until they are published by name.
    if matter.kind != .note, matter.visibility == nil { return .held(.kind(matter.kind)) }
    let visibility = note.visibility
    guard let presence = audience.sees(visibility) else { return .held(.visibility(visibility)) }
    if let embargo = matter.embargo, isAhead(embargo) { return .held(.embargo) }
    if [note.date, matter.published].contains(where: { $0.map(isAhead) ?? false }) {
      return .held(.future)
    }
    return .shown(presence)
  }

  /// Someone as the audience may know them.
  private func shown(_ person: Person) -> PublishedPerson {
    let person = people.completing(person)
    return PublishedPerson(person, isNamed: audience.isClose || hasAgreed(person))
  }

  private func hasAgreed(_ person: Person) -> Bool {
    person.consent.map { $0.instant <= now } ?? false
  }

  /// What is to be said of the people whom published notes name though they have not agreed to it.
  package func mentionProblems(of notes: [Note], _ published: [PublishedNote]) -> [Problem] {
    guard !audience.isClose else { return [] }
    return Self.published(notes.filter { !$0.mentions.isEmpty }, published).flatMap { note in
      let agreed = Set(
        note.matter.people.map(people.completing).filter(hasAgreed).map { People.key($0.name) })
      return note.mentions.filter { !agreed.contains($0.key) && !people.hasAgreed($0.key, by: now) }
        .map(\.problem)
    }
  }

  /// The same where a note names somebody whom only another note lists: by more than one word, as a
  /// first name alone is many people's.
  package func strayMentionProblems(
    of notes: [Note], _ published: [PublishedNote], in folder: any Folder
  ) -> [Problem] {
    guard !audience.isClose else { return [] }
    let names = unnamedNames(in: notes, published).filter { $0.trimmed.contains(" ") }
    guard !names.isEmpty else { return [] }
    let matcher = ConfidentialWords(names)
    let known = Dictionary(
      notes.map { ($0.path, Set($0.mentions.map(\.key))) }, uniquingKeysWith: { first, _ in first })
    return published.concurrentMap { note -> [Problem] in
      guard case .success(let file) = SourceFile.read(note.path, in: folder),
        !matcher.leaks(in: file.bytes).isEmpty
      else { return [] }
      let others = names.filter { !(known[note.path]?.contains(People.key($0)) ?? false) }
      let start = file.lines.start(ofLine: note.linesBeforeText + 1)
      return Mention.first(of: others, in: file, from: start, title: nil).map(\.problem)
    }.flatMap(\.self)
  }

  /// Those whom no file that is published may name: whoever is known not to have agreed to it.
  package func unnamed(in notes: [Note], _ published: [PublishedNote]) -> ConfidentialWords {
    ConfidentialWords(audience.isClose ? [] : unnamedNames(in: notes, published))
  }

  private func unnamedNames(in notes: [Note], _ published: [PublishedNote]) -> [String] {
    let known = Self.published(notes.filter { !$0.matter.people.isEmpty }, published)
      .flatMap(\.matter.people).map(people.completing)
    let agreed = Set(known.filter(hasAgreed).map { People.key($0.name) })
    let names = Set(known.map(\.name) + people.names).filter {
      !agreed.contains(People.key($0)) && !people.hasAgreed(People.key($0), by: now)
    }
    return names.sorted()
  }

  /// Those of some notes that are published.
  private static func published(_ notes: [Note], _ published: [PublishedNote]) -> [Note] {
    guard !notes.isEmpty else { return [] }
    let paths = Set(published.map(\.path))
    return notes.filter { paths.contains($0.path) }
  }

  private func isAhead(_ moment: Moment) -> Bool { moment.instant > now }
}

/// A note that an audience does not get, and why.
package struct HeldNote: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case visibility(Visibility)
    case draft
    case kind(Kind)
    case embargo
    /// Its date lies ahead.
    case future
  }

  package let path: String
  package let reason: Reason
  /// Where its page would stand if it were public, with `/` between its parts.
  let location: String

  init(_ note: Note, _ reason: Reason) {
    path = note.path
    self.reason = reason
    location = PublishedNote.location(of: note)
  }
}
