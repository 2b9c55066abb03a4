import Dates
import Notes
import Parallel

/// Decides which notes an audience may see. Nothing else makes a `PublishedNote`, and all that
/// renders takes nothing else, so what the gate holds back reaches no byte of the output.
package struct Gate: Sendable {
  private let audience: Audience
  /// Seconds since 1970.
  private let now: Int

  package init(for audience: Audience, now: Int) {
    self.audience = audience
    self.now = now
  }

  /// What passes, and what is held back, each in the order of the notes.
  package func sort(_ notes: [Note]) -> (published: [PublishedNote], held: [HeldNote]) {
    let verdicts = notes.concurrentMap(judge)
    return (verdicts.compactMap(\.published), verdicts.compactMap(\.held))
  }

  private func judge(_ note: Note) -> (published: PublishedNote?, held: HeldNote?) {
    if let reason = reason(toHold: note) { return (nil, HeldNote(path: note.path, reason: reason)) }
    // What is private within a note is its author's alone.
    let rendition = audience == .me ? note.whole ?? note.open : note.open
    return (PublishedNote(note, rendition, sections: sections(of: rendition), now: now), nil)
  }

  private func reason(toHold note: Note) -> HeldNote.Reason? {
    let matter = note.matter
    if audience.least > .private {
      if matter.isDraft { return .draft }
      if let visibility = matter.visibility, visibility < audience.least {
        return .visibility(visibility)
      }
      // Decisions and boundaries are private until they are published by name.
      if matter.kind != .note, matter.visibility == nil { return .kind(matter.kind) }
    }
    if let embargo = matter.embargo, isAhead(embargo) { return .embargo }
    if [note.date, matter.published].contains(where: { $0.map(isAhead) ?? false }) {
      return .future
    }
    return nil
  }

  /// The sections that may be shown: all but those of updates that lie ahead.
  private func sections(of rendition: Note.Rendition) -> [Int] {
    var ahead: Set<Int> = []
    for update in rendition.updates where isAhead(update.date) {
      ahead.insert(update.section)
    }
    return rendition.document.sections.indices.filter { !ahead.contains($0) }
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
}
