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
    changes = OutputChanges(root: root, name: path, before: before)
  }

  func write(_ plan: OutputPlan) throws(OutputFailure) -> OutputSummary {
    try forget()
    do throws(FileError) {
      try changes.createFolder("")
    } catch {
      throw OutputFailure(.outputWrite(error, at: path))
    }
    let lock = try changes.lock()
    defer { lock.release() }
    do throws(OutputFailure) {
      try changes.reporting { () throws(FileError) in try announce(plan.paths) }
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
    guard let kind = Disk.kind(changes.root) else { return }
    guard kind == .folder else { throw OutputFailure(.outputFolder(changes.root)) }
    do throws(OutputFailure) {
      try refuseForeign()
    } catch {
      // What another build is just writing looks foreign, but then it holds the lock.
      guard Disk.kind("\(changes.root)/\(OutputRecord.lock)") == .file else { throw error }
      let lock = try changes.lock()
      defer { lock.release() }
      try refuseForeign()
    }
    let lock = try changes.lock()
    defer { lock.release() }
    try changes.reporting { () throws(FileError) in try remove() }
  }

  /// The record goes last: until then it tells whose the files are, and keeps other builds out.
  private func remove() throws(FileError) {
    guard Disk.kind(changes.root) != nil else { return }
    for (name, kind) in try Disk.list(changes.root) where name != OutputRecord.folder {
      if kind == .folder { try changes.removeFolder(name) } else { try changes.removeFile(name) }
    }
    try changes.removeFolder("")
  }

  private func refuseForeign() throws(OutputFailure) {
    guard Disk.kind(changes.root) != nil else { return }
    _ = try OutputState(OutputChanges(root: changes.root, name: changes.root, before: nil))
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
      throw OutputFailure(.outputWrite(error, at: path))
    }
  }
}
