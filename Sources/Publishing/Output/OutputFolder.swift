import Files
import Problems

/// The folder that a site is published to, and the only code that writes there.
///
/// A build appears as a whole or not at all. Whenever it is ended, by an error or by force, no file
/// is torn, and the next build finishes what was begun or forgets it. Only files that a build wrote
/// are ever replaced or removed; see `OutputRecord` for what it keeps to know them, and
/// `OutputDraft` for the build that makes the folder.
package struct OutputFolder: Sendable {
  /// As the user wrote it.
  let path: String
  private let before: (@Sendable () throws(FileError) -> Void)?

  package init(_ path: String) {
    self.init(path, before: nil)
  }

  /// With something to be done before each change to the folder; see `OutputChanges`.
  init(_ path: String, before: (@Sendable () throws(FileError) -> Void)?) {
    let end = path.utf8.lastIndex { $0 != UInt8(ascii: "/") }
    self.path = end.map { String(path[...$0]) } ?? path
    self.before = before
  }

  /// Whether a path is an output folder: one that a build wrote, or writes.
  package static func isOne(_ path: String, in folder: any Folder) -> Bool {
    path.hasSuffix(OutputRecord.folder)
      || folder.kind("\(path)/\(OutputRecord.folder)") == .folder
  }

  /// Makes the files and publishes them, in place of those of the build before.
  package func write(_ files: [OutputFile]) throws(OutputFailure) -> OutputSummary {
    let plan = try OutputPlan(files)
    let draft = OutputDraft(of: path, before: before)
    if Disk.kind(path) == nil { return try draft.write(plan) }
    try draft.forget()
    let changes = try open()
    let lock = try own(changes)
    defer { lock.release() }
    let old = try settle(changes)
    let staged = try stage(plan, over: old ?? .empty, changes)
    let commit = OutputCommit(
      changes: changes, old: old ?? .empty, new: Manifest(ordered: plan.paths))
    let removed = commit.gone.count
    if old == nil || staged > 0 || plan.paths != old?.paths {
      try publish(commit)
    }
    return OutputSummary(written: staged, unchanged: files.count - staged, removed: removed)
  }

  /// A lock makes the folder ours, so where there is none yet, the folder is looked at first.
  private func own(_ changes: OutputChanges) throws(OutputFailure) -> FileLock {
    let lock = changes.location(OutputRecord.lock)
    if Disk.kind(lock) == nil {
      do throws(OutputFailure) {
        _ = try OutputState(changes)
      } catch {
        // What another build is just writing looks foreign, but then that has the lock.
        guard Disk.kind(lock) == .file else { throw error }
      }
    }
    return try changes.lock()
  }

  func open() throws(OutputFailure) -> OutputChanges {
    guard let root = Disk.resolved(path), Disk.kind(root) == .folder else {
      throw OutputFailure(.outputFolder(path))
    }
    return OutputChanges(root: root, name: path, place: path, before: before)
  }

  /// Finishes or forgets what an earlier build left undone, and says which build stands then.
  private func settle(_ changes: OutputChanges) throws(OutputFailure) -> Manifest? {
    let state = try OutputState(changes)
    guard let begun = state.begun else {
      try changes.reporting { () throws(FileError) in try discard(changes) }
      return state.old
    }
    try finish(OutputCommit(changes: changes, old: state.old ?? .empty, new: begun))
    return begun
  }

  /// Stages what is new or changed, and says how many files that are.
  private func stage(
    _ plan: OutputPlan, over old: Manifest, _ changes: OutputChanges
  ) throws(OutputFailure) -> Int {
    let outcome = OutputStage(changes: changes, place: .stage, old: old).fill(plan)
    guard outcome.problems.isEmpty else {
      try? discard(changes)
      throw OutputFailure(outcome.problems)
    }
    return outcome.staged
  }

  private func publish(_ commit: OutputCommit) throws(OutputFailure) {
    do throws(OutputFailure) {
      try commit.changes.reporting { () throws(FileError) in try commit.begin() }
    } catch {
      try? discard(commit.changes)
      throw error
    }
    try finish(commit)
  }

  private func finish(_ commit: OutputCommit) throws(OutputFailure) {
    do throws(FileError) {
      try commit.finish()
    } catch {
      let name = commit.changes.name(ofLocation: error.path)
      throw OutputFailure(.outputUnfinished(error, at: name))
    }
  }

  private func discard(_ changes: OutputChanges) throws(FileError) {
    try changes.removeFolder(OutputRecord.stage)
    try changes.removeFile(OutputRecord.commitDraft)
  }
}
