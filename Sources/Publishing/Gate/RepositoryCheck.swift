import Files
import Notes
import Problems
import Text

/// Finds what a site holds back and its git repository holds all the same, for everyone who can read
/// the repository.
package struct RepositoryCheck: Sendable {
  private let notes: Set<String>
  private let hasPrivateFolder: Bool
  private let notesFolder: String
  private let isPublic: Bool
  private let folder: any Folder

  /// `now` is in seconds since 1970. What counts is what everyone sees, whomever the site is built for.
  package init(of site: Site, in folder: any Folder, now: Int) {
    let held = Gate(for: .public, now: now).held(site.notes + site.pages)
    notes = Set(held.map(\.path).filter { !SiteLayout.isPrivate($0) })
    hasPrivateFolder = folder.kind(SiteLayout.privateFolder) == .folder
    notesFolder = site.layout.notesFolder
    isPublic = site.configuration.isRepositoryPublic
    self.folder = folder
  }

  /// `naming` says whether files are named: only where nobody but their author is likely to read it.
  /// Without `includingPast` only what git tracks now is looked at, and only where something is held
  /// back at all.
  package func problems(
    in history: any History, includingPast: Bool = false, naming: Bool
  ) async -> [Problem] {
    guard includingPast || hasPrivateFolder || !notes.isEmpty else { return [] }
    var problems: [Problem] = []
    do throws(Problem) {
      let tracked = try await history.tracked()
      problems += words(.privateTracked, tracked.filter(isHeldBack), naming)
      if includingPast {
        guard let past = try await history.everTracked() else { throw .pastIsShallow() }
        let known = Set(tracked)
        let found = past.filter { !known.contains($0) && (isHeldBack($0) || isTakenBack($0)) }
        problems += words(.privateInHistory, found, naming)
      }
    } catch {
      problems.append(error.with(severity: .warning))
    }
    return isPublic ? problems.map { $0.with(severity: .error) } : problems
  }

  private func isHeldBack(_ path: String) -> Bool {
    SiteLayout.isPrivate(path) || notes.contains(path)
  }

  /// Whether a note that was public lies in the private folder now.
  private func isTakenBack(_ path: String) -> Bool {
    guard let place = notesFolder.isEmpty ? path : path.path(below: notesFolder),
      folder.kind(path) == nil
    else { return false }
    return folder.kind("\(SiteLayout.privateNotesFolder)/\(place)") == .file
  }

  private func words(_ code: Problem.Code, _ paths: [String], _ naming: Bool) -> [Problem] {
    guard !paths.isEmpty else { return [] }
    let isPast = code == .privateInHistory
    let verb = isPast ? "an earlier commit holds" : "git tracks"
    let hint =
      isPast
      ? "whoever has the repository can read it there; git filter-repo can take it out"
      : "git rm --cached keeps the file and takes it out of the next commit; outloud check --history looks at earlier ones"
    guard !naming else {
      return paths.map { path in
        let what = SiteLayout.isPrivate(path) ? "the private folder is" : "the note is"
        return Problem(
          code, file: path, "\(what) held back, and \(verb) this file all the same", hint: hint)
      }
    }
    let count = paths.count { SiteLayout.isPrivate($0) }
    let parts = [
      Self.count(paths.count - count, "held-back note"), Self.count(count, "private file"),
    ].compactMap(\.self)
    let verbs = isPast ? "earlier commits hold" : "git tracks"
    return [
      Problem(code, "\(verbs) \(parts.spoken)", hint: "run this on a terminal to see which")
    ]
  }

  private static func count(_ number: Int, _ word: String) -> String? {
    number == 0 ? nil : "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}

extension Problem {
  fileprivate static func pastIsShallow() -> Problem {
    Problem(
      .historyShallow, "this clone is shallow: what its earlier commits hold cannot be told",
      hint: "fetch the history: git fetch --unshallow (in a CI checkout: fetch-depth: 0)")
  }
}
