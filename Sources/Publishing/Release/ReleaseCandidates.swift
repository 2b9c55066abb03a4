import Notes
import Problems
import Text

/// What could be published, and what is in the way of each.
package struct ReleaseCandidate: Sendable {
  package let path: String
  package let title: String
  /// As the note says it; nil for an undated one.
  package let date: String?
  package let words: Int
  /// Its public copy, which differs from what it says now.
  package let copy: String?
  /// Whom it is for now.
  package let visibility: Visibility
  /// What keeps it from being published.
  package let obstacles: [Problem]
}

extension ReleaseDesk {
  /// Every note that is not public, and every original that has changed since, newest first. They are
  /// looked at together, as if all were published.
  package func candidates(mintingID: () -> String) async -> [ReleaseCandidate] {
    let held = Set(
      Gate(for: .public, now: now, people: site.people).held(site.notes).map(\.path))
    var drafts: [ReleaseDraft] = []
    var refused: [String: [Problem]] = [:]
    let notes = site.notes.filter { held.contains($0.path) }
    for note in notes {
      do throws(ReleaseRefusal) {
        drafts.append(try draft(note, for: .public, id: mintingID()))
      } catch {
        refused[note.path] = error.problems
      }
    }
    let outlook = await outlook(folder(with: drafts), for: .public)
    let byPath = Dictionary(drafts.map { ($0.note.path, $0) }, uniquingKeysWith: { a, _ in a })
    return notes.compactMap { note -> ReleaseCandidate? in
      let draft = byPath[note.path]
      if let draft, draft.keepsOriginal, draft.standing == draft.text.bytes { return nil }
      let news = draft.map { draft in
        draft.text.obstacles
          + outlook.problems.filter { problem in
            problem.file == draft.target && problem.severity == .error
              && (draft.text.obstacles.isEmpty || problem.code != .leakStandIn)
          }
      }
      return ReleaseCandidate(
        path: note.path, title: note.open.title.text, date: note.date?.isoDate,
        words: draft?.text.wordCount ?? 0,
        copy: draft.flatMap { $0.standing == nil ? nil : $0.target }, visibility: note.visibility,
        obstacles: refused[note.path] ?? news ?? [])
    }.sorted { ($0.date ?? "", $1.path) > ($1.date ?? "", $0.path) }
  }
}
