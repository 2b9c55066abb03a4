import Files
import Text

/// Every change to the output folder goes through here, one call each. Paths are relative to it.
struct OutputChanges: Sendable {
  /// Where the folder is, without links.
  let root: String
  /// The folder as the user wrote it.
  let name: String
  /// Where it is for now, as the user would write it.
  let place: String
  /// Called before each change; what it throws keeps the change from being made. Tests end a build
  /// anywhere with it.
  let before: (@Sendable () throws(FileError) -> Void)?

  func location(_ path: String) -> String { .joining(root, "/", path) }

  /// A path as the user would write it, for problems.
  func name(of path: String) -> String {
    "\(name)/\(path)"
  }

  /// The same for one where a file operation failed. What is staged goes by where it will stand.
  func name(ofLocation location: String) -> String {
    guard let path = location.path(below: root) else { return location }
    return name(of: path.path(below: OutputRecord.stage) ?? path)
  }

  /// Turns what the system refused into a problem.
  func reporting<Value>(
    _ work: () throws(FileError) -> Value
  ) throws(OutputFailure) -> Value {
    do throws(FileError) {
      return try work()
    } catch {
      throw OutputFailure(.outputWrite(error, at: name(ofLocation: error.path)))
    }
  }

  func create(_ bytes: Span<UInt8>, at path: String) throws(FileError) {
    try before?()
    try Disk.create(bytes, at: location(path))
  }

  func createFolder(_ path: String) throws(FileError) {
    try before?()
    try Disk.createFolder(location(path))
  }

  func move(_ path: String, to newPath: String) throws(FileError) {
    try before?()
    try Disk.move(location(path), to: location(newPath))
  }

  /// Moves the whole folder.
  func moveFolder(to path: String) throws(FileError) {
    try before?()
    try Disk.move(root, to: path)
  }

  func removeFile(_ path: String) throws(FileError) {
    try before?()
    try Disk.removeFile(location(path))
  }

  /// Removes a folder that is empty and leaves another alone.
  func prune(_ path: String) throws(FileError) {
    try before?()
    try Disk.prune(location(path))
  }

  /// Removes a folder and all that is in it; one that is gone already is fine.
  func removeFolder(_ path: String) throws(FileError) {
    try before?()
    guard Disk.kind(location(path)) != nil else { return }
    try Disk.removeFolder(location(path))
  }
}
