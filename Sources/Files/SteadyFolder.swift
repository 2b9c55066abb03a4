import Synchronization

/// A folder on disk as it is while something is made of it: a file that is read more than once is the
/// same each time, or it is an error to read it again. So nothing that comes of it says one thing here
/// and another there. One that could not be read at first cannot be later on.
package struct SteadyFolder: Folder {
  private let folder: DiskFolder
  private let seen = Seen()

  /// What was read, as it was the first time; nil for what has changed since, or was not to be read.
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

    /// Keeps in mind that a file could not be read.
    func miss(_ path: String) {
      stamps.withLock { $0[path] = .some(nil) }
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
    try known(path) { () throws(FileError) in
      try Disk.readStamped(folder.location(path), limit: limit)
    }
  }

  package func read(
    _ path: String, at offset: Int, count: Int
  ) throws(FileError) -> [UInt8] {
    try known(path) { () throws(FileError) in
      try Disk.readStamped(folder.location(path), at: offset, count: count)
    }
  }

  private func known(
    _ path: String, _ read: () throws(FileError) -> (bytes: [UInt8], stamp: Disk.Stamp)
  ) throws(FileError) -> [UInt8] {
    let found: (bytes: [UInt8], stamp: Disk.Stamp)
    do throws(FileError) {
      found = try read()
    } catch {
      // Another reader may take more bytes.
      if case .tooLarge = error.reason { throw error }
      seen.miss(path)
      throw error
    }
    guard seen.recognizes(path, found.stamp) else {
      throw FileError(.read, folder.location(path), .changed)
    }
    return found.bytes
  }
}
