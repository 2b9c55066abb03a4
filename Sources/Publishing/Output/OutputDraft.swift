import Files
import Problems

/// A build that makes the output folder: written beside the place where it will stand, and moved
/// there in one step.
///
/// Until then there is no site that could be harmed, so nothing needs to be put aside file by file.
/// A draft is an output folder that is not there yet, with a record and a lock like any other: what
/// an ended build left of one is known, and removed by the next.
struct OutputDraft {
  /// Where the folder will stand.
  private let path: String
  private let changes: OutputChanges

  /// `before` is that of `OutputChanges`.
  init(of path: String, before: (@Sendable () throws(FileError) -> Void)?) {
    self.path = path
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map(path.utf8.index(after:))
    let start = name ?? path.startIndex
    let root = "\(path[..<start]).\(path[start...]).outloud"
    changes = OutputChanges(root: root, name: path, place: root, before: before)
  }

  func write(_ plan: OutputPlan) throws(OutputFailure) -> OutputSummary {
    try refuseOther()
    do throws(FileError) {
      try changes.createFolder("")
    } catch {
      throw OutputFailure(.outputWrite(error, at: path))
    }
    let lock = try own()
    defer { lock.release() }
    do throws(OutputFailure) {
      try changes.reporting { () throws(FileError) in
        try empty()
        try announce(plan.paths)
      }
      let outcome = OutputStage(changes: changes, place: .draft, old: .empty).fill(plan)
      guard outcome.problems.isEmpty else { throw OutputFailure(outcome.problems) }
      try publish()
    } catch {
      try? remove()
      throw error
    }
    return OutputSummary(written: plan.files.count, unchanged: 0, removed: 0)
  }

  /// Removes what an ended build left, unless something foreign is in it.
  func forget() throws(OutputFailure) {
    try refuseOther()
    guard Disk.kind(changes.root) != nil else { return }
    let lock = try own()
    defer { lock.release() }
    try changes.reporting { () throws(FileError) in try remove() }
  }

  private func refuseOther() throws(OutputFailure) {
    guard [nil, .folder].contains(Disk.kind(changes.root)) else {
      throw OutputFailure(.outputFolder(changes.root))
    }
  }

  /// Keeps other builds out, and finds nothing foreign in the folder then: before, what another build
  /// is just writing would look so.
  private func own() throws(OutputFailure) -> FileLock {
    // No lock is put where a link leads.
    if ![nil, .folder].contains(Disk.kind(changes.location(OutputRecord.folder))) {
      _ = try OutputState(changes)
    }
    let lock = try changes.lock()
    do throws(OutputFailure) {
      _ = try OutputState(changes)
    } catch {
      lock.remove()
      try? changes.prune(OutputRecord.folder)
      throw error
    }
    return lock
  }

  /// The lock goes last: until then it keeps other builds out, and from then on one of them may have
  /// begun in the folder.
  private func remove() throws(FileError) {
    try empty()
    try changes.removeFile(OutputRecord.lock)
    try changes.prune(OutputRecord.folder)
    try changes.prune("")
  }

  /// Removes all but the lock. The record goes last, for it tells whose the files are.
  private func empty() throws(FileError) {
    try empty("", but: OutputRecord.folder)
    try empty(OutputRecord.folder + "/", but: OutputRecord.lock)
  }

  /// Removes what is in a folder, given with a trailing `/`, but for one path.
  private func empty(_ folder: String, but exception: String) throws(FileError) {
    for (name, kind) in try Disk.list(changes.location(folder)) where folder + name != exception {
      let path = folder + name
      if kind == .folder { try changes.removeFolder(path) } else { try changes.removeFile(path) }
    }
  }

  /// The manifest comes first, for it tells whose the files are.
  private func announce(_ paths: [OutputPath]) throws(FileError) {
    try changes.create(ManifestText.bytes(paths).span, at: OutputRecord.commitDraft)
    try changes.move(OutputRecord.commitDraft, to: OutputRecord.manifest)
  }

  private func publish() throws(OutputFailure) {
    do throws(FileError) {
      try changes.moveFolder(to: path)
    } catch {
      // Another first build was done before.
      guard !error.isTaken else { throw OutputFailure(.outputLocked(path)) }
      throw OutputFailure(.outputWrite(error, at: path))
    }
  }
}
