import Synchronization

/// A folder on disk as it is while something is made of it: a file that is read more than once is the
/// same each time, or it is an error to read it again. So nothing that comes of it says one thing here
/// and another there.
package struct SteadyFolder: Folder {
  private let folder: DiskFolder
  private let seen = Seen()

  /// What was read, as it was the first time; nil for what has changed since.
  private final class Seen: Sendable {
    private let stamps = Mutex<[String: Disk.Stamp?]>([:])

    /// Whether a file is what it was.
    func recognizes(_ path: String, _ stamp: Disk.Stamp) -> Bool {
      stamps.withLock { stamps in
        guard let old = stamps.updateValue(stamp, forKey: path), old != stamp else { return true }
        stamps[path] = .some(nil)
        return false
      }
    }
  }

  package init(_ folder: DiskFolder) {
    self.folder = folder
  }

  package func entries(enters: (String) -> Bool) throws(FileError) -> [FolderEntry] {
    try folder.entries(enters: enters)
  }

  package func kind(_ path: String) -> Disk.Kind? { folder.kind(path) }

  package func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    try known(path, try Disk.readStamped(folder.location(path), limit: limit))
  }

  package func read(
    _ path: String, at offset: Int, count: Int
  ) throws(FileError) -> [UInt8] {
    try known(path, try Disk.readStamped(folder.location(path), at: offset, count: count))
  }

  private func known(
    _ path: String, _ found: (bytes: [UInt8], stamp: Disk.Stamp)
  ) throws(FileError) -> [UInt8] {
    guard seen.recognizes(path, found.stamp) else {
      throw FileError(.read, folder.location(path), .changed)
    }
    return found.bytes
  }
}
